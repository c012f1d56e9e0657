import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { RegradePreviewPart } from '#components/assessment/regrade-preview'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { previewRegrade } from '#lib/use-cases/authoring/regrade-submissions'
import { moduleVersionId } from '#lib/web/measurement-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { quizLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** What scoring again would do, before anything is written. */
export default async function NewRegradePage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/regrades/of/[moduleVersionId]'>) {
  const asked = await params
  const encoded = { ...asked, moduleVersionId: decodeURIComponent(asked.moduleVersionId) }
  const input = await paramsOr404({ practiceId, moduleVersionId }, Promise.resolve(encoded))
  const { view, actor, returned } = await pageContext((context) => previewRegrade(context, input), {
    path: routes.newRegrade(input.practiceId, input.moduleVersionId),
    search: searchParams,
  })
  const t = await getTranslations('measurement')
  const { practiceId: id } = view
  return (
    <PracticeFrame
      actor={actor}
      current="quizzes"
      links={quizLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('regrade.new')}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.regrades(id)}>
          {t('regrade.back')}
        </a>
      </p>
      {/* Without a form there is nothing to mend. */}
      {view.correction?.isWaiting && <ErrorSummary returned={returned} />}
      <RegradePreviewPart
        action={routes.regradeRuns(id, input.moduleVersionId)}
        preview={view}
        returned={returned}
        runId={randomUUID()}
      />
    </PracticeFrame>
  )
}
