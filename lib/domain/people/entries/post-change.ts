import { addDays, type LocalDate } from '#lib/domain/calendar'
import { type Counted, ofKind } from '#lib/domain/compliance/counted-evidence'
import { factsThatHold, findEmploymentAround } from '#lib/domain/people/entries/counted-facts'
import type { Decision, Entry, PostTerms, ProposedFact, Situation } from '#lib/domain/people/entries/entry'
import { findRoleSpellOn, postOn, roleSpellsIn } from '#lib/domain/people/entries/post-on'
import { replanned } from '#lib/domain/people/entries/replanned'
import { ok, refuse } from '#lib/domain/result'

const furthestAheadDays = 366

type PostEntry = Extract<Entry, { kind: 'post' }>

/**
 * Rule 7. Another role, place or kind of employment from a day on, past or to come. What is recorded for a later day
 * already must be looked at first: between two changes nobody could say which was meant.
 */
export function postProposal(entry: PostEntry, { facts, post, today }: Situation): Decision {
  const { firstDay } = entry
  if (firstDay > addDays(today, furthestAheadDays)) return refuse('day-too-far-ahead')
  const counted = factsThatHold(facts)
  if (!findEmploymentAround(counted, firstDay, firstDay)) return refuse('change-outside-employment')
  const before = postOn(facts, firstDay, post)
  const changed = changesIn(before, entry)
  if (changed.length === 0) return refuse('nothing-changes')
  if (changed.some((term) => changesAfter(counted, firstDay, term))) return refuse('later-change-exists')
  const proposed = changed.flatMap((term) => factsFor(term, entry, counted, today))
  return ok({ facts: proposed, days: [firstDay] })
}

type Term = keyof PostTerms

function changesIn(before: PostTerms, after: PostTerms): readonly Term[] {
  const terms = ['role', 'location', 'employmentKind'] as const
  return terms.filter((term) => before[term] !== after[term])
}

function changesAfter(counted: readonly Counted[], day: LocalDate, term: Term): boolean {
  switch (term) {
    case 'role':
      return roleSpellsIn(counted).some(({ from }) => from > day)
    case 'location':
      return ofKind(counted, 'location-set').some(({ on }) => on > day)
    case 'employmentKind':
      return ofKind(counted, 'employment-kind-set').some(({ on }) => on > day)
  }
}

function factsFor(
  term: Term,
  { firstDay: effectiveOn, role, location, employmentKind }: PostEntry,
  counted: readonly Counted[],
  today: LocalDate,
): readonly ProposedFact[] {
  switch (term) {
    case 'role':
      return roleFacts(role, effectiveOn, counted, today)
    case 'location':
      return [{ kind: 'location-set', effectiveOn, details: { location } }]
    case 'employmentKind':
      return [{ kind: 'employment-kind-set', effectiveOn, details: { employmentKind } }]
  }
}

/** The old role ends the day before. One that began on that very day was never held: its beginning is struck. */
function roleFacts(
  role: string,
  firstDay: LocalDate,
  counted: readonly Counted[],
  today: LocalDate,
): readonly ProposedFact[] {
  const start = { kind: 'role-started', effectiveOn: firstDay, details: { role } } as const
  const old = findRoleSpellOn(counted, firstDay)
  if (!old) return [start]
  if (old.from === firstDay) return replanned(counted, old.ids, start, today)
  const end = { kind: 'role-ended', effectiveOn: addDays(firstDay, -1), details: { role: old.role } } as const
  return [end, start]
}
