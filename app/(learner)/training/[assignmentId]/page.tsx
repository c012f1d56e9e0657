import { getLocale, getTranslations } from 'next-intl/server'
import { CaseList } from '#components/case/case-list'
import { Shell } from '#components/layout/shell'
import { AssignmentStanding } from '#components/training/assignment-standing'
import { ModuleList } from '#components/training/module-list'
import { ReviewNotes } from '#components/training/review-notes'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { dayFormatter } from '#lib/web/format-day'
import { assignmentId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'
import { caseHref, lessonHref, nextStepHref } from '#lib/web/training-links'

export default async function AssignmentPage({ params }: PageProps<'/training/[assignmentId]'>) {
  const input = await paramsOr404({ assignmentId }, params)
  const { view, actor } = await pageContext((context) => viewAssignment(context, input))
  const formatDay = dayFormatter(await getLocale())
  const calendar = await getTranslations('calendar')
  const { modules, cases } = view.progress
  return (
    <Shell actor={actor}>
      <AssignmentStanding
        formHrefs={{
          before: routes.formOffer(view.assignmentId, 'before'),
          after: routes.formOffer(view.assignmentId, 'after'),
        }}
        formatDay={formatDay}
        item={view}
        nextHref={view.next && nextStepHref(view.assignmentId, view.next)}
        overviewHref={routes.training}
      />
      {view.answer?.dueOn && (
        <p className="no-print mt-3">
          <a className="inline-flex min-h-11 items-center" href={routes.dueDateFile(view.assignmentId)}>
            {calendar('addDue')}
          </a>
        </p>
      )}
      <ModuleList
        attemptLimit={view.attemptLimit}
        formatDay={formatDay}
        lessonHref={(moduleId, lesson) => lessonHref(view.assignmentId, moduleId, lesson)}
        modules={modules}
        opensOn={view.opensOn}
        quizHref={(moduleId) => routes.quiz(view.assignmentId, moduleId)}
      />
      <CaseList
        caseHref={(progress) => caseHref(view.assignmentId, progress)}
        cases={cases}
        formatDay={formatDay}
      />
      <ReviewNotes formatDay={formatDay} parts={[...modules, ...cases].map(({ outline }) => outline)} />
    </Shell>
  )
}
