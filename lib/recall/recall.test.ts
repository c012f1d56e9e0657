import { expect, test } from 'vitest'
import { type Instant, instantFrom } from '#lib/domain/calendar'
import { recallAt } from '#lib/recall/recall'

const march: Instant = instantFrom('2026-03-10T17:00:00Z')
const april: Instant = instantFrom('2026-04-10T13:00:00Z')
const may: Instant = instantFrom('2026-05-10T13:00:00Z')

test('what was never met counts as not known', () => {
  expect(recallAt([], april)).toBe(0)
})

test('what was wrong is less likely known than what was right, and both fade', () => {
  const [right, wrong] = [[{ at: march, isRight: true }], [{ at: march, isRight: false }]]
  expect(recallAt(wrong, april)).toBeLessThan(recallAt(right, april))
  expect(recallAt(right, may)).toBeLessThan(recallAt(right, april))
  expect(recallAt(right, march)).toBeCloseTo(1)
})

test('meeting it again later makes it last, and the same history always says the same', () => {
  const once = [{ at: march, isRight: true }]
  const twice = [...once, { at: april, isRight: true }]
  expect(recallAt(twice, may)).toBeGreaterThan(recallAt(once, may))
  expect(recallAt(twice, may)).toBe(recallAt(twice, may))
})
