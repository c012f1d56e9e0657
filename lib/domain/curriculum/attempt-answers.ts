import type { DrawnItem } from '#lib/domain/curriculum/bank-item'
import { sidesOf } from '#lib/domain/curriculum/item-kind'
import { ok, type Result, refuse } from '#lib/domain/result'

/** Chosen option ids by item id, as they came in: all of an ordering, in order; "prompt=option" of a matching item. */
export type GivenAnswers = Readonly<Record<string, readonly string[]>>

/** Of each item that has an answer, or a part of one. */
export type ReadAnswers = ReadonlyMap<string, readonly string[]>

/**
 * The answers, if every item is one of the sitting's and every option one of its item's, each named once; of a single one
 * option, of an ordering all of them. Anything else was not made by our page.
 */
export function readAnswers(
  items: readonly DrawnItem[],
  given: GivenAnswers,
): Result<ReadAnswers, 'answers-foreign'> {
  const byId = new Map(items.map((item) => [item.itemId, item]))
  const answers = new Map<string, readonly string[]>()
  for (const [itemId, chosen] of Object.entries(given)) {
    const item = byId.get(itemId)
    if (!(item && isOf(item, chosen))) return refuse('answers-foreign')
    if (chosen.length > 0) answers.set(itemId, chosen)
  }
  return ok(answers)
}

function isOf(item: DrawnItem, chosen: readonly string[]): boolean {
  const names = (ids: readonly string[]) =>
    new Set(ids).size === ids.length && ids.every((id) => item.optionIds.includes(id))
  switch (item.kind) {
    case 'single':
      return chosen.length <= 1 && names(chosen)
    case 'multiple':
      return names(chosen)
    case 'ordering':
      return (chosen.length === 0 || chosen.length === item.optionIds.length) && names(chosen)
    case 'matching':
      return pairsUp(item, chosen)
  }
}

/** One option may go with several prompts, but a prompt with one option only. */
function pairsUp(item: DrawnItem, chosen: readonly string[]): boolean {
  const pairs = chosen.flatMap((pair) => sidesOf(pair) ?? [])
  const prompts = new Set(pairs.map(({ promptId }) => promptId))
  return (
    prompts.size === chosen.length &&
    pairs.every(
      ({ promptId, optionId }) => item.promptIds.includes(promptId) && item.optionIds.includes(optionId),
    )
  )
}

/** The items, in order, that have no whole answer yet. */
export function unanswered(items: readonly DrawnItem[], answers: ReadAnswers): readonly string[] {
  const needed = (item: DrawnItem) => (item.kind === 'matching' ? item.promptIds.length : 1)
  return items
    .filter((item) => (answers.get(item.itemId)?.length ?? 0) < needed(item))
    .map((item) => item.itemId)
}
