import type { ItemKind } from '#lib/domain/curriculum/item-kind'

/** An item with what is right about it. An item without a right option, or a quiz without an item, cannot be written. */
export type QuizItem = {
  readonly id: string
  readonly kind: ItemKind
  readonly objectiveId: string
  readonly mustPass: boolean
  /** As in a right answer: of an ordering in the right order, of a matching item "prompt=option" for each prompt. */
  readonly correctOptionIds: readonly [string, ...string[]]
}

export type Quiz = {
  /** A whole number from 0 to 100. */
  readonly passMarkPercent: number
  readonly items: readonly [QuizItem, ...QuizItem[]]
}

/** The options chosen, by item id, in the order chosen. An item left out was not answered. */
export type Answers = ReadonlyMap<string, readonly string[]>

export type Score = {
  readonly correct: number
  readonly outOf: number
  readonly passed: boolean
  /** Ids of the must-pass items that were not right, in the order of the quiz. */
  readonly missedMustPass: readonly string[]
  /** Ids of the objectives with at least one item that was not right, in the order of the quiz. */
  readonly missedObjectives: readonly string[]
}

/**
 * An item is right only when exactly the correct options are chosen, in an ordering also in exactly that order: ticking
 * everything scores nothing, and nothing scores in part. Passing takes the pass mark, compared in whole numbers, and every must-pass item.
 */
export function scoreAttempt(quiz: Quiz, answers: Answers): Score {
  const missed = quiz.items.filter((item) => !isRight(item, answers.get(item.id)))
  const outOf = quiz.items.length
  const correct = outOf - missed.length
  const missedMustPass = missed.filter((item) => item.mustPass).map((item) => item.id)
  const missedObjectives = [...new Set(missed.map((item) => item.objectiveId))]
  const reachedMark = correct * 100 >= quiz.passMarkPercent * outOf
  return {
    correct,
    outOf,
    passed: reachedMark && missedMustPass.length === 0,
    missedMustPass,
    missedObjectives,
  }
}

/** Whether an answer is exactly the right one. */
export function isRight(
  { kind, correctOptionIds: correct }: Pick<QuizItem, 'kind' | 'correctOptionIds'>,
  chosen: readonly string[] = [],
): boolean {
  if (chosen.length !== correct.length) return false
  if (kind === 'ordering') return correct.every((id, place) => chosen[place] === id)
  return new Set(correct).isSubsetOf(new Set(chosen))
}
