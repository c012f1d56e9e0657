import { addDays, addMonths, type Instant, type LocalDate } from '#lib/domain/calendar'
import type { Counted } from '#lib/domain/compliance/counted-evidence'
import type { ExternalAccepted } from '#lib/domain/compliance/evidence'
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
}

/** Accepted evidence as a completion; null where it had ended before it came. */
export function externalCompletion(external: Counted<ExternalAccepted>): Completion | null {
  const { event, on, at, ids } = external
  const statedThrough = event.validThrough ?? null
  if (statedThrough !== null && statedThrough < on) return null
  return { on, at, version: null, ids, closedBy: event.id, statedThrough }
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
}

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
  policy: Policy,
  extendedTo: LocalDate | null,
): Gain | null {
  if (earned?.validThrough === null) return null
  switch (policy.cadence) {
    case 'once':
      return fresh(completion, completion.on, 0, null)
    case 'rolling':
      if (completion.statedThrough !== null) return statedGain(completion, earned, completion.statedThrough)
      return rollingGain(completion, earned, policy, extendedTo)
  }
}

/** Evidence that states its own end counts until then, unless what was earned before lasts as long. */
function statedGain(completion: Completion, earned: Earned | null, through: LocalDate): Gain | null {
  const lastsLonger = earned === null || earned.validThrough === null || through > earned.validThrough
  return lastsLonger ? fresh(completion, through, 0, through) : null
}

type Rolling = Extract<Policy, { readonly cadence: 'rolling' }>

function rollingGain(
  completion: Completion,
  earned: Earned | null,
  policy: Rolling,
  extendedTo: LocalDate | null,
): Gain | null {
  const counted = addMonths(completion.on, policy.periodMonths)
  const anew = fresh(completion, completion.on, policy.periodMonths, counted)
  if (earned === null || earned.validThrough === null) return anew
  if (completion.on <= earned.validThrough) {
    const opens = opensOn(earned, policy)
    if (opens !== null && completion.on >= opens) return onKeptAnchor(completion, earned, policy, false)
    return policy.earlyCredit === 'none' ? null : early(completion, earned, anew)
  }
  // Rule 3: an extension keeps the anchor; leave does not, so only the extension is asked here (rule 5).
  if (extendedTo !== null && completion.on <= extendedTo)
    return onKeptAnchor(completion, earned, policy, true)
  return anew
}

/** Before the window: the later of the old valid-through and completion + period. */
function early(completion: Completion, earned: Earned, anew: Gain): Gain {
  const isLater = earned.validThrough !== null && (anew.earned.validThrough ?? '') > earned.validThrough
  if (isLater) return anew
  const version = Math.max(earned.version, completion.version ?? 0)
  const kept = { ...earned, completedOn: completion.on, version }
  return { earned: kept, fresh: false, usesExtension: false }
}

function onKeptAnchor(completion: Completion, old: Earned, policy: Rolling, usesExtension: boolean): Gain {
  const months = old.months + policy.periodMonths
  const validThrough = addMonths(old.anchor, months)
  const { on: completedOn, version: completed } = completion
  const version = completed ?? 0
  return {
    earned: {
      anchor: old.anchor,
      months,
      validThrough,
      keptFromOn: old.validThrough,
      completedOn,
      version,
    },
    fresh: false,
    usesExtension,
  }
}

function fresh(
  completion: Completion,
  anchor: LocalDate,
  months: number,
  validThrough: LocalDate | null,
): Gain {
  const { on: completedOn, version: completed } = completion
  const version = completed ?? 0
  const earned = { anchor, months, validThrough, keptFromOn: null, completedOn, version }
  return { earned, fresh: true, usesExtension: false }
}
