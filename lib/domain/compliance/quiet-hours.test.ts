import { expect, test } from 'vitest'
import { instantFrom, localDateFrom, localTimeAt, momentAt, weekdayOf } from '#lib/domain/calendar'
import {
  isPlanningTime,
  isQuiet,
  nextSendingDay,
  type QuietHours,
  quietEndsAt,
} from '#lib/domain/compliance/quiet-hours'

const zone = 'America/Chicago'
const night: QuietHours = { quietFrom: '20:00', quietUntil: '08:00', quietWeekends: false }
const weekend: QuietHours = { ...night, quietWeekends: true }
const never: QuietHours = { ...night, quietFrom: '08:00' }
/** On Tuesday 10 March 2026, by the clocks of Chicago. */
const at = (time: string, day = '2026-03-10') => momentAt(localDateFrom(day), time, zone)

test.each([
  ['19:59', false],
  ['20:00', true],
  ['00:00', true],
  ['07:59', true],
  ['08:00', false],
])('at %s the night is quiet: %s', (time, quiet) => {
  expect(isQuiet(night, at(time), zone)).toBe(quiet)
  expect(isQuiet(never, at(time), zone)).toBe(false)
})

test('quiet hours within a day end on that day', () => {
  const siesta: QuietHours = { quietFrom: '12:00', quietUntil: '14:00', quietWeekends: false }
  expect(quietEndsAt(siesta, at('12:30'), zone)).toBe(at('14:00'))
  expect(quietEndsAt(siesta, at('14:00'), zone)).toBeNull()
})

test.each([
  ['the evening', '2026-03-10', '21:00', '2026-03-11'],
  ['the small hours', '2026-03-10', '03:00', '2026-03-10'],
  ['Friday evening, with a quiet weekend', '2026-03-13', '20:00', '2026-03-16'],
  ['Sunday noon, with a quiet weekend', '2026-03-15', '12:00', '2026-03-16'],
])('mail of %s leaves in the morning', (_when, day, time, next) => {
  expect(quietEndsAt(weekend, at(time, day), zone)).toBe(at('08:00', next))
})

test('the night in which the clocks go forward ends by the clock on the wall', () => {
  // 8 March 2026 in Chicago has 23 hours.
  const evening = at('22:00', '2026-03-07')
  expect(quietEndsAt(night, evening, zone)).toBe(instantFrom('2026-03-08T13:00:00Z'))
  expect(localTimeAt(instantFrom('2026-03-08T13:00:00Z'), zone)).toBe('08:00')
})

test('a quiet weekend without quiet nights ends at midnight', () => {
  expect(quietEndsAt({ ...never, quietWeekends: true }, at('12:00', '2026-03-14'), zone)).toBe(
    at('00:00', '2026-03-16'),
  )
})

test('the day is planned from the morning on, and never in quiet hours', () => {
  expect(['07:59', '08:00', '19:59', '20:00'].map((time) => isPlanningTime(night, at(time), zone))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isPlanningTime(never, at('03:00'), zone)).toBe(false)
  expect(isPlanningTime(weekend, at('09:00', '2026-03-14'), zone)).toBe(false)
})

test('after Friday comes Monday where weekends are quiet', () => {
  expect(nextSendingDay(weekend, localDateFrom('2026-03-13'))).toBe('2026-03-16')
  expect(nextSendingDay(night, localDateFrom('2026-03-13'))).toBe('2026-03-14')
  expect(['2026-03-09', '2026-03-15', '2000-02-29'].map((day) => weekdayOf(localDateFrom(day)))).toEqual([
    1, 7, 2,
  ])
})
