import fc from 'fast-check'
import { addMinutes, type LocalDate, startOfDayAt } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import {
  dateAt,
  dayIn,
  type Era,
  era,
  type LocalPolicy,
  policiesIn,
  policiesOf,
} from '#lib/domain/compliance/policies.examples'

/** Half-hour shifts (Lord Howe), quarter-hour offset (Kathmandu), a skipped day (Apia, 30 December 2011). */
export const zones = [
  'America/Chicago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'Europe/London',
  'UTC',
] as const

type Draft = { readonly day: number; readonly minute: number | null; readonly writtenAfter: number }
type Details = EvidenceEvent extends infer Event
  ? Event extends EvidenceEvent
    ? Omit<Event, 'id' | 'recordedAt' | 'effectiveOn' | 'at'>
    : never
  : never
/** A fact in local terms, so that one history can be told in any zone. */
type LocalFact = Draft & { readonly details: Details }

const draftOf = (when: Era) => ({
  day: dayIn(when),
  minute: fc.option(fc.integer({ min: 1, max: 1300 }), { nil: null }),
  writtenAfter: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 })),
})
const draftIn = (when: Era): fc.Arbitrary<Draft> => fc.record(draftOf(when))

const role = fc.constantFrom('clinician', 'front-desk')
const location = fc.constantFrom('north', 'south', 'elsewhere', null)
const employmentKind = fc.constantFrom('employee', 'student', 'volunteer')
const version = fc.integer({ min: 1, max: 3 })
const part = fc.constantFrom('lessons', 'quiz')
const provider = fc.constantFrom('State board', 'Somewhere else')
const laterBy = (max: number) => fc.integer({ min: 0, max })

/** Details that need the day of their fact for a later date of their own. */
function detailsOn(day: number): fc.Arbitrary<Details> {
  const until = (max: number) => laterBy(max).map((days) => dateAt(day + days))
  const of = <Kind extends Details['kind']>(kind: Kind) => ({ kind: fc.constant(kind) })
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ ...of('completed'), version }) },
    { weight: 2, arbitrary: fc.record({ ...of('completed'), version, scope: fc.constant('renewal') }) },
    { weight: 8, arbitrary: fc.record({ ...of('part-completed'), part, version }) },
    { weight: 1, arbitrary: fc.record({ ...of('part-started'), part }) },
    { weight: 2, arbitrary: fc.record({ ...of('employed') }) },
    { weight: 1, arbitrary: fc.record({ ...of('employment-ended') }) },
    { weight: 2, arbitrary: fc.record({ ...of('role-started'), role }) },
    { weight: 1, arbitrary: fc.record({ ...of('role-ended'), role }) },
    { weight: 1, arbitrary: fc.record({ ...of('external-accepted'), provider, validThrough: until(900) }) },
    { weight: 1, arbitrary: fc.record({ ...of('external-accepted'), provider }) },
    {
      weight: 1,
      arbitrary: fc.record({ ...of('external-accepted'), provider, scope: fc.constant('renewal') }),
    },
    { weight: 1, arbitrary: fc.record({ ...of('location-set'), location }) },
    { weight: 1, arbitrary: fc.record({ ...of('employment-kind-set'), employmentKind }) },
    { weight: 2, arbitrary: fc.record({ ...of('licence-renewal-set'), dueOn: until(900) }) },
    { weight: 2, arbitrary: fc.record({ ...of('leave-started'), through: until(200) }) },
    { weight: 1, arbitrary: fc.record({ ...of('leave-ended') }) },
    { weight: 2, arbitrary: fc.record({ ...of('extended'), to: until(500) }) },
    { weight: 1, arbitrary: fc.record({ ...of('exempted'), through: until(200) }) },
    { weight: 1, arbitrary: fc.record({ ...of('updated'), version }) },
    {
      weight: 2,
      arbitrary: fc.record({
        ...of('superseded'),
        version,
        change: fc.constantFrom('material', 'critical'),
        dueOn: until(200),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        ...of('superseded'),
        version,
        change: fc.constantFrom('editorial', 'clarifying'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        ...of('corrected'),
        corrects: fc.integer({ min: 0, max: 33 }).map(idAt),
        outcome: fc.constantFrom('moved', 'void'),
      }),
    },
  )
}

/** Hired and in a role near the beginning, so that most days owe something; then anything, in any order. */
function factsIn(when: Era): fc.Arbitrary<readonly LocalFact[]> {
  const first = { day: when.from + 10, minute: null, writtenAfter: 0 }
  const fact = draftIn(when).chain((draft) => detailsOn(draft.day).map((details) => ({ ...draft, details })))
  const retired = fc.record({ ...draftOf(when), details: fc.constant({ kind: 'retired' } as const) })
  const end = fc.oneof(
    { weight: 9, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: retired.map((each) => [each]) },
  )
  return fc
    .tuple(fc.array(fact, { maxLength: 30, size: 'max' }), end)
    .map(([facts, ends]) => [
      { ...first, details: { kind: 'employed' } },
      { ...first, details: { kind: 'role-started', role: 'clinician' } },
      { ...first, details: { kind: 'location-set', location: 'north' } },
      { ...first, details: { kind: 'employment-kind-set', employmentKind: 'employee' } },
      ...facts,
      ...ends,
    ])
}

function idAt(index: number): string {
  return `e${String(index).padStart(2, '0')}`
}

/** The same facts told in a zone: what was noted at ten past nine is noted at ten past nine there. */
function eventsIn(zone: string, facts: readonly LocalFact[]): readonly EvidenceEvent[] {
  return facts.map(({ day, minute, writtenAfter, details }, index) => {
    const effectiveOn = dateAt(day)
    const recorded = {
      id: idAt(index),
      effectiveOn,
      recordedAt: startOfDayAt(dateAt(day + writtenAfter), zone),
    }
    const at = minute === null ? {} : { at: addMinutes(startOfDayAt(effectiveOn, zone), minute) }
    return { ...recorded, ...at, ...details }
  })
}

type Scene = {
  readonly policies: readonly LocalPolicy[]
  readonly facts: readonly LocalFact[]
  /** Days to ask about. */
  readonly days: readonly LocalDate[]
  /** A day on which to have known. */
  readonly knownOn: LocalDate
}

/** Any history over up to ten years, most of them messier than any real one, and some days to ask about. */
export const scene: fc.Arbitrary<Scene> = era.chain((when) => {
  const date = fc.integer({ min: when.from, max: when.from + when.length + 400 }).map(dateAt)
  return fc.record({
    policies: policiesOf(when),
    facts: factsIn(when),
    days: fc.array(date, { minLength: 5, maxLength: 5 }),
    knownOn: date,
  })
})

export function toldIn(zone: string, { policies, facts }: Scene): History {
  const staffMemberId = 'omar'
  return { zone, policies: policiesIn(zone, policies), events: eventsIn(zone, facts), staffMemberId }
}
