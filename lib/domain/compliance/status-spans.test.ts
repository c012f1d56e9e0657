import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDateFrom, startOfDayAt } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { scene, toldIn, zones } from '#lib/domain/compliance/history.examples'
import { factsFrom, policyFrom } from '#lib/domain/compliance/read-table.examples'
import { type StatusSpan, statusSpans } from '#lib/domain/compliance/status-spans'

/** What a person is told: the facts behind may change without it. */
function told({ because, ...answer }: ComplianceAnswer) {
  const { eventIds: _, policyId: __, ...reason } = because
  return { ...answer, reason }
}

function onDay(spans: readonly StatusSpan[], day: string) {
  const holding = spans.filter(({ from, through }) => from <= day && (through === null || day <= through))
  expect(holding).toHaveLength(1)
  return holding[0]
}

test('the spans give, on every day, what the function gives', () => {
  fc.assert(
    fc.property(scene, fc.constantFrom(...zones), fc.nat(1500), (told_, zone, later) => {
      const history = toldIn(zone, told_)
      const from = addDays(localDateFrom('2010-06-01'), later)
      const spans = statusSpans(history, from)
      // Every day is asked; only the days that differ are told, since a claim for each costs more than its answer.
      const differing = Array.from({ length: 1000 }, (_, day) => addDays(from, day)).filter((on) => {
        const holding = spans.filter(
          (span) => span.from <= on && (span.through === null || on <= span.through),
        )
        const said = holding.map(({ answer }) => JSON.stringify(told(answer)))
        return said.join() !== JSON.stringify(told(complianceStatus(history, on)))
      })
      expect(differing).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('one span follows another without a gap, no two say the same, and the last has no end', () => {
  fc.assert(
    fc.property(scene, (told_) => {
      const spans = statusSpans(toldIn('America/Chicago', told_), localDateFrom('2011-01-01'))
      for (const [index, span] of spans.entries()) {
        const next = spans[index + 1]
        expect(next?.from ?? null).toBe(span.through && addDays(span.through, 1))
        expect(next && told(next.answer)).not.toEqual(told(span.answer))
      }
    }),
  )
})

test('with a last day of interest, the spans end on it', () => {
  fc.assert(
    fc.property(scene, fc.constantFrom(...zones), fc.nat(900), (told_, zone, days) => {
      const history = toldIn(zone, told_)
      const from = told_.knownOn
      const upTo = addDays(from, days)
      const whole = statusSpans(history, from).filter((span) => span.from <= upTo)
      const cut = whole.map((span, index) => (index === whole.length - 1 ? { ...span, through: upTo } : span))
      expect(statusSpans(history, from, { upTo })).toEqual(cut)
    }),
    { numRuns: 200 },
  )
})

test('they may be asked as it was known then', () => {
  fc.assert(
    fc.property(scene, fc.constantFrom(...zones), fc.nat(900), (told_, zone, days) => {
      const history = toldIn(zone, told_)
      const knownAt = startOfDayAt(told_.knownOn, zone)
      const [from = told_.knownOn] = told_.days
      const on = addDays(from, days)
      const span = onDay(statusSpans(history, from, { knownAt }), on)
      expect(span && told(span.answer)).toEqual(told(complianceStatus(history, on, knownAt)))
    }),
    { numRuns: 500 },
  )
})

test('a year of one person, told in advance', () => {
  const terms = '2024-01-01: rolling 12 months; window 1 month; grace 14 days; first due after 30 days'
  const story = 'hired 2025-03-01; completed 2025-03-31; leave 2026-04-10 to 2026-05-20; left 2026-12-31'
  const history = { zone: 'America/Chicago', policies: [policyFrom(terms)], events: factsFrom(story) }
  const spans = statusSpans(history, localDateFrom('2026-01-01'))
  expect(spans.map(({ from, through, answer }) => `${from} ${through} ${answer.status}`)).toEqual([
    '2026-01-01 2026-02-27 compliant',
    '2026-02-28 2026-03-31 renewal-open',
    '2026-04-01 2026-04-09 in-grace',
    '2026-04-10 2026-05-20 on-leave',
    '2026-05-21 2026-06-19 in-grace',
    '2026-06-20 2026-07-03 in-grace',
    '2026-07-04 2026-12-31 lapsed',
    '2027-01-01 null not-required',
  ])
})
