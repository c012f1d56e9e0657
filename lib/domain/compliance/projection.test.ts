import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, instantFrom, localDateFrom } from '#lib/domain/calendar'
import { isSameFrom } from '#lib/domain/compliance/compare-projection'
import { scene, toldIn, zones } from '#lib/domain/compliance/history.examples'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'
import { projectedSpans } from '#lib/domain/compliance/projection'

const recordedAt = instantFrom('2026-01-01T12:00:00Z')
const hired = localDateFrom('2026-01-01')
const begun = localDateFrom('2026-03-02')

const policy: Policy = {
  ...defaultTerms,
  id: 'p1',
  effectiveOn: hired,
  recordedAt,
  firstDue: { days: 30, notBefore: null },
  cadence: 'once',
}
const history = {
  zone: 'America/Chicago',
  policies: [policy],
  events: [
    { id: 'e1', kind: 'employed', recordedAt, effectiveOn: hired },
    { id: 'e2', kind: 'part-started', part: 'm1', recordedAt, effectiveOn: begun },
  ] as const,
}

test('who is overdue and begins today has begun from today on, and a projection of a later day says the same', () => {
  const onTheDay = projectedSpans(history, addDays(begun, -1))
  expect(onTheDay.map(({ answer, from, hasBegun }) => [answer.status, from, hasBegun])).toEqual([
    ['overdue', addDays(begun, -1), false],
    ['overdue', begun, true],
  ])
  const later = addDays(begun, 9)
  expect(isSameFrom(later, onTheDay, projectedSpans(history, addDays(later, -1)))).toBe(true)
})

test('whatever is on record, also of days to come: one derived on any later day says the same from then on', () => {
  fc.assert(
    fc.property(scene, fc.constantFrom(...zones), fc.nat(1500), fc.nat(900), (told, zone, start, days) => {
      const history = toldIn(zone, told)
      const from = addDays(localDateFrom('2010-06-01'), start)
      const later = addDays(from, days + 1)
      const seenThen = projectedSpans(history, addDays(later, -1))
      expect(isSameFrom(later, projectedSpans(history, from), seenThen)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
