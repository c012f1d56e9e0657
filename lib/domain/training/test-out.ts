import type { ModuleVersionId } from '#lib/domain/ids'

/**
 * The fewest items of one objective that may show that its lesson is not needed. With four options each, guessing gets one item
 * right one time in four, and two one time in sixteen: the binomial model by which Millman sets the length and the pass mark
 * of tests on a single domain (Review of Educational Research 43, 1973, 205-216). More would be surer, and would make the form
 * long; the cost of an error is small, since the quiz asks the same objective again, with other items.
 */
export const fewestItemsToTestOut = 2

/** An answer of the form before a training. */
export type ShownAnswer = {
  readonly moduleVersionId: ModuleVersionId
  readonly objectiveId: string
  readonly itemId: string
  readonly isRight: boolean
}

/** A lesson with its objectives, and those of its module that have a must-pass item. */
export type LessonToShow = {
  readonly moduleVersionId: ModuleVersionId
  readonly lessonId: string
  readonly objectives: readonly string[]
  readonly mustPassObjectives: readonly string[]
}

/** A lesson that need not be read, with the items that showed it. */
export type ShownLesson = Pick<LessonToShow, 'moduleVersionId' | 'lessonId'> & {
  readonly shownBy: readonly string[]
}

/**
 * The lessons whose every objective was shown: all its items in the form were right, and there were at least
 * `fewestItemsToTestOut`. An objective with a must-pass item is never shown that way, however many were right; nor does what
 * was answered on another version of a module show anything of this one.
 */
export function shownLessons(
  lessons: readonly LessonToShow[],
  answers: readonly ShownAnswer[],
): readonly ShownLesson[] {
  return lessons.flatMap(({ moduleVersionId, lessonId, objectives, mustPassObjectives }) => {
    const ofObjective = (id: string) =>
      answers.filter((each) => each.moduleVersionId === moduleVersionId && each.objectiveId === id)
    const isShown = (id: string) => {
      const own = ofObjective(id)
      return own.length >= fewestItemsToTestOut && own.every(({ isRight }) => isRight)
    }
    const areAllShown = objectives.every((id) => isShown(id) && !mustPassObjectives.includes(id))
    if (objectives.length === 0 || !areAllShown) return []
    const shownBy = objectives.flatMap((id) => ofObjective(id).map(({ itemId }) => itemId))
    return [{ moduleVersionId, lessonId, shownBy: [...new Set(shownBy)] }]
  })
}
