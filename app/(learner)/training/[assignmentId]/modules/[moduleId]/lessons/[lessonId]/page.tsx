import { getLocale, getMessages } from 'next-intl/server'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { LessonSources, LessonTerms } from '#components/lesson/lesson-sources'
import { LessonView } from '#components/lesson/lesson-view'
import { LessonEnd } from '#components/training/lesson-end'
import { LessonHead } from '#components/training/lesson-head'
import { PlaceOnSwitch } from '#components/training/place-on-switch'
import { PracticeNote } from '#components/training/practice-note'
import { ReadingPlace } from '#components/training/reading-place'
import { ReviewLine } from '#components/training/review-notes'
import { NotTranslated } from '#components/ui/not-translated'
import { viewLesson } from '#lib/use-cases/training/view-lesson'
import { dayFormatter } from '#lib/web/format-day'
import { assignmentId, contentId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'
import { onwardHref, resumeAnchor } from '#lib/web/training-links'

const address = { assignmentId, moduleId: contentId, lessonId: contentId }

export default async function LessonPage({
  params,
  searchParams,
}: PageProps<'/training/[assignmentId]/modules/[moduleId]/lessons/[lessonId]'>) {
  const input = await paramsOr404(address, params)
  const { view, actor, returned } = await pageContext((context) => viewLesson(context, input), {
    path: routes.lesson(input.assignmentId, input.moduleId, input.lessonId),
    search: searchParams,
  })
  const formatDate = dayFormatter(await getLocale())
  const { lesson: labels } = await getMessages()
  const { lesson, text, onward, previous } = view
  const isFinished = lesson.state === 'finished'
  const action = routes.reading(input.assignmentId, input.moduleId, input.lessonId)
  const fields = { cycle: String(view.cycle), version: view.moduleVersionId }
  return (
    <Shell actor={actor}>
      <ErrorSummary returned={returned} />
      <LessonHead
        language={text.language}
        minutes={lesson.minutes}
        moduleTitle={view.moduleTitle}
        number={view.number}
        outOf={view.outOf}
        overviewHref={routes.assignment(input.assignmentId)}
        resumeHref={resumeAnchor(lesson)}
        title={lesson.title}
        trackTitle={view.trackTitle}
      />
      <NotTranslated language={text.language} />
      <div lang={text.language}>
        <LessonView
          contacts={text.contacts}
          formatDate={formatDate}
          labels={labels}
          hrefForPicture={(name) => routes.picture(view.moduleVersionId, name)}
          terms={text.terms}
          tree={text.tree}
        />
      </div>
      {view.note && <PracticeNote formatDate={formatDate} labels={labels} note={view.note} />}
      <LessonEnd
        isFinished={isFinished}
        onward={{ kind: onward.kind, href: onwardHref(input.assignmentId, input.moduleId, onward) }}
        previous={
          previous && {
            title: previous.title,
            href: routes.lesson(input.assignmentId, previous.moduleId, previous.lessonId),
          }
        }
        reading={{ action, fields }}
      />
      <LessonTerms labels={labels.terms} terms={text.terms} tree={text.tree} />
      <LessonSources
        formatDate={formatDate}
        labels={labels.sources}
        sources={text.sources}
        tree={text.tree}
      />
      <ReviewLine
        href={`${routes.assignment(input.assignmentId)}#review`}
        partId={input.moduleId}
        reviewedOn={view.lastReviewOn && formatDate(view.lastReviewOn)}
        version={view.version}
      />
      {!isFinished && <ReadingPlace action={action} fields={new URLSearchParams(fields).toString()} />}
      <PlaceOnSwitch />
    </Shell>
  )
}
