import type { CaseProgress, LessonProgress, NextStep, Onward } from '#lib/domain/training/track-progress'
import type { UpdateStep } from '#lib/domain/training/training-item'
import { routes } from '#lib/web/routes'

/** Leads to the block at which the reader left, in a lesson that was begun. */
export function lessonHref(assignmentId: string, moduleId: string, lesson: LessonProgress): string {
  const page = routes.lesson(assignmentId, moduleId, lesson.id)
  return resumeAnchor(lesson) === null ? page : `${page}${resumeAnchor(lesson)}`
}

/** Null where there is nothing to resume: an unread or finished lesson, or one that was left at its beginning. */
export function resumeAnchor({ state, place }: LessonProgress): string | null {
  return state === 'begun' && place > 1 ? `#block-${place}` : null
}

/** Where a case goes on: at the very scene where it stands, or before its first. */
export function caseHref(assignmentId: string, { outline, played }: CaseProgress): string {
  return played.kind === 'begun' ? routes.play(played.playId) : routes.case(assignmentId, outline.caseId)
}

export function nextStepHref(assignmentId: string, next: NextStep | UpdateStep): string {
  if (next.kind === 'update') return routes.trackUpdate(assignmentId)
  if (next.kind === 'case') return caseHref(assignmentId, next.case)
  const { moduleId } = next.module
  return next.kind === 'quiz'
    ? routes.quiz(assignmentId, moduleId)
    : lessonHref(assignmentId, moduleId, next.lesson)
}

/** Where the end of a lesson leads. */
export function onwardHref(assignmentId: string, moduleId: string, onward: Onward) {
  switch (onward.kind) {
    case 'lesson':
      return routes.lesson(assignmentId, moduleId, onward.lessonId)
    case 'quiz':
      return routes.quiz(assignmentId, moduleId)
    case 'overview':
      return routes.assignment(assignmentId)
  }
}
