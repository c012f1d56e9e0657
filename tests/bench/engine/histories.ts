import {
  addDays,
  addMonths,
  type LocalDate,
  localDateFrom,
  monthDayFrom,
  startOfDayAt,
} from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { type Cadence, defaultTerms, type Policy } from '#lib/domain/compliance/policy'

const zone = 'America/Chicago'
const firstDay = localDateFrom('2014-01-06')
const days = 3652

/** A history, some days of its ten years, and the last of them. */
export type Asked = {
  readonly history: History
  readonly on: readonly LocalDate[]
  readonly today: LocalDate
}

type Told = EvidenceEvent extends infer Event
  ? Event extends EvidenceEvent
    ? Omit<Event, 'id' | 'recordedAt'>
    : never
  : never

/** The same numbers on every machine and in every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const cadences: readonly Cadence[] = [
  { cadence: 'rolling', periodMonths: 12 },
  { cadence: 'fixed-date', fixedDate: monthDayFrom('12-31'), periodMonths: 12, minimumValidityMonths: 6 },
  { cadence: 'hire-anniversary', periodMonths: 12, minimumValidityMonths: 0 },
  { cadence: 'licence-renewal', periodMonths: 24, minimumValidityMonths: 3 },
  { cadence: 'rolling', periodMonths: 24 },
]

/** Ten years of one person each: hires, roles, places, leaves, renewals, extensions, corrections, new content, new policies. */
export function tenYearHistories(people: number, questions: number): readonly Asked[] {
  return Array.from({ length: people }, (_, index) => {
    const below = numbersFrom(index + 1)
    const cadence = cadences[index % cadences.length] ?? { cadence: 'once' }
    const history = { zone, policies: policiesOf(cadence), events: numbered(factsOf(below), below) }
    const on = Array.from({ length: questions }, () => addDays(firstDay, below(days)))
    return { history, on, today: addDays(firstDay, days) }
  })
}

function policiesOf(cadence: Cadence): readonly Policy[] {
  return ['2014-01-01', '2017-07-01', '2021-01-01'].map((date, index) => {
    const effectiveOn = localDateFrom(date)
    return {
      ...defaultTerms,
      ...cadence,
      id: `p${index}`,
      effectiveOn,
      recordedAt: startOfDayAt(effectiveOn, zone),
      audience:
        index === 0 ? 'everyone' : { roles: ['clinician', 'front-desk'], locations: ['north', 'south'] },
      firstDue: { days: 30, notBefore: null },
      window: { months: 1 + index },
      graceDays: 14,
    }
  })
}

function factsOf(below: (limit: number) => number): readonly Told[] {
  const left = 1200 + below(900)
  const back = left + 30 + below(300)
  return [
    { kind: 'employed', effectiveOn: firstDay },
    { kind: 'role-started', effectiveOn: firstDay, role: 'clinician' },
    { kind: 'location-set', effectiveOn: firstDay, location: 'north' },
    { kind: 'employment-kind-set', effectiveOn: firstDay, employmentKind: 'employee' },
    { kind: 'licence-renewal-set', effectiveOn: firstDay, dueOn: addMonths(firstDay, 14 + below(12)) },
    { kind: 'employment-ended', effectiveOn: addDays(firstDay, left) },
    { kind: 'employed', effectiveOn: addDays(firstDay, back) },
    { kind: 'location-set', effectiveOn: addDays(firstDay, back), location: 'south' },
    { kind: 'role-ended', effectiveOn: addDays(firstDay, back + 99), role: 'clinician' },
    { kind: 'role-started', effectiveOn: addDays(firstDay, back + 100), role: 'front-desk' },
    ...renewals(below),
    ...excuses(below),
    ...publications(below),
  ]
}

function renewals(below: (limit: number) => number): readonly Told[] {
  return Array.from({ length: 11 }, (_, year): Told[] => {
    const effectiveOn = addDays(firstDay, Math.min(year * 345 + below(40), days))
    const begun = { effectiveOn: addDays(effectiveOn, -3) } as const
    return [
      { ...begun, kind: 'part-started', part: 'lessons' },
      { kind: 'completed', effectiveOn, version: 1 + Math.floor(year / 3) },
    ]
  }).flat()
}

function excuses(below: (limit: number) => number): readonly Told[] {
  return [400, 1000, 2300, 3100].flatMap((after): Told[] => {
    const effectiveOn = addDays(firstDay, after + below(120))
    return [
      { kind: 'leave-started', effectiveOn, through: addDays(effectiveOn, 60) },
      { kind: 'leave-ended', effectiveOn: addDays(effectiveOn, 50) },
      { kind: 'extended', effectiveOn: addDays(effectiveOn, 90), to: addDays(effectiveOn, 150) },
    ]
  })
}

function publications(below: (limit: number) => number): readonly Told[] {
  return [2, 3, 4].map((version): Told => {
    const effectiveOn = addDays(firstDay, (version - 1) * 1000 + below(60))
    const dueOn = addDays(effectiveOn, 60)
    return {
      kind: 'superseded',
      effectiveOn,
      version,
      change: version === 3 ? 'critical' : 'material',
      dueOn,
    }
  })
}

/** Recorded on their day; two completions are corrected later. */
function numbered(facts: readonly Told[], below: (limit: number) => number): readonly EvidenceEvent[] {
  const events = facts.map((fact, index): EvidenceEvent => {
    const id = `e${String(index).padStart(3, '0')}`
    return { ...fact, id, recordedAt: startOfDayAt(fact.effectiveOn, zone) }
  })
  const mended = events.filter(({ kind }) => kind === 'completed').slice(3, 5)
  const corrections = mended.map(({ id, effectiveOn }): EvidenceEvent => {
    const movedOn = addDays(effectiveOn, below(5))
    const recordedAt = startOfDayAt(addDays(movedOn, 30), zone)
    return {
      id: `c-${id}`,
      kind: 'corrected',
      corrects: id,
      outcome: 'moved',
      effectiveOn: movedOn,
      recordedAt,
    }
  })
  return [...events, ...corrections]
}
