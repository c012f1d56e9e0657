import type { DrawnItem } from '#lib/domain/curriculum/draw-quiz'
import { ok, type Result, refuse } from '#lib/domain/result'

/** Chosen option ids by item id, as they came in. */
export type GivenAnswers = Readonly<Record<string, readonly string[]>>

/**
 * The answers, if every item is one of the sitting's and every option one of its item's, each named once. Anything else
 * was not made by our page.
 */
export function readAnswers(
  items: readonly DrawnItem[],
  given: GivenAnswers,
): Result<ReadonlyMap<string, ReadonlySet<string>>, 'answers-foreign'> {
  const byId = new Map(items.map((item) => [item.itemId, item.optionIds]))
  const answers = new Map<string, ReadonlySet<string>>()
  for (const [itemId, chosen] of Object.entries(given)) {
    const options = byId.get(itemId)
    const set = new Set(chosen)
    if (!options || set.size !== chosen.length || chosen.some((id) => !options.includes(id))) {
      return refuse('answers-foreign')
    }
    if (set.size > 0) answers.set(itemId, set)
  }
  return ok(answers)
}

/** The items, in order, that have no answer yet. */
export function unanswered(
  items: readonly DrawnItem[],
  answers: ReadonlyMap<string, unknown>,
): readonly string[] {
  return items.map((item) => item.itemId).filter((itemId) => !answers.has(itemId))
}
