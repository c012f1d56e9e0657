import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { LicenceCard } from '#components/licences/licence-card'
import { CorrectLicence, DeclineProposal, EndLicence } from '#components/licences/licence-deeds'
import { LicenceHistory } from '#components/licences/licence-history'
import { RenewalForm } from '#components/licences/renewal-form'
import { viewLicence } from '#lib/use-cases/licences/view-licence'
import { licenceId } from '#lib/web/licence-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** One licence: what holds, what its holder says, and what a manager may record. */
export default async function LicencePage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/staff/[staffMemberId]/licences/[licenceId]'>) {
  const input = await paramsOr404({ practiceId, staffMemberId, licenceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewLicence(context, input), {
    path: routes.licenceOf(input.practiceId, input.staffMemberId, input.licenceId),
    search: searchParams,
  })
  const { licence, member, factId } = view
  const place = [view.practiceId, member.id, licence.id] as const
  const t = await getTranslations('licences')
  return (
    <PracticeFrame
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('oneTitle', { name: member.name })}
      width="reading"
    >
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <ul className="mb-6">
        <LicenceCard licence={licence}>
          <LicenceHistory facts={licence.history} />
        </LicenceCard>
      </ul>
      {licence.endedOn === null && (
        <div className="no-print space-y-6">
          <DeclineProposal
            action={routes.licenceRefusals(...place)}
            licence={licence}
            name={member.name}
            returned={returned}
          />
          <RenewalForm
            action={routes.licenceRenewals(...place)}
            factId={factId}
            licence={licence}
            returned={returned}
          />
          <CorrectLicence
            action={routes.licenceDetails(...place)}
            factId={factId}
            licence={licence}
            returned={returned}
          />
          <EndLicence action={routes.licenceEnd(...place)} returned={returned} />
        </div>
      )}
      <p className="mt-6">
        <a className="inline-flex min-h-11 items-center" href={routes.licencesOf(view.practiceId, member.id)}>
          {t('all')}
        </a>
      </p>
    </PracticeFrame>
  )
}
