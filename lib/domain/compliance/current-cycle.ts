import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'

export type CurrentCycle = {
  readonly beganOn: LocalDate
  /** The moment of the completion that closed the cycle before, where it was recorded. Null in a first cycle. */
  readonly beganAt: Instant | null
  /** The fact that closed the cycle before. Null in a first cycle. */
  readonly closedBy: string | null
  /** Parts completed in this cycle so far. */
  readonly partsDone: readonly string[]
}

/** The turn that a completion on `asOf` would close; null where nothing is asked of the person that day (rule 2). */
export function currentCycle(history: History, asOf: LocalDate, knownAt?: Instant): CurrentCycle | null {
  throw new Error(`not yet written: ${history.events.length} ${asOf} ${knownAt}`)
}

export function currentCycleBeganOn(history: History, asOf: LocalDate, knownAt?: Instant): LocalDate | null {
  return currentCycle(history, asOf, knownAt)?.beganOn ?? null
}
