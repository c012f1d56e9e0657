import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, type Instant, instantFrom } from '#lib/domain/calendar'
import { endOfAttempt, isTimeOver, minutesAllowed, timeAllowances } from '#lib/domain/training/time-limit'

test.each([
  [30, 'standard', 30],
  [30, 'quarter-more', 38],
  [30, 'half-more', 45],
  [30, 'double', 60],
  [30, 'no-limit', null],
  [null, 'standard', null],
  [null, 'double', null],
] as const)('of a limit of %j minutes, %s makes %j', (limit, allowance, minutes) => {
  expect(minutesAllowed(limit, allowance)).toBe(minutes)
})

test('an attempt is over at a full minute, and has its minutes whole', () => {
  const at = instantFrom('2026-03-08T07:40:20Z')
  expect(endOfAttempt(at, 30)).toBe(instantFrom('2026-03-08T08:11:00Z'))
  expect(endOfAttempt(instantFrom('2026-03-08T07:40:00Z'), 30)).toBe(instantFrom('2026-03-08T08:10:00Z'))
  expect(endOfAttempt(at, null)).toBeNull()
})

test('what comes in within the minute after the end is in time, and nothing later is', () => {
  const end = instantFrom('2026-03-08T08:11:00Z')
  expect(isTimeOver(end, end)).toBe(false)
  expect(isTimeOver(end, instantFrom('2026-03-08T08:12:00Z'))).toBe(false)
  expect(isTimeOver(end, instantFrom('2026-03-08T08:12:00.001Z'))).toBe(true)
  expect(isTimeOver(null, instantFrom('2099-01-01T00:00:00Z'))).toBe(false)
})

const instant = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => instantFrom(date.toISOString()))

const allowance = fc.constantFrom(...timeAllowances.filter((each) => each !== 'no-limit'))

test('whoever has more time has never less than the policy gives, and not a minute more than their own share', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 10, max: 600 }), allowance, (startedAt, limit, own) => {
      const minutes = minutesAllowed(limit, own) ?? 0
      const endsAt = endOfAttempt(startedAt, minutes)
      const least: Instant = addMinutes(startedAt, limit)
      expect(endsAt !== null && endsAt >= least).toBe(true)
      expect(endsAt !== null && addMinutes(endsAt, -1) < addMinutes(startedAt, minutes)).toBe(true)
      expect(endsAt?.endsWith(':00.000Z')).toBe(true)
      expect(isTimeOver(endsAt, least)).toBe(false)
    }),
  )
})
