import { getTranslations } from 'next-intl/server'
import { ok } from '#lib/domain/result'
import { quizStatisticsFile, type StatisticsWords } from '#lib/use-cases/authoring/export-quiz-statistics'
import { viewQuizStatistics } from '#lib/use-cases/authoring/view-quiz-statistics'
import { fileResponse } from '#lib/web/file'
import { moduleVersionId } from '#lib/web/measurement-fields'
import { practiceId } from '#lib/web/practice-fields'
import { plainResponse } from '#lib/web/responses'

/** The table of a version's items as a file: the same figures as on the page, nothing more. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/practice/[practiceId]/statistics/of/[moduleVersionId]/file'>,
) {
  const asked = await params
  const practice = practiceId.safeParse(asked.practiceId)
  const version = moduleVersionId.safeParse(asked.moduleVersionId)
  if (!practice.success || !version.success) return plainResponse(request, 404, 'not-found')
  const words = await statisticsWords()
  return fileResponse(request, async (context) => {
    const input = { practiceId: practice.data, moduleVersionId: version.data }
    const view = await viewQuizStatistics(context, input)
    if (!view.ok) return view
    const name = `quiz-${version.data.replace('@', '-version-')}.csv`
    return ok({ bytes: quizStatisticsFile(view.value, words), name, type: 'text/csv; charset=utf-8' })
  })
}

async function statisticsWords(): Promise<StatisticsWords> {
  const t = await getTranslations('measurement')
  return {
    column: (name) => t(`column.${name}`),
    standing: (kind) => t(`standing.${kind}`),
    few: t('few'),
    nearlyAll: t('nearlyAll'),
  }
}
