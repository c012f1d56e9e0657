import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { LicenceCard } from '#components/licences/licence-card'
import { LicenceLink } from '#components/licences/licence-link'
import { ProposalLine } from '#components/licences/proposal-line'
import { viewLicences } from '#lib/use-cases/licences/view-licences'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** One person's licences. */
export default async function LicencesPage({
  params,
}: PageProps<'/practice/[practiceId]/staff/[staffMemberId]/licences/list'>) {
  const input = await paramsOr404({ practiceId, staffMemberId }, params)
  const { view, actor } = await pageContext((context) => viewLicences(context, input))
  const place = [view.practiceId, view.member.id] as const
  const t = await getTranslations('licences')
  const external = await getTranslations('external.list')
  return (
    <PracticeFrame
      action={
        <a className="button" href={routes.newLicence(...place)}>
          {t('add')}
        </a>
      }
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('title', { name: view.member.name })}
      width="reading"
    >
      <p className="mb-6">{t('intro')}</p>
      {view.licences.length === 0 && <p className="card">{t('empty')}</p>}
      <ul className="space-y-4">
        {view.licences.map((licence) => (
          <LicenceCard key={licence.id} licence={licence}>
            <ProposalLine licence={licence} name={view.member.name} />
            <LicenceLink href={routes.licenceOf(...place, licence.id)} licence={licence} seenBy="manager" />
          </LicenceCard>
        ))}
      </ul>
      <p className="mt-6">
        <a className="inline-flex min-h-11 items-center" href={routes.staffMember(...place)}>
          {external('person')}
        </a>
      </p>
    </PracticeFrame>
  )
}
