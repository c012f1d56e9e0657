import { addMinutes, type Instant, type LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import {
  type AssessmentTerms,
  noAssessmentTerms,
  togetherTerms,
} from '#lib/domain/compliance/assessment-terms'
import { findPolicyThatAsks } from '#lib/domain/compliance/policy-that-asks'

/** Where no requirement says another number. */
const attemptsWithoutPolicy = 3

/**
 * What one requirement for the track knows of one person, with the attempt limit of each policy version by its id. `asksFor`:
 * whether it asks for the track first, as it does where nothing is said, or to renew with. `renewsOtherwise`: the two are different tracks.
 */
export type Asking = History & {
  readonly attemptLimits: Readonly<Record<string, number>>
  /** Of each policy version by its id; left out where none says anything. */
  readonly assessments?: Readonly<Record<string, AssessmentTerms>>
  readonly asksFor?: 'initial' | 'renewal'
  readonly renewsOtherwise?: boolean
}

/**
 * How often each quiz of a track may be sat in one cycle: the most that a requirement which asks this person on the day
 * allows, by the version in force that day. A version that has yet to begin, and one for other roles, allow nothing.
 */
export function attemptLimitOn(askings: readonly Asking[], on: LocalDate): number {
  const limits = askings.flatMap((asking) => {
    const policy = findPolicyThatAsks(asking, on)
    return (policy && asking.attemptLimits[policy.id]) ?? []
  })
  return limits.length > 0 ? Math.max(...limits) : attemptsWithoutPolicy
}

/** What the requirements that ask this person on the day say of the quizzes together. */
export function assessmentTermsOn(askings: readonly Asking[], on: LocalDate): AssessmentTerms {
  const asked = askings.flatMap((asking) => {
    const policy = findPolicyThatAsks(asking, on)
    return policy ? [asking.assessments?.[policy.id] ?? noAssessmentTerms] : []
  })
  return togetherTerms(asked)
}

/** The moment from which the next attempt may begin; null where it may now. */
export function nextAttemptAt(
  { cooldownHours }: Pick<AssessmentTerms, 'cooldownHours'>,
  lastEndedAt: Instant | null,
  now: Instant,
): Instant | null {
  if (lastEndedAt === null) return null
  const opensAt = addMinutes(lastEndedAt, cooldownHours * 60)
  return opensAt > now ? opensAt : null
}

/** `used` and `granted` (beyond the limit, by a manager) are of one quiz in one cycle. */
export type Attempts = { readonly limit: number; readonly granted: number; readonly used: number }

/** The attempts allowed in all, and those that are left: what every screen says, and what a sitting is opened by. */
export function attemptsOf({ limit, granted, used }: Attempts): {
  readonly allowed: number
  readonly left: number
} {
  const allowed = limit + granted
  return { allowed, left: Math.max(0, allowed - used) }
}
