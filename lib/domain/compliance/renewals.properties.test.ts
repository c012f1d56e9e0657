import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  type LocalDate,
  laterOf,
  localDateFrom,
  startOfDayAt,
} from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { zones } from '#lib/domain/compliance/history.examples'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'

const hiredOn = localDateFrom('2010-03-01')
const zone = fc.constantFrom(...zones)
const policyTerms = fc.record({
  periodMonths: fc.constantFrom(6, 12, 24),
  window: fc.oneof(
    fc.integer({ min: 1, max: 4 }).map((months) => ({ months })),
    fc.integer({ min: 1, max: 120 }).map((days) => ({ days })),
  ),
  earlyCredit: fc.constantFrom('reanchor' as const, 'none' as const),
})
/** Where in the window each of ten renewals falls: 0 for the day it opens, 1 for the last valid day. */
const places = fc.array(fc.constantFrom(0, 0.1, 0.5, 0.9, 1), { minLength: 10, maxLength: 10 })
const firstDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(hiredOn, days))

function begun(where: string, terms: Partial<Policy> & { periodMonths: number }): History {
  const recorded = { effectiveOn: hiredOn, recordedAt: startOfDayAt(hiredOn, where) }
  const firstDue = { days: 30, notBefore: null }
  const policy: Policy = { ...defaultTerms, firstDue, ...terms, ...recorded, id: 'p', cadence: 'rolling' }
  return { zone: where, policies: [policy], events: [{ ...recorded, id: 'hired', kind: 'employed' }] }
}

function completedOn(history: History, on: LocalDate): History {
  const id = `c${history.events.length}`
  const event: EvidenceEvent = {
    id,
    kind: 'completed',
    version: 1,
    effectiveOn: on,
    recordedAt: startOfDayAt(on, history.zone),
  }
  return { ...history, events: [...history.events, event] }
}

/** The history with a renewal in the window that is open next, and the day of it. */
function renewed(history: History, after: LocalDate, place: number): { history: History; on: LocalDate } {
  const { opensOn, validThrough } = complianceStatus(history, after)
  const [opens, through] = [opensOn ?? after, validThrough ?? after]
  const on = addDays(opens, Math.round(daysBetween(opens, through) * place))
  return { history: completedOn(history, on), on }
}

test('renewals inside their windows leave no gap and keep the anchor for ever', () => {
  fc.assert(
    fc.property(zone, policyTerms, firstDay, places, (where, terms, firstOn, all) => {
      const first = { history: completedOn(begun(where, terms), firstOn), on: firstOn }
      const last = all.reduce((so, place) => renewed(so.history, so.on, place), first)
      const end = addMonths(firstOn, terms.periodMonths * 11)
      expect(complianceStatus(last.history, last.on).validThrough).toBe(end)
      for (let on = firstOn; on <= end; on = addDays(on, 13)) {
        expect(complianceStatus(last.history, on).status).toMatch(/^(compliant|renewal-open)$/)
      }
      expect(complianceStatus(last.history, end).status).toBe('renewal-open')
      expect(complianceStatus(last.history, addDays(end, 1)).status).toBe('lapsed')
    }),
    { numRuns: 60 },
  )
})

test('because stays sufficient along ten renewals', () => {
  const waits = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(zone, policyTerms, waits, (where, terms, days) => {
      const dates = days.map((_, index) =>
        addDays(
          hiredOn,
          days.slice(0, index + 1).reduce((sum, n) => sum + n, 0),
        ),
      )
      const history = dates.reduce(completedOn, begun(where, terms))
      for (const asOf of dates) {
        const answer = complianceStatus(history, asOf)
        const events = history.events.filter((event) => answer.because.eventIds.includes(event.id))
        expect(complianceStatus({ ...history, events }, asOf)).toEqual(answer)
      }
    }),
    { numRuns: 300 },
  )
})

test('a late renewal counts from itself, an early one from itself or not at all', () => {
  fc.assert(
    fc.property(
      zone,
      policyTerms,
      firstDay,
      fc.integer({ min: 1, max: 1200 }),
      (where, terms, firstOn, wait) => {
        const history = completedOn(begun(where, terms), firstOn)
        const { opensOn, validThrough } = complianceStatus(history, firstOn)
        const on = addDays(firstOn, wait)
        const through = validThrough ?? on
        const fromItself = addMonths(on, terms.periodMonths)
        const isEarly = on < (opensOn ?? on)
        const earned = terms.earlyCredit === 'none' ? through : laterOf(through, fromItself)
        const inTime = isEarly ? earned : addMonths(firstOn, terms.periodMonths * 2)
        const expected = on > through ? fromItself : inTime
        expect(complianceStatus(completedOn(history, on), on).validThrough).toBe(expected)
      },
    ),
    { numRuns: 1000 },
  )
})

test('waiting alone makes nobody compliant', () => {
  fc.assert(
    fc.property(
      zone,
      policyTerms,
      firstDay,
      fc.nat(2000),
      fc.nat(2000),
      (where, terms, firstOn, wait, longer) => {
        const history = completedOn(begun(where, terms), firstOn)
        const at = (days: number) => complianceStatus(history, addDays(firstOn, days)).authority
        expect(at(wait) === 'not-met' && at(wait + longer) === 'met').toBe(false)
      },
    ),
  )
})
