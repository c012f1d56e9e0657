import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { assessed } from '#lib/domain/compliance/assessment'
import { standingAfter } from '#lib/domain/compliance/standing'

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
  const { counted, circumstances, duty } = assessed(history, asOf, knownAt)
  if (duty.kind === 'not-required') return null
  const { beganOn, begunBy, parts } = standingAfter(counted, circumstances, asOf).cycle
  return {
    beganOn,
    beganAt: begunBy?.at ?? null,
    closedBy: begunBy?.closedBy ?? null,
    partsDone: [...parts.keys()],
  }
}

export function currentCycleBeganOn(history: History, asOf: LocalDate, knownAt?: Instant): LocalDate | null {
  return currentCycle(history, asOf, knownAt)?.beganOn ?? null
}
