import fc from 'fast-check'
import { addDays, addMinutes, type LocalDate, localDateFrom, startOfDayAt } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import type { Policy } from '#lib/domain/compliance/policy'

/** Half-hour shifts (Lord Howe), quarter-hour offset (Kathmandu), a skipped day (Apia, 30 December 2011). */
export const zones = [
  'America/Chicago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'Europe/London',
] as const

const firstDay = localDateFrom('2009-01-01')
const dateAt = (day: number): LocalDate => addDays(firstDay, day)

/** Days counted from the first. Dense histories meet more rules at once; both kinds cross Apia's lost day (day 1093). */
type Era = { readonly from: number; readonly length: number }
const era = fc.constantFrom<Era>(
  { from: 900, length: 400 },
  { from: 400, length: 1200 },
  { from: 0, length: 3650 },
)
const dayIn = ({ from, length }: Era) => fc.integer({ min: from, max: from + length })

type Draft = { readonly day: number; readonly minute: number | null; readonly writtenAfter: number }
type Details = EvidenceEvent extends infer Event
  ? Event extends EvidenceEvent
    ? Omit<Event, 'id' | 'recordedAt' | 'effectiveOn' | 'at'>
    : never
  : never
/** A fact in local terms, so that one history can be told in any zone. */
type LocalFact = Draft & { readonly details: Details }

const draftIn = (when: Era): fc.Arbitrary<Draft> =>
  fc.record({
    day: dayIn(when),
    minute: fc.option(fc.integer({ min: 1, max: 1300 }), { nil: null }),
    writtenAfter: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 })),
  })

const role = fc.constantFrom('clinician', 'front-desk')
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
    { weight: 8, arbitrary: fc.record({ ...of('part-completed'), part, version }) },
    { weight: 1, arbitrary: fc.record({ ...of('part-started'), part }) },
    { weight: 2, arbitrary: fc.record({ ...of('employed') }) },
    { weight: 1, arbitrary: fc.record({ ...of('employment-ended') }) },
    { weight: 2, arbitrary: fc.record({ ...of('role-started'), role }) },
    { weight: 1, arbitrary: fc.record({ ...of('role-ended'), role }) },
    { weight: 1, arbitrary: fc.record({ ...of('external-accepted'), provider, validThrough: until(900) }) },
    { weight: 1, arbitrary: fc.record({ ...of('external-accepted'), provider }) },
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
        corrects: fc.integer({ min: 0, max: 31 }).map(idAt),
        outcome: fc.constantFrom('moved', 'void'),
      }),
    },
  )
}

/** Hired and in a role near the beginning, so that most days owe something; then anything, in any order. */
function factsIn(when: Era): fc.Arbitrary<readonly LocalFact[]> {
  const first = { day: when.from + 10, minute: null, writtenAfter: 0 }
  const fact = draftIn(when).chain((draft) => detailsOn(draft.day).map((details) => ({ ...draft, details })))
  return fc
    .array(fact, { maxLength: 30 })
    .map((facts) => [
      { ...first, details: { kind: 'employed' } },
      { ...first, details: { kind: 'role-started', role: 'clinician' } },
      ...facts,
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

const window = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((months) => ({ months })),
  fc.integer({ min: 0, max: 80 }).map((days) => ({ days })),
)
const cadence = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ cadence: fc.constant('rolling'), periodMonths: fc.constantFrom(4, 6, 12, 24) }),
  },
  { weight: 1, arbitrary: fc.record({ cadence: fc.constant('once') }) },
)
const termsIn = (when: Era) =>
  fc.record({
    audience: fc.oneof(
      fc.constant('everyone'),
      fc.record({ roles: fc.subarray(['clinician', 'front-desk'], { minLength: 1 }) }),
    ),
    firstDue: fc.record({
      days: fc.constantFrom(0, 30, 90),
      notBefore: fc.option(dayIn(when).map(dateAt), { nil: null, freq: 4 }),
    }),
    window,
    graceDays: fc.constantFrom(0, 14, 60),
    returnDays: fc.constantFrom(0, 30),
    earlyCredit: fc.constantFrom('reanchor', 'none'),
    parts: fc.constantFrom(null, null, ['lessons', 'quiz'] as const),
    externalAllowed: fc.constantFrom(true, true, false),
    authority: fc.constantFrom(
      { kind: 'practice-policy' } as const,
      { kind: 'requirement-profile', verified: true, approvedProviders: ['State board'] } as const,
      { kind: 'requirement-profile', verified: true, approvedProviders: null } as const,
      { kind: 'requirement-profile', verified: false, approvedProviders: null } as const,
    ),
    appliesTo: fc.constantFrom('later-completions', 'later-completions', 'all'),
  })

type LocalPolicy = { readonly day: number; readonly terms: Omit<Policy, 'id' | 'effectiveOn' | 'recordedAt'> }

/** The first version begins early, so that most days have a policy. */
function policiesOf(when: Era): fc.Arbitrary<readonly LocalPolicy[]> {
  const policy = fc.tuple(dayIn(when), termsIn(when), cadence).map(([day, terms, turn]) => {
    return { day, terms: { ...terms, ...turn } as LocalPolicy['terms'] }
  })
  return fc
    .array(policy, { minLength: 1, maxLength: 3 })
    .map(([first, ...rest]) => (first ? [{ ...first, day: when.from + (first.day % 100) }, ...rest] : rest))
}

function policiesIn(zone: string, policies: readonly LocalPolicy[]): readonly Policy[] {
  return policies.map((policy, index) => {
    const effectiveOn = dateAt(policy.day)
    return {
      ...policy.terms,
      id: `p${index}`,
      effectiveOn,
      recordedAt: startOfDayAt(effectiveOn, zone),
    } as Policy
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
  return { zone, policies: policiesIn(zone, policies), events: eventsIn(zone, facts) }
}
