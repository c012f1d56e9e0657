import { expect, test } from 'vitest'
import { localDateFrom } from '#lib/domain/calendar'
import { firstDayRefusal, isLongAgo } from '#lib/domain/people/first-day'

const today = localDateFrom('2026-03-10')

test.for([
  ['1900-01-01', 'start-too-long-ago'],
  ['1946-03-09', 'start-too-long-ago'],
  ['1946-03-10', undefined],
  ['2026-03-10', undefined],
  ['2028-03-10', undefined],
  ['2028-03-11', 'start-too-far-ahead'],
  ['2205-01-01', 'start-too-far-ahead'],
] as const)('a first day of %s is answered by %s', ([day, refusal]) => {
  expect(firstDayRefusal(localDateFrom(day), today)).toBe(refusal)
})

test('more than a year ago is worth a second look, a year ago is not', () => {
  expect(isLongAgo(localDateFrom('2025-03-10'), today)).toBe(false)
  expect(isLongAgo(localDateFrom('2025-03-09'), today)).toBe(true)
})
