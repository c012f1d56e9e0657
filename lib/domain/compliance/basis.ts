import type { LocalDate } from '#lib/domain/calendar'
import { cadenceDatesOf, firstCadenceDate } from '#lib/domain/compliance/cadence-dates'
import type { Basis, Earned } from '#lib/domain/compliance/earning'
import type { Circumstances } from '#lib/domain/compliance/obligation'
import { requirePolicyThatGoverns } from '#lib/domain/compliance/policy-versions'

/** What governs a completion on a day, and the calendar that it counts by. */
export function basisOn(circumstances: Circumstances, on: LocalDate): Basis {
  const policy = requirePolicyThatGoverns(circumstances.versions, on)
  return { policy, dates: cadenceDatesOf(policy, circumstances, on) }
}

/**
 * The first date of a licence that becomes known places what was counted without one, as if it had been known all along.
 * Where that has run out by then, nothing is given back; a date that replaces another is for later completions.
 */
export function placedOn(
  on: LocalDate,
  earned: Earned,
  circumstances: Circumstances,
): { readonly earned: Earned; readonly ids: readonly string[] } | null {
  if (!earned.isProvisional || on > (earned.validThrough ?? '')) return null
  const policy = requirePolicyThatGoverns(circumstances.versions, earned.completedOn)
  const dates = cadenceDatesOf(policy, circumstances, on)
  if (policy.cadence !== 'licence-renewal' || !dates) return null
  const { on: validThrough, months } = firstCadenceDate(dates, earned.completedOn)
  const { anchor, ids } = dates
  return { earned: { ...earned, anchor, months, validThrough, keptFromOn: null, isProvisional: false }, ids }
}
