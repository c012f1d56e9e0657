import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coarseCount } from '#lib/domain/assessment/regrade'

test('a count is told in full fives, and none looks like a few', () => {
  expect([0, 1, 4, 5, 9, 10, 11].map(coarseCount)).toEqual([null, null, null, 5, 5, 10, 10])
})

test('one person more is seen at most at a full five', () => {
  const short = fc.nat(10_000).filter((people) => (people + 1) % 5 !== 0)
  fc.assert(
    fc.property(short, (people) => {
      expect(coarseCount(people + 1)).toBe(coarseCount(people))
    }),
  )
})
