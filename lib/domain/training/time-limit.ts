import { addMinutes, type Instant } from '#lib/domain/calendar'

/** How much more time than a limit somebody has at a quiz. It says nothing about why. */
export const timeAllowances = ['standard', 'quarter-more', 'half-more', 'double', 'no-limit'] as const
export type TimeAllowance = (typeof timeAllowances)[number]

/** Of the limit; null where none holds. */
const percent: Readonly<Record<TimeAllowance, number | null>> = {
  standard: 100,
  'quarter-more': 125,
  'half-more': 150,
  double: 200,
  'no-limit': null,
}

/** The minutes that somebody has, never fewer than the policy's, in whole ones; null for no limit. */
export function minutesAllowed(timeLimitMinutes: number | null, allowance: TimeAllowance): number | null {
  const share = percent[allowance]
  if (timeLimitMinutes === null || share === null) return null
  return Math.ceil((timeLimitMinutes * share) / 100)
}

/**
 * When an attempt that begins then is over: at a full minute, so that the time which is shown is the time which holds, and
 * never before the minutes have passed. Null for no limit.
 */
export function endOfAttempt(startedAt: Instant, minutes: number | null): Instant | null {
  return minutes === null ? null : atNextMinute(addMinutes(startedAt, minutes))
}

function atNextMinute(at: Instant): Instant {
  return at.endsWith(':00.000Z') ? at : addMinutes(`${at.slice(0, 16)}:00.000Z` as Instant, 1)
}

/** What leaves a page in time still has a way to go. */
const minutesOnTheWay = 1

/** Whether what comes in now is too late for an attempt that ends then. */
export function isTimeOver(endsAt: Instant | null, now: Instant): boolean {
  return endsAt !== null && now > addMinutes(endsAt, minutesOnTheWay)
}
