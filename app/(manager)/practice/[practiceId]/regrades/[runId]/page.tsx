import { getTranslations } from 'next-intl/server'
import { AffectedList } from '#components/assessment/affected-list'
import { RegradeFacts } from '#components/assessment/regrade-list'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { Notice } from '#components/form/form-parts'
import { viewRegrade } from '#lib/use-cases/practice/view-regrade'
import { runId } from '#lib/web/measurement-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { quizLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

/** Whom a regrade affects, and what was decided about each. */
export default async function RegradePage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/regrades/[runId]'>) {
  const input = await paramsOr404({ practiceId, runId }, params)
  const { view, actor, returned } = await pageContext((context) => viewRegrade(context, input), {
    path: routes.regrade(input.practiceId, input.runId),
    search: searchParams,
  })
  const t = await getTranslations('measurement')
  const { practiceId: id, run } = view
  return (
    <PracticeFrame
      actor={actor}
      current="quizzes"
      links={quizLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('regrade.affected')}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.regrades(id)}>
          {t('regrade.back')}
        </a>
      </p>
      <Notice returned={returned} />
      <div className="card mb-6">
        <RegradeFacts run={run} />
      </div>
      <p className="mb-6">{t('regrade.affectedIntro')}</p>
      <AffectedList
        hrefFor={(submission) => routes.regradedPerson(id, run.id, submission)}
        people={view.people}
      />
    </PracticeFrame>
  )
}
