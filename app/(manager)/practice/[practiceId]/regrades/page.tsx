import { getTranslations } from 'next-intl/server'
import { CorrectionList } from '#components/assessment/correction-list'
import { QuizTabs } from '#components/assessment/quiz-tabs'
import { RegradeList } from '#components/assessment/regrade-list'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { Notice } from '#components/form/form-parts'
import { viewRegrades } from '#lib/use-cases/authoring/view-regrades'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { quizLinks, quizTabs } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** What can be scored again with a corrected key, and what was. */
export default async function RegradesPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/regrades'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewRegrades(context, input), {
    path: routes.regrades(input.practiceId),
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
      title={t('regrade.title')}
      width="reading"
    >
      <QuizTabs current="regrades" tabs={quizTabs(id, capabilities)} />
      <Notice returned={returned} />
      <p className="mb-6">{t('regrade.intro')}</p>
      {capabilities.includes('review') && (
        <CorrectionList
          corrections={view.corrections}
          hrefFor={(version) => routes.newRegrade(id, version)}
        />
      )}
      <RegradeList
        hrefFor={capabilities.includes('manage') ? (run) => routes.regrade(id, run) : null}
        runs={view.runs}
      />
    </PracticeFrame>
  )
}
