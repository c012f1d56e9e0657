import { localDateFrom, startOfDayAt } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'
import { decideEntry } from '#lib/domain/people/entries/decide-entry'
import type { Entry, PersonFact, Situation } from '#lib/domain/people/entries/entry'
import { postOn } from '#lib/domain/people/entries/post-on'

const zone = 'America/Chicago'
export const day = localDateFrom

/** A fact in few words, for the examples of entries. */
export type FactExample = {
  readonly id?: string
  readonly kind: PersonFact['kind']
  readonly on: string
  readonly recordedOn?: string
} & Readonly<Record<string, unknown>>

const yearly: Policy = {
  ...defaultTerms,
  id: 'p1',
  effectiveOn: day('2020-01-01'),
  recordedAt: startOfDayAt(day('2020-01-01'), zone),
  audience: { roles: ['nurse'] },
  firstDue: { days: 30, notBefore: null },
  window: { months: 1 },
  graceDays: 14,
  cadence: 'rolling',
  periodMonths: 12,
}

/** A nurse since 2024 who must complete one training a year. */
export const hired: readonly FactExample[] = [
  { id: 'hire', kind: 'employed', on: '2024-01-01' },
  { id: 'nurse', kind: 'role-started', on: '2024-01-01', role: 'nurse' },
  { id: 'kind', kind: 'employment-kind-set', on: '2024-01-01', employmentKind: 'employee' },
  { id: 'place', kind: 'location-set', on: '2024-01-01', location: null },
]

export function situation(facts: readonly FactExample[], today: string, policy: Policy = yearly): Situation {
  const stored = facts.map(({ on, recordedOn, id, ...fact }, index) => ({
    requirementId: null,
    trackId: null,
    ...fact,
    id: id ?? `f${index}`,
    effectiveOn: day(on),
    recordedAt: startOfDayAt(day(recordedOn ?? on), zone),
  })) as readonly PersonFact[]
  const history: History = { zone, policies: [policy], events: stored }
  const blank = { role: 'nurse', employmentKind: 'employee', location: null, endedOn: null }
  return {
    today: day(today),
    now: startOfDayAt(day(today), zone),
    post: postOn(stored, day(today), { ...blank, startedOn: day('2024-01-01') }),
    facts: stored,
    asked: [{ requirement: { id: 'r1', name: 'Basics' }, trackId: 'basics', history }],
  }
}

/** The refusal of an entry, or the facts that it makes: "leave-started 2026-01-10 through 2026-05-20". */
export function outcome(entry: Entry, given: Situation): string {
  const decision = decideEntry(entry, given)
  if (!decision.ok) return decision.refusal
  return decision.value.facts
    .map(({ kind, effectiveOn, details }) => [kind, effectiveOn, ...Object.values(details ?? {})].join(' '))
    .join('; ')
}

/** The situation once the entry stands. */
export function recorded(entry: Entry, given: Situation): Situation {
  const decision = decideEntry(entry, given)
  if (!decision.ok) throw new Error(decision.refusal)
  const added = decision.value.facts.map(({ kind, effectiveOn, details }, index) => ({
    ...details,
    requirementId: null,
    trackId: null,
    id: `new${given.facts.length + index}`,
    kind,
    effectiveOn,
    recordedAt: given.now,
  })) as readonly PersonFact[]
  const facts = [...given.facts, ...added]
  return {
    ...given,
    facts,
    post: postOn(facts, given.today, given.post),
    asked: given.asked.map((one) => ({ ...one, history: { ...one.history, events: facts } })),
  }
}
