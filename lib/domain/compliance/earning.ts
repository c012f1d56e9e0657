import { addDays, addMonths, type Instant, type LocalDate } from '#lib/domain/calendar'
import { type CadenceDates, cadenceDateAfter, firstCadenceDate } from '#lib/domain/compliance/cadence-dates'
import type { Counted } from '#lib/domain/compliance/counted-evidence'
import { type ExternalAccepted, scopeOf, type TrackScope } from '#lib/domain/compliance/evidence'
import type { Policy } from '#lib/domain/compliance/policy'

/** All parts of the track in one cycle, or accepted evidence from elsewhere. */
export type Completion = {
  readonly on: LocalDate
  readonly at: Instant | null
  /** Null for evidence from elsewhere: it speaks for the content that was published by its day. */
  readonly version: number | null
  /** The facts that make it, and the one among them that came last. */
  readonly ids: readonly string[]
  readonly closedBy: string
  /** Where evidence from elsewhere states its own end. */
  readonly statedThrough: LocalDate | null
  /** The one to renew with earns nothing where nothing was earned before. */
  readonly track: TrackScope
}

/** Accepted evidence as a completion; null where it had ended before it came. */
export function externalCompletion(external: Counted<ExternalAccepted>): Completion | null {
  const { event, on, at, ids } = external
  const statedThrough = event.validThrough ?? null
  if (statedThrough !== null && statedThrough < on) return null
  return { on, at, version: null, ids, closedBy: event.id, statedThrough, track: scopeOf(event) }
}

/** What completions have earned so far. */
export type Earned = {
  /** Months are always added to this day, never to a result that a short month has clamped. */
  readonly anchor: LocalDate
  readonly months: number
  /** The last day on which it counts; null for no end. */
  readonly validThrough: LocalDate | null
  /** The last day of what was earned before, where a renewal counts from that day and not from its own. */
  readonly keptFromOn: LocalDate | null
  /** The day and version of the completion that earned it last; 0 for evidence from elsewhere, older than any version. */
  readonly completedOn: LocalDate
  readonly version: number
  /** The track that earned it last, whose version that is. */
  readonly track: TrackScope
  /** Counted a period from its own day, because no date of the licence was known yet. */
  readonly isProvisional: boolean
}

/** What a policy counts by on a day. `dates` is null where it has no calendar, or that is not known yet. */
export type Basis = { readonly policy: Policy; readonly dates: CadenceDates | null }

export type Gain = {
  readonly earned: Earned
  /** True where the same would be earned with nothing before it. */
  readonly fresh: boolean
  readonly usesExtension: boolean
}

/** The first day of the renewal window: valid-through minus the window, never before the day after the completion. */
export function opensOn(earned: Earned, policy: Policy): LocalDate | null {
  if (earned.validThrough === null) return null
  const opens =
    'months' in policy.window
      ? addMonths(earned.validThrough, -policy.window.months)
      : addDays(earned.validThrough, -policy.window.days)
  return opens > earned.completedOn ? opens : addDays(earned.completedOn, 1)
}

/**
 * Rule 1. What a completion earns under the policy that governs its day, given what was earned before; null for
 * nothing. `extendedTo` is the extended due date of the cycle that it closes.
 */
export function gainFrom(
  completion: Completion,
  earned: Earned | null,
  { policy, dates }: Basis,
  extendedTo: LocalDate | null,
): Gain | null {
  if (earned?.validThrough === null || (earned === null && completion.track === 'renewal')) return null
  switch (policy.cadence) {
    case 'once':
      return fresh(completion, { anchor: completion.on, months: 0, on: null }, false)
    case 'rolling':
    case 'hire-anniversary':
    case 'fixed-date':
    case 'licence-renewal':
      if (completion.statedThrough !== null) return statedGain(completion, earned, completion.statedThrough)
      return recurringGain(completion, earned, { policy, dates }, extendedTo)
  }
}

/** Evidence that states its own end counts until then, unless what was earned before lasts as long. */
function statedGain(completion: Completion, earned: Earned | null, through: LocalDate): Gain | null {
  const lastsLonger = earned === null || earned.validThrough === null || through > earned.validThrough
  return lastsLonger ? fresh(completion, { anchor: through, months: 0, on: through }, false) : null
}

type Recurring = Exclude<Policy, { readonly cadence: 'once' }>
type Turns = { readonly policy: Recurring; readonly dates: CadenceDates | null }

/** A date through which something counts: `months` after `anchor`. */
type Place = { readonly anchor: LocalDate; readonly months: number; readonly on: LocalDate | null }

function recurringGain(
  completion: Completion,
  earned: Earned | null,
  turns: Turns,
  extendedTo: LocalDate | null,
): Gain | null {
  const anew = fresh(completion, firstPlace(completion.on, turns), isProvisionalIn(turns))
  if (earned === null || earned.validThrough === null) return anew
  if (completion.on <= earned.validThrough) {
    const opens = opensOn(earned, turns.policy)
    if (opens !== null && completion.on >= opens) return renewed(completion, earned, turns, false)
    return turns.policy.earlyCredit === 'none' ? null : early(completion, earned, anew)
  }
  // Rule 3: an extension keeps the anchor; leave does not, so only the extension is asked here (rule 5).
  if (extendedTo !== null && completion.on <= extendedTo) return renewed(completion, earned, turns, true)
  return anew
}

function isProvisionalIn({ policy, dates }: Turns): boolean {
  return policy.cadence === 'licence-renewal' && dates === null
}

/**
 * As for a first completion. Where the calendar is not known (no licence date yet, evidence from outside every employment
 * under an anniversary), a period from its own day: what is missing keeps nobody current for longer.
 */
function firstPlace(completedOn: LocalDate, { policy, dates }: Turns): Place {
  if (dates) return { anchor: dates.anchor, ...firstCadenceDate(dates, completedOn) }
  const months = policy.periodMonths
  return { anchor: completedOn, months, on: addMonths(completedOn, months) }
}

/** In the window or within an extension: a period on from the old anchor, or the cadence date after the old baseline. */
function nextPlace(old: Earned, { policy, dates }: Turns): Place {
  if (dates && old.validThrough !== null)
    return { anchor: dates.anchor, ...cadenceDateAfter(dates, old.validThrough) }
  const months = old.months + policy.periodMonths
  return { anchor: old.anchor, months, on: addMonths(old.anchor, months) }
}

/** Before the window: the later of the old valid-through and what a first completion would earn. */
function early(completion: Completion, earned: Earned, anew: Gain): Gain {
  const isLater = earned.validThrough !== null && (anew.earned.validThrough ?? '') > earned.validThrough
  if (isLater) return anew
  const { track } = completion
  const reached = completion.version ?? 0
  const version = track === earned.track ? Math.max(earned.version, reached) : reached
  const kept = { ...earned, completedOn: completion.on, version, track }
  return { earned: kept, fresh: false, usesExtension: false }
}

function renewed(completion: Completion, old: Earned, turns: Turns, usesExtension: boolean): Gain {
  const place = nextPlace(old, turns)
  return {
    earned: { ...earnedBy(completion, place, isProvisionalIn(turns)), keptFromOn: old.validThrough },
    fresh: false,
    usesExtension,
  }
}

function fresh(completion: Completion, place: Place, isProvisional: boolean): Gain {
  // What only renews stands on what was there before it.
  return {
    earned: earnedBy(completion, place, isProvisional),
    fresh: completion.track === 'initial',
    usesExtension: false,
  }
}

function earnedBy(
  completion: Completion,
  { anchor, months, on: validThrough }: Place,
  isProvisional: boolean,
): Earned {
  const { on: completedOn, version, track } = completion
  return {
    anchor,
    months,
    validThrough,
    keptFromOn: null,
    completedOn,
    version: version ?? 0,
    track,
    isProvisional,
  }
}
