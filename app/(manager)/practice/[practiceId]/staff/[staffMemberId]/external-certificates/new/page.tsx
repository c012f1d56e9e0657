import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ExternalForm } from '#components/external/external-form'
import { ErrorSummary } from '#components/form/form-parts'
import { viewExternalForm } from '#lib/use-cases/external/view-external-form'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** A manager records what somebody else did elsewhere. */
export default async function NewExternalOfPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/staff/[staffMemberId]/external-certificates/new'>) {
  const input = await paramsOr404({ practiceId, staffMemberId }, params)
  const { view, actor, returned } = await pageContext((context) => viewExternalForm(context, input), {
    path: routes.newExternalOf(input.practiceId, input.staffMemberId),
    search: searchParams,
  })
  const t = await getTranslations('external.form')
  return (
    <PracticeFrame
      actor={actor}
      current="external"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('titleFor', { name: view.member?.name ?? '' })}
      width="reading"
    >
      <p className="mb-6">{t('introFor')}</p>
      <ErrorSummary returned={returned} />
      <ExternalForm
        action={routes.recordExternalOf(view.practiceId, input.staffMemberId)}
        externalId={view.externalId}
        forSomebody
        providers={view.providers}
        requirements={view.requirements}
        returned={returned}
      />
    </PracticeFrame>
  )
}
