import { getTranslations } from 'next-intl/server'
import { FigureGuide } from '#components/assessment/figure-guide'
import { ItemTable } from '#components/assessment/item-table'
import { KeptTable } from '#components/assessment/kept-table'
import { QuizSummary } from '#components/assessment/quiz-summary'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { viewQuizStatistics } from '#lib/use-cases/authoring/view-quiz-statistics'
import { moduleVersionId } from '#lib/web/measurement-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { quizLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** The figures of one module version's quiz, item by item, and what each of them means. */
export default async function QuizStatisticsPage({
  params,
}: PageProps<'/practice/[practiceId]/statistics/of/[moduleVersionId]'>) {
  const asked = await params
  const encoded = { ...asked, moduleVersionId: decodeURIComponent(asked.moduleVersionId) }
  const input = await paramsOr404({ practiceId, moduleVersionId }, Promise.resolve(encoded))
  const { view, actor } = await pageContext((context) => viewQuizStatistics(context, input))
  const t = await getTranslations('measurement')
  const { practiceId: id, bank, report, pooled, kept } = view
  return (
    <PracticeFrame
      action={
        <a className="button-quiet" href={routes.quizStatisticsFile(id, bank.moduleVersionId)}>
          {t('download')}
        </a>
      }
      actor={actor}
      current="quizzes"
      links={quizLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('statistics.ofModule', { module: bank.title, version: bank.version })}
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.statistics(id)}>
          {t('statistics.back')}
        </a>
      </p>
      <QuizSummary report={report} />
      <FigureGuide />
      <ItemTable items={report.items} language={bank.language} pooled={pooled} words={bank.items} />
      <KeptTable effects={kept} language={bank.language} words={bank.items} />
    </PracticeFrame>
  )
}
