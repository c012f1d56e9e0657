import { type SeededRandom, seededRandom } from '#lib/domain/curriculum/seeded-random'
import { invariant } from '#lib/domain/invariant'

export type BankItem = {
  readonly id: string
  readonly objectiveId: string
  readonly mustPass: boolean
  readonly optionIds: readonly string[]
}

export type Draw = {
  /** How many items an attempt asks. */
  readonly size: number
  /** Kept secret on the server. The same seed, bank and earlier attempts draw the same quiz. */
  readonly seed: string
  /** Item ids of each earlier attempt, the latest first. */
  readonly seen: readonly (readonly string[])[]
}

/** One item of a drawn quiz, with its options in the order in which they are shown. */
export type DrawnItem = { readonly itemId: string; readonly optionIds: readonly string[] }

type Shelf = { readonly items: readonly BankItem[]; readonly hasMustPass: boolean; readonly unseen: number }

/**
 * Draws and freezes a quiz. The blueprint always holds: no objective gets two items more than another; every objective
 * drawn from that has must-pass items gives one of them; a bank with must-pass items always gives at least one. Within
 * it, items not seen yet come first, then those seen longest ago. Throws when the bank cannot fill the blueprint.
 */
export function drawQuiz(bank: readonly BankItem[], draw: Draw): readonly [DrawnItem, ...DrawnItem[]] {
  invariant(Number.isInteger(draw.size) && draw.size > 0, 'a quiz asks at least one item')
  invariant(new Set(bank.map((item) => item.id)).size === bank.length, 'item ids in a bank are unique')
  const random = seededRandom(draw.seed)
  const shelves = shelvesOf(preferred(bank, draw.seen, random), draw.seen)
  const chosen = quotas(shelves, draw.size, random).flatMap(({ shelf, quota }) => take(shelf, quota))
  const [first, ...rest] = random.shuffled(chosen).map((item) => frozen(item, random))
  invariant(first && rest.length === draw.size - 1, 'the bank fills the draw')
  return [first, ...rest]
}

/** The bank in the order of choice: never seen, then seen longest ago; by chance among equals. */
function preferred(bank: readonly BankItem[], seen: Draw['seen'], random: SeededRandom): readonly BankItem[] {
  const attemptsAgo = (item: BankItem) => {
    const latest = seen.findIndex((attempt) => attempt.includes(item.id))
    return latest < 0 ? seen.length : latest
  }
  return random.shuffled(bank).sort((a, b) => attemptsAgo(b) - attemptsAgo(a))
}

function shelvesOf(bank: readonly BankItem[], seen: Draw['seen']): readonly Shelf[] {
  const seenIds = new Set(seen.flat())
  return [...Map.groupBy(bank, (item) => item.objectiveId).values()].map((items) => ({
    items,
    hasMustPass: items.some((item) => item.mustPass),
    unseen: items.filter((item) => !seenIds.has(item.id)).length,
  }))
}

/** An equal share for each objective; what is left over goes, one each, first to must-pass, then to unseen items. */
function quotas(shelves: readonly Shelf[], size: number, random: SeededRandom) {
  invariant(shelves.length > 0, 'a bank has items')
  const share = Math.floor(size / shelves.length)
  invariant(
    shelves.every((shelf) => shelf.items.length >= share),
    'every objective has items for its share of the draw',
  )
  const roomy = random.shuffled(shelves.filter((shelf) => shelf.items.length > share))
  const wish = (shelf: Shelf) => (share === 0 && shelf.hasMustPass ? 2 : 0) + (shelf.unseen > share ? 1 : 0)
  const extra = new Set(roomy.sort((a, b) => wish(b) - wish(a)).slice(0, size - share * shelves.length))
  return shelves.map((shelf) => ({ shelf, quota: share + (extra.has(shelf) ? 1 : 0) }))
}

function take(shelf: Shelf, quota: number): readonly BankItem[] {
  const critical = shelf.items.find((item) => item.mustPass)
  if (!critical || quota === 0) return shelf.items.slice(0, quota)
  return [critical, ...shelf.items.filter((item) => item !== critical).slice(0, quota - 1)]
}

function frozen(item: BankItem, random: SeededRandom): DrawnItem {
  return { itemId: item.id, optionIds: random.shuffled(item.optionIds) }
}
