import type { DrawnItem } from '#lib/domain/curriculum/bank-item'
import { sidesOf } from '#lib/domain/curriculum/item-kind'
import { ok, type Result, refuse } from '#lib/domain/result'

/** Chosen option ids by item id, as they came in: all of an ordering, in order; "prompt=option" of a matching item. */
export type GivenAnswers = Readonly<Record<string, readonly string[]>>

/** Of each item that has an answer, or a part of one. */
export type ReadAnswers = ReadonlyMap<string, readonly string[]>
/** What was saved of a sitting, by item id. Each save of an item has a revision of its own, from 1. */
export type SavedAnswers = Readonly<
  Record<string, { readonly optionIds: readonly string[]; readonly revision: number }>
>

/** The revision of each item that a page was showing when it was filled in; 0 where it showed none. */
export type ShownRevisions = Readonly<Record<string, number>>

/** What counts at the hand-in: what the page gives, and of what it leaves out, what was saved. */
export function withSaved(given: GivenAnswers, saved: SavedAnswers): GivenAnswers {
  const before = Object.entries(saved).map(([itemId, { optionIds }]) => [itemId, optionIds] as const)
  return { ...Object.fromEntries(before), ...given }
}

/** The items that were answered otherwise on another page, after this one was shown: nobody but the learner can choose. */
export function answeredElsewhere(
  given: GivenAnswers,
  saved: SavedAnswers,
  shown: ShownRevisions,
): readonly string[] {
  return Object.entries(given).flatMap(([itemId, chosen]) => {
    const other = saved[itemId]
    const isNewer = other !== undefined && other.revision > (shown[itemId] ?? 0)
    return isNewer && JSON.stringify(other.optionIds) !== JSON.stringify(chosen) ? [itemId] : []
  })
}

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
