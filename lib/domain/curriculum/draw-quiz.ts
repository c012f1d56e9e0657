import type { BankItem, DrawnItem } from '#lib/domain/curriculum/bank-item'
import {
  type Asked,
  blueprintFaults,
  evenShare,
  type Shelf,
  shelvesOf,
} from '#lib/domain/curriculum/blueprint'
import { firstOrders } from '#lib/domain/curriculum/item-kind'
import { type SeededRandom, seededRandom } from '#lib/domain/curriculum/seeded-random'
import { invariant } from '#lib/domain/invariant'

export type Draw = Asked & {
  /** Kept secret on the server. The same seed, bank and earlier attempts draw the same quiz. */
  readonly seed: string
  /** Item ids of each earlier attempt, the latest first. */
  readonly seen: readonly (readonly string[])[]
}

/** What is drawn as one: an item that stands alone, or every item of a vignette. */
type Unit = {
  readonly items: readonly BankItem[]
  readonly objectives: ReadonlyMap<string, readonly BankItem[]>
}

/**
 * Draws and freezes a quiz. The blueprint always holds: as many items of each objective as it says, or without one no
 * objective gets two items more than another; every objective with must-pass items gives one of them; a vignette comes
 * whole or not at all. Within it, items not seen yet come first, then those seen longest ago. Throws when the bank cannot
 * fill the blueprint.
 */
export function drawQuiz(bank: readonly BankItem[], draw: Draw): readonly [DrawnItem, ...DrawnItem[]] {
  invariant(Number.isInteger(draw.size) && draw.size > 0, 'a quiz asks at least one item')
  invariant(new Set(bank.map((item) => item.id)).size === bank.length, 'item ids in a bank are unique')
  invariant(bank.length > 0, 'a bank has items')
  const [fault] = blueprintFaults(bank, draw)
  invariant(!fault, `the bank fills the blueprint: ${fault?.kind}`)
  const random = seededRandom(draw.seed)
  const units = preferred(unitsOf(bank), draw.seen, random)
  const shelves = shelvesOf(units.flatMap((unit) => unit.items))
  const chosen = chosenUnits(units, shelves, quotas(shelves, draw, random))
  const [first, ...rest] = random
    .shuffled(chosen)
    .flatMap((unit) => unit.items)
    .map((item) => frozenItem(item, random))
  invariant(first && rest.length === draw.size - 1, 'the bank fills the draw')
  return [first, ...rest]
}

function unitsOf(bank: readonly BankItem[]): readonly Unit[] {
  const sets = Map.groupBy(bank, (item) => item.vignetteId ?? `item ${item.id}`)
  return [...sets.values()].map((items) => ({
    items,
    objectives: Map.groupBy(items, (item) => item.objectiveId),
  }))
}

/** In the order of choice: never seen, then seen longest ago; by chance among equals. A set is as old as its latest item. */
function preferred(units: readonly Unit[], seen: Draw['seen'], random: SeededRandom): readonly Unit[] {
  const attemptsAgo = ({ items }: Unit) => {
    const latest = seen.findIndex((attempt) => items.some((item) => attempt.includes(item.id)))
    return latest < 0 ? seen.length : latest
  }
  return random.shuffled(units).sort((a, b) => attemptsAgo(b) - attemptsAgo(a))
}

/** How many items each objective gives; what an even spread leaves over goes first to must-pass, then to unseen items. */
function quotas(
  shelves: readonly Shelf[],
  { size, blueprint, seen }: Draw,
  random: SeededRandom,
): ReadonlyMap<string, number> {
  if (blueprint) return new Map(Object.entries(blueprint))
  const seenIds = new Set(seen.flat())
  const share = evenShare(size, shelves)
  const unseen = ({ alone }: Shelf) => alone.filter((item) => !seenIds.has(item.id)).length
  const wish = (shelf: Shelf) => (share === 0 && shelf.hasMustPass ? 2 : 0) + (unseen(shelf) > share ? 1 : 0)
  const roomy = random.shuffled(shelves.filter((shelf) => shelf.alone.length > share))
  const extra = new Set(roomy.sort((a, b) => wish(b) - wish(a)).slice(0, size - share * shelves.length))
  return new Map(shelves.map((shelf) => [shelf.objectiveId, share + (extra.has(shelf) ? 1 : 0)]))
}

/**
 * Takes each unit in turn that still fits. The last place of an objective is kept for a must-pass item until it has one. What
 * stands alone fills every place, so that taking a whole vignette never leaves one empty.
 */
function chosenUnits(units: readonly Unit[], shelves: readonly Shelf[], quota: ReadonlyMap<string, number>) {
  const open = new Map(quota)
  const owed = new Set(shelves.filter(({ hasMustPass }) => hasMustPass).map(({ objectiveId }) => objectiveId))
  const settles = (objectiveId: string, items: readonly BankItem[]) =>
    !owed.has(objectiveId) || items.some((item) => item.mustPass)
  const fits = ({ objectives }: Unit) =>
    [...objectives].every(([id, items]) => {
      const left = (open.get(id) ?? 0) - items.length
      return left > 0 || (left === 0 && settles(id, items))
    })
  return units.filter((unit) => {
    if (!fits(unit)) return false
    for (const [id, items] of unit.objectives) {
      open.set(id, (open.get(id) ?? 0) - items.length)
      if (settles(id, items)) owed.delete(id)
    }
    return true
  })
}

/** An item with its options in an order by chance: of an ordering one in which it is not right already. */
export function frozenItem({ id, kind, promptIds, optionIds }: BankItem, random: SeededRandom): DrawnItem {
  const orders = kind === 'ordering' ? firstOrders(optionIds) : undefined
  const shown = orders?.[random.below(orders.length)] ?? random.shuffled(optionIds)
  return { itemId: id, kind, promptIds, optionIds: shown }
}
