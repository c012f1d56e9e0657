import { addDays, addMonths, earlierOf, type LocalDate } from '#lib/domain/calendar'
import { cadenceDateAfter } from '#lib/domain/compliance/cadence-dates'
import type { Counted } from '#lib/domain/compliance/counted-evidence'
import { type Basis, type Completion, type Earned, opensOn } from '#lib/domain/compliance/earning'
import type { Extended, PartCompleted, PartStarted } from '#lib/domain/compliance/evidence'
import type { Policy } from '#lib/domain/compliance/policy'

/**
 * Rule 2. One turn of the requirement: it begins with the obligation, or at the completion that closed the last one,
 * and ends only with its own.
 */
export type Cycle = {
  readonly beganOn: LocalDate
  readonly begunBy: Completion | null
  /** The latest completion of each part in this cycle. */
  readonly parts: ReadonlyMap<string, Counted<PartCompleted>>
  /** The first fact that shows a part begun. */
  readonly firstBegun: Counted | null
  readonly extensions: readonly Counted<Extended>[]
}

export function cycleFrom(beganOn: LocalDate, begunBy: Completion | null): Cycle {
  return { beganOn, begunBy, parts: new Map(), firstBegun: null, extensions: [] }
}

export function withBegun(cycle: Cycle, begun: Counted<PartStarted | PartCompleted>, policy: Policy): Cycle {
  const isAsked = policy.parts === null || policy.parts.includes(begun.event.part)
  return isAsked && cycle.firstBegun === null ? { ...cycle, firstBegun: begun } : cycle
}

export function withPart(cycle: Cycle, done: Counted<PartCompleted>, policy: Policy): Cycle {
  return { ...withBegun(cycle, done, policy), parts: new Map(cycle.parts).set(done.event.part, done) }
}

/** Under `none`, parts of the next cycle open on the first day of the window (rule 2); `once` has no next cycle. */
export function isOpenToParts(earned: Earned | null, policy: Policy, on: LocalDate): boolean {
  if (policy.cadence === 'once' || policy.earlyCredit === 'reanchor') return true
  const opens = earned && opensOn(earned, policy)
  return opens === null || on >= opens
}

/**
 * The completion that a part closes: all parts that the policy asks for, in this cycle. Its version is the earliest
 * among them. Null while one is missing, and where the policy reads whole completions instead of parts.
 */
export function findCompletionByParts(cycle: Cycle, last: Counted, policy: Policy): Completion | null {
  if (policy.parts === null || cycle.parts.size < policy.parts.length) return null
  const parts = policy.parts.flatMap((part) => cycle.parts.get(part) ?? [])
  if (parts.length < policy.parts.length) return null
  return {
    on: last.on,
    at: last.at,
    version: Math.min(...parts.map(({ event }) => event.version)),
    ids: parts.flatMap(({ ids }) => ids),
    closedBy: last.event.id,
    statedThrough: null,
    track: 'initial',
  }
}

export type Extension = { readonly to: LocalDate; readonly ids: readonly string[] }

/**
 * Rule 3. The latest day to which this cycle's due date was extended. An extension may not reach the next baseline
 * date; one that does is held to the day before it, so that it never swallows a whole turn.
 */
export function findExtension(cycle: Cycle, earned: Earned | null, basis: Basis): Extension | null {
  const [first, ...rest] = cycle.extensions
  if (!first) return null
  const { event, ids } = rest.reduce((best, each) => (each.event.to > best.event.to ? each : best), first)
  const nextBaselineOn = earned && findNextBaseline(earned, basis)
  if (nextBaselineOn === null) return { to: event.to, ids }
  const to = earlierOf(event.to, addDays(nextBaselineOn, -1))
  return { to, ids: [...ids, ...(basis.dates?.ids ?? [])] }
}

/** The due date after the one of this cycle. Null where none follows. */
function findNextBaseline(earned: Earned, { policy, dates }: Basis): LocalDate | null {
  if (policy.cadence === 'once' || earned.validThrough === null) return null
  if (dates) return cadenceDateAfter(dates, earned.validThrough).on
  return addMonths(earned.anchor, earned.months + policy.periodMonths)
}

export function withExtension(cycle: Cycle, extended: Counted<Extended>): Cycle {
  return { ...cycle, extensions: [...cycle.extensions, extended] }
}
