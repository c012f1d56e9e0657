import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesTold, toldMinutes } from '#lib/domain/training/minutes-left'

test.each([
  [30 * 60 + 1, 30],
  [30 * 60, 20],
  [121, 2],
  [120, 0],
  [1, 0],
  [0, null],
  [-60, null],
])('of %j seconds, more than %j minutes are told', (seconds, told) => {
  expect(minutesTold(seconds)).toBe(told)
})

test('what is told is true, and changes a few times only', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 * 3600 }), (seconds) => {
      const told = minutesTold(seconds)
      expect(told !== null && told * 60 < seconds).toBe(true)
      expect([0, ...toldMinutes]).toContain(told)
    }),
  )
})
