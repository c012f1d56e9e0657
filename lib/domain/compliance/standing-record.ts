import type { LocalDate } from '#lib/domain/calendar'
import { type Cycle, cycleFrom } from '#lib/domain/compliance/cycle'
import type { Earned } from '#lib/domain/compliance/earning'
import type { Change, Versions } from '#lib/domain/compliance/supersession'
import type { Waiting } from '#lib/domain/compliance/waiting'

/** One change of what was earned. `fresh`: it would have come out the same with nothing before it. */
type Step = { readonly ids: readonly string[]; readonly fresh: boolean; readonly place: number }

/** Where the evidence, replayed from nothing, has brought a person. */
export type Standing = {
  readonly earned: Earned | null
  /** Whoever completes again loses nothing by it: these may yet end later than what the licence's first date makes of it. */
  readonly waiting: readonly Waiting[]
  readonly cycle: Cycle
  readonly steps: readonly Step[]
  readonly changes: readonly Change[]
  /** Of each track the highest version published so far, and the highest that the person completed or was updated to. */
  readonly published: Versions
  readonly reached: Versions
}

const noVersion: Versions = { initial: 0, renewal: 0 }

/** Before anything was done. */
export function nothingYet(on: LocalDate): Standing {
  const cycle = cycleFrom(on, null)
  return {
    earned: null,
    waiting: [],
    cycle,
    steps: [],
    changes: [],
    published: noVersion,
    reached: noVersion,
  }
}

/** Rules 6 and 7: at a hire, and when an obligation begins, evidence that is still valid counts; the rest does not. */
export function begunAnew(standing: Standing, on: LocalDate): Standing {
  const through = standing.earned?.validThrough
  const hasExpired = through !== undefined && through !== null && through < on
  const cycle = cycleFrom(on, null)
  return hasExpired ? { ...standing, cycle, earned: null, waiting: [], steps: [] } : { ...standing, cycle }
}

/**
 * The ids that what was earned rests on: everything since the last step that stood on its own. With `from`, the place
 * of a fact that must be shown as well, since the last such step at or before it.
 */
export function earningIds(standing: Standing, from = Number.POSITIVE_INFINITY): readonly string[] {
  const start = standing.steps.findLastIndex((step) => step.fresh && step.place <= from)
  return standing.steps.slice(Math.max(start, 0)).flatMap((step) => step.ids)
}
