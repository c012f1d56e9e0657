import type { LocalDate } from '#lib/domain/calendar'
import { placedOn } from '#lib/domain/compliance/basis'
import type { Earned } from '#lib/domain/compliance/earning'
import type { Circumstances } from '#lib/domain/compliance/obligation'

/**
 * What was earned and then replaced, where one of the two, or both, had no date of the licence yet and counted for now only.
 * `ids`: what it rests on.
 */
export type Waiting = Placed

type Placed = { readonly earned: Earned; readonly ids: readonly string[] }

/**
 * What the licence's first date makes of what was earned, and of what that replaced: the later end counts, since a further
 * completion takes nothing away. `best` is null where nothing changes; `waiting` is what still waits for a date.
 */
export function bestPlaced(
  on: LocalDate,
  earned: Earned,
  waiting: readonly Waiting[],
  circumstances: Circumstances,
): { readonly best: Placed | null; readonly waiting: readonly Waiting[] } {
  const own = placedOn(on, earned, circumstances)
  const others = waiting.flatMap((each): Placed[] => {
    if (!each.earned.isProvisional)
      return own ? [{ earned: each.earned, ids: [...each.ids, ...own.ids] }] : []
    const found = placedOn(on, each.earned, circumstances)
    return found ? [{ earned: found.earned, ids: [...each.ids, ...found.ids] }] : []
  })
  if (!own && others.length === 0) return { best: null, waiting }
  const standing: Placed = own ?? { earned, ids: [] }
  const best = others.reduce((last, each) => (isLater(each, last) ? each : last), standing)
  if (best.earned === earned) return { best: null, waiting: [] }
  // It is still the last completion that is shown, and whose version the person has.
  const { completedOn, version, track } = earned
  return { best: { ids: best.ids, earned: { ...best.earned, completedOn, version, track } }, waiting: [] }
}

const isLater = (a: Placed, b: Placed) =>
  b.earned.validThrough !== null && (a.earned.validThrough ?? '') > b.earned.validThrough
