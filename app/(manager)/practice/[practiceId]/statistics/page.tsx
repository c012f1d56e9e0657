import { getTranslations } from 'next-intl/server'
import { MeasuredList } from '#components/assessment/measured-list'
import { QuizTabs } from '#components/assessment/quiz-tabs'
import { SharingForm } from '#components/assessment/sharing-form'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { viewMeasuredModules } from '#lib/use-cases/authoring/view-quiz-statistics'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { quizLinks, quizTabs } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** The module versions whose quizzes were taken here, each with its figures. */
export default async function StatisticsPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/statistics'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewMeasuredModules(context, input), {
    path: routes.statistics(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('measurement')
  const { practiceId: id, capabilities } = view
  return (
    <PracticeFrame
      actor={actor}
      current="quizzes"
      links={quizLinks(id, capabilities)}
      practiceName={view.practiceName}
      title={t('statistics.title')}
      width="reading"
    >
      <QuizTabs current="statistics" tabs={quizTabs(id, capabilities)} />
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <p className="mb-6">{t('statistics.intro')}</p>
      <MeasuredList hrefFor={(version) => routes.quizStatistics(id, version)} versions={view.versions} />
      <SharingForm
        action={capabilities.includes('review') ? routes.statisticsSharing(id) : null}
        sharing={view.sharing}
      />
    </PracticeFrame>
  )
}
