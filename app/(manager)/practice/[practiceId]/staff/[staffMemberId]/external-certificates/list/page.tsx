import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ExternalList } from '#components/external/external-list'
import { viewExternalCertificates } from '#lib/use-cases/external/view-external-certificates'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** One person's training from elsewhere. */
export default async function ExternalsOfPage({
  params,
}: PageProps<'/practice/[practiceId]/staff/[staffMemberId]/external-certificates/list'>) {
  const input = await paramsOr404({ practiceId, staffMemberId }, params)
  const { view, actor } = await pageContext((context) => viewExternalCertificates(context, input))
  const t = await getTranslations('external.list')
  const hrefFor = ({ id }: { id: string }) => routes.externalReview(view.practiceId, id)
  return (
    <PracticeFrame
      action={
        <a className="button" href={routes.newExternalOf(view.practiceId, input.staffMemberId)}>
          {t('add')}
        </a>
      }
      actor={actor}
      current="external"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('titleOf', { name: view.member?.name ?? '' })}
      width="reading"
    >
      <p className="mb-6">{t('intro')}</p>
      {view.waiting.length + view.decided.length === 0 && <p className="card">{t('waitingEmpty')}</p>}
      <ExternalList entries={[...view.waiting, ...view.decided]} hrefFor={hrefFor} seenBy="manager" />
      <p className="mt-6">
        <a
          className="inline-flex min-h-11 items-center"
          href={routes.staffMember(view.practiceId, input.staffMemberId)}
        >
          {t('person')}
        </a>
      </p>
    </PracticeFrame>
  )
}
