import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { RevocationForm } from '#components/people/revocation-form'
import { printCertificateNumber } from '#lib/domain/certification/certificate-number'
import { viewRevocation } from '#lib/use-cases/practice/view-revocation'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { certificateId, practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** One certificate, and the form that revokes it. */
export default async function RevocationPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/certificates/[certificateId]/revocation'>) {
  const input = await paramsOr404({ practiceId, certificateId }, params)
  const { view, actor, returned } = await pageContext((context) => viewRevocation(context, input), {
    path: routes.newRevocation(input.practiceId, input.certificateId),
    search: searchParams,
  })
  const t = await getTranslations('entries')
  const day = await dayWords()
  const { trackTitle: track, completedOn } = view
  const number = printCertificateNumber(view.number)
  return (
    <PracticeFrame
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('revocation.title')}
      width="reading"
    >
      <p className="mb-4">
        <a
          className="inline-flex min-h-11 items-center"
          href={routes.staffMember(view.practiceId, view.staffMemberId)}
        >
          {t('back', { name: view.name })}
        </a>
      </p>
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <p className="card mb-6">{t('revocation.what', { track, on: day(completedOn), number })}</p>
      {view.revoked ? (
        <p className="font-medium">{t('revocation.already')}</p>
      ) : (
        <RevocationForm
          action={routes.revocations(input.practiceId, input.certificateId)}
          returned={returned}
        />
      )}
    </PracticeFrame>
  )
}
