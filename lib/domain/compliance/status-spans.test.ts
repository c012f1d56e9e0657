import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, localDateFrom } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { scene, toldIn, zones } from '#lib/domain/compliance/history.examples'
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
      for (let day = 0; day < 1500; day += 1) {
        const on = addDays(from, day)
        const span = onDay(spans, on)
        expect({ on, ...told(complianceStatus(history, on)) }).toEqual({ on, ...(span && told(span.answer)) })
      }
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
