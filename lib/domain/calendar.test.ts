import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMinutes,
  addMonths,
  daysBetween,
  earlierOf,
  instantFrom,
  isLocalDate,
  isMonthDay,
  isTimeZone,
  type LocalDate,
  laterOf,
  localDateAt,
  localDateFrom,
  monthDayFrom,
  monthsBetween,
  startOfDayAt,
} from '#lib/domain/calendar'

const day = fc
  .integer({ min: 0, max: 3_000_000 })
  .map((n) => Temporal.PlainDate.from('1000-01-01').add({ days: n }).toString() as LocalDate)
const plain = (date: LocalDate) => Temporal.PlainDate.from(date)

describe('own integer arithmetic equals Temporal', () => {
  test('addDays', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -300_000, max: 200_000 }), (date, days) => {
        expect(addDays(date, days)).toBe(plain(date).add({ days }).toString())
      }),
      { numRuns: 2000 },
    )
  })
  test('addMonths, clamped', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -2400, max: 600 }), (date, months) => {
        expect(addMonths(date, months)).toBe(plain(date).add({ months }).toString())
      }),
      { numRuns: 2000 },
    )
  })
  test('daysBetween', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(daysBetween(from, to)).toBe(plain(from).until(plain(to), { largestUnit: 'days' }).days)
      }),
      { numRuns: 2000 },
    )
  })
  test('every single day of four hundred years follows the one before', () => {
    const first = localDateFrom('1896-02-27')
    const wrong: string[] = []
    let reference = plain(first)
    for (let days = 0; days <= 146_097; days += 1) {
      if (addDays(first, days) !== reference.toString()) wrong.push(reference.toString())
      reference = reference.add({ days: 1 })
    }
    expect(wrong).toEqual([])
  })
})

test('from one anchor, month ends clamp and come back', () => {
  const anchor = localDateFrom('2024-02-29')
  expect([12, 24, 36, 48].map((months) => addMonths(anchor, months))).toEqual([
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ])
})

test.for(['2026-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '20260101', '2026-1-1', '0000-01-01', ''])(
  '%s is not a calendar date',
  (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => localDateFrom(text)).toThrow(RangeError)
  },
)

test('a day of the year is one that some year has', () => {
  expect(['12-31', '02-29', '01-01'].every(isMonthDay)).toBe(true)
  expect(['02-30', '13-01', '00-10', '1-1', '12-31 ', ''].some(isMonthDay)).toBe(false)
  expect(monthDayFrom('02-29')).toBe('02-29')
  expect(() => monthDayFrom('02-30')).toThrow(RangeError)
})

test('months are counted from month to month', () => {
  const between = (from: string, to: string) => monthsBetween(localDateFrom(from), localDateFrom(to))
  expect(between('2026-01-31', '2026-02-01')).toBe(1)
  expect(between('2026-01-01', '2025-12-31')).toBe(-1)
  expect(between('2024-03-31', '2026-03-01')).toBe(24)
})

test('a date beyond the year 9999 is a fault, not a wrong string', () => {
  expect(() => addDays(localDateFrom('9999-12-31'), 1)).toThrow(RangeError)
  expect(() => addMonths(localDateFrom('0001-01-31'), -1)).toThrow(RangeError)
})

test('instants have one spelling, so that they compare as text', () => {
  expect(instantFrom('2026-04-01T04:30:00Z')).toBe('2026-04-01T04:30:00.000Z')
  expect(instantFrom('2026-03-31T23:30:00-05:00')).toBe('2026-04-01T04:30:00.000Z')
  expect(instantFrom('2026-04-01T04:30:00.000Z')).toBe('2026-04-01T04:30:00.000Z')
  expect(() => instantFrom('2026-02-30T00:00:00.000Z')).toThrow(RangeError)
  expect(() => instantFrom('2026-03-31')).toThrow(RangeError)
})

test('minutes are elapsed time', () => {
  expect(addMinutes(instantFrom('2026-03-08T07:59:00Z'), 15)).toBe('2026-03-08T08:14:00.000Z')
  expect(addMinutes(instantFrom('2026-01-01T00:00:00Z'), -1)).toBe('2025-12-31T23:59:00.000Z')
})

test('a late evening in Chicago is still that day there', () => {
  expect(localDateAt(instantFrom('2026-04-01T04:30:00Z'), 'America/Chicago')).toBe('2026-03-31')
})

test.for([
  ['2026-03-08', 'America/Chicago', '2026-03-08T06:00:00.000Z'],
  ['2026-03-09', 'America/Chicago', '2026-03-09T05:00:00.000Z'],
  ['2026-04-05', 'Australia/Lord_Howe', '2026-04-04T13:00:00.000Z'],
  ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
] as const)('%s begins in %s at %s', ([date, zone, at]) => {
  expect(startOfDayAt(localDateFrom(date), zone)).toBe(at)
})

test('a time zone has a name', () => {
  expect(['America/Chicago', 'Asia/Kathmandu', 'UTC'].every(isTimeZone)).toBe(true)
  expect(['', '+05:45', 'Chicago/America', 'Z9'].some(isTimeZone)).toBe(false)
})

test('earlier and later', () => {
  const [a, b] = [localDateFrom('2026-01-31'), localDateFrom('2026-02-01')]
  expect([earlierOf(a, b), earlierOf(b, a), laterOf(a, b), laterOf(b, a)]).toEqual([a, a, b, b])
})
