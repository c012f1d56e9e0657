import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addDays, type LocalDate, localDateFrom, type MonthDay, startOfDayAt } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { zones } from '#lib/domain/compliance/history.examples'
import { type Cadence, defaultTerms, type Policy } from '#lib/domain/compliance/policy'

// The specification's sentence once more, word by word and slowly, with Temporal: the first cadence date after the
// completion that is no nearer than the minimum validity.

const policyFrom = localDateFrom('2010-01-01')
const dayAfter = (date: LocalDate, max: number) =>
  fc.integer({ min: 0, max }).map((days) => addDays(date, days))
const plain = (date: string) => Temporal.PlainDate.from(date)

const months = {
  periodMonths: fc.constantFrom(1, 6, 12, 24, 36),
  minimumValidityMonths: fc.integer({ min: 0, max: 8 }),
}
const monthDay = fc
  .integer({ min: 0, max: 365 })
  .map((day) => plain('2000-01-01').add({ days: day }).toString().slice(5) as MonthDay)
const calendar: fc.Arbitrary<Exclude<Cadence, { cadence: 'once' | 'rolling' }>> = fc.oneof(
  fc.record({ cadence: fc.constant('fixed-date' as const), fixedDate: monthDay, ...months }),
  fc.record({ cadence: fc.constant('hire-anniversary' as const), ...months }),
  fc.record({ cadence: fc.constant('licence-renewal' as const), ...months }),
)

type Told = {
  readonly turns: Exclude<Cadence, { cadence: 'once' | 'rolling' }>
  readonly hiredOn: LocalDate
  readonly licenceOn: LocalDate
  readonly completedOn: LocalDate
}
const told: fc.Arbitrary<Told> = fc
  .tuple(calendar, dayAfter(policyFrom, 1500), fc.integer({ min: -900, max: 900 }), fc.nat(2500))
  .map(([turns, hiredOn, toLicence, wait]) => {
    return { turns, hiredOn, licenceOn: addDays(hiredOn, toLicence), completedOn: addDays(hiredOn, wait) }
  })

function historyIn(zone: string, { turns, hiredOn, licenceOn, completedOn }: Told): History {
  const recordedAt = startOfDayAt(policyFrom, zone)
  const firstDue = { days: 30, notBefore: null }
  const policy: Policy = { ...defaultTerms, ...turns, firstDue, id: 'p', effectiveOn: policyFrom, recordedAt }
  const hired = { effectiveOn: hiredOn, recordedAt }
  const events: readonly EvidenceEvent[] = [
    { ...hired, id: 'hired', kind: 'employed' },
    { ...hired, id: 'licence', kind: 'licence-renewal-set', dueOn: licenceOn },
    { id: 'done', kind: 'completed', version: 1, effectiveOn: completedOn, recordedAt },
  ]
  return { zone, policies: [policy], events }
}

/** The k-th date of the calendar, from its first on; every one from where it starts, never from another one. */
function dateAt({ turns, hiredOn, licenceOn }: Told, k: number): string {
  const later = { months: k * turns.periodMonths }
  switch (turns.cadence) {
    case 'hire-anniversary':
      return plain(hiredOn)
        .add({ months: (k + 1) * turns.periodMonths })
        .toString()
    case 'licence-renewal':
      return plain(licenceOn).add(later).toString()
    case 'fixed-date': {
      const inLeapYear = plain(`2000-${turns.fixedDate}`)
      // The policy begins on 1 January, so its first date lies in its first year.
      return inLeapYear.add({ years: 10, ...later }).toString()
    }
  }
}

function expectedThrough(story: Told): string {
  const notBefore = plain(story.completedOn).add({ months: story.turns.minimumValidityMonths }).toString()
  for (let k = 0; ; k += 1) {
    const date = dateAt(story, k)
    if (date > story.completedOn && date >= notBefore) return date
  }
}

test('a first completion counts through the first cadence date that is far enough, as Temporal counts', () => {
  fc.assert(
    fc.property(told, fc.constantFrom(...zones), (story, zone) => {
      const { validThrough } = complianceStatus(historyIn(zone, story), story.completedOn)
      expect(validThrough).toBe(expectedThrough(story))
    }),
    { numRuns: 4000 },
  )
})

test('renewals inside their windows leave no gap and stay on the calendar for ever', () => {
  const places = fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(told, fc.constantFrom(...zones), places, (story, zone, all) => {
      const first = historyIn(zone, story)
      const policies = first.policies.map((policy) => ({ ...policy, window: { days: 20 } }))
      let history: History = { ...first, policies }
      let on = story.completedOn
      for (const place of all) {
        const { opensOn, validThrough } = complianceStatus(history, on)
        const [opens, through] = [plain(opensOn ?? on), plain(validThrough ?? on)]
        for (let day = on; day <= through.toString(); day = addDays(day, 9)) {
          expect(complianceStatus(history, day).status).toMatch(/^(compliant|renewal-open)$/)
        }
        const wait = Math.round(opens.until(through).total({ unit: 'days', relativeTo: opens }) * place)
        on = localDateFrom(opens.add({ days: wait }).toString())
        const renewal = { id: `r${on}`, kind: 'completed', version: 1, effectiveOn: on } as const
        history = {
          ...history,
          events: [...history.events, { ...renewal, recordedAt: startOfDayAt(on, zone) }],
        }
        const next = complianceStatus(history, on).validThrough ?? ''
        expect(next > through.toString()).toBe(true)
        expect(isOnCalendar(story, next)).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})

function isOnCalendar(story: Told, date: string): boolean {
  for (let k = 0; dateAt(story, k) <= date; k += 1) if (dateAt(story, k) === date) return true
  return false
}
