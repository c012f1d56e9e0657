import { addDays, type LocalDate } from '#lib/domain/calendar'
import { ofKind } from '#lib/domain/compliance/counted-evidence'
import { factsThatHold } from '#lib/domain/people/entries/counted-facts'
import type {
  Decision,
  Entry,
  PostTerms,
  Proposal,
  ProposedFact,
  Situation,
} from '#lib/domain/people/entries/entry'
import { findRoleSpellOn } from '#lib/domain/people/entries/post-on'
import { firstDayRefusal } from '#lib/domain/people/first-day'
import { ok, type Result, refuse } from '#lib/domain/result'

const furthestEndDays = 366

export type EmploymentEndRefusal = 'employment-ended-already' | 'end-before-start' | 'end-too-far-ahead'

type EndEntry = Extract<Entry, { kind: 'employment-end' }>

/** The last day of work, that day included; a year ahead at most. */
export function employmentEndProposal(
  { lastDay }: EndEntry,
  { post, today }: Pick<Situation, 'post' | 'today'>,
): Result<Proposal, EmploymentEndRefusal> {
  if (post.endedOn !== null) return refuse('employment-ended-already')
  if (lastDay < post.startedOn) return refuse('end-before-start')
  if (lastDay > addDays(today, furthestEndDays)) return refuse('end-too-far-ahead')
  const fact = { kind: 'employment-ended', effectiveOn: lastDay } as const
  return ok({ facts: [fact], days: [addDays(lastDay, 1)] })
}

/** Somebody stays who was to leave. Once the last day is over, coming back is a rehire. */
export function endWithdrawalProposal({ facts, post, today }: Situation): Decision {
  const { endedOn } = post
  if (endedOn === null) return refuse('no-end-to-withdraw')
  if (endedOn < today) return refuse('end-is-past')
  const ends = ofKind(factsThatHold(facts), 'employment-ended').filter(({ on }) => on === endedOn)
  const proposed = ends.map(
    ({ event }): ProposedFact => ({
      kind: 'corrected',
      effectiveOn: today,
      details: { corrects: event.id, outcome: 'void' },
    }),
  )
  return ok({ facts: proposed, days: [addDays(endedOn, 1)] })
}

type RehireEntry = Extract<Entry, { kind: 'rehire' }>

/** Rule 6. The same person in the same post, from a day after the last one on. */
export function rehireProposal(entry: RehireEntry, { facts, post, today }: Situation): Decision {
  const { startedOn } = entry
  const mistyped = firstDayRefusal(startedOn, today)
  if (mistyped) return refuse(mistyped)
  const { endedOn } = post
  if (endedOn === null || endedOn >= today) return refuse('on-staff-already')
  if (startedOn <= endedOn) return refuse('start-before-last-end')
  // A role lasts until a fact ends it: who comes back no longer holds the old one.
  const held = findRoleSpellOn(factsThatHold(facts), endedOn)
  const ended: readonly ProposedFact[] =
    held && held.through === null
      ? [{ kind: 'role-ended', effectiveOn: endedOn, details: { role: held.role } }]
      : []
  return ok({ facts: [...ended, ...hireFacts(startedOn, entry)], days: [startedOn] })
}

/** What a hire writes: the employment, and the terms that it begins with. */
export function hireFacts(
  startedOn: LocalDate,
  { role, location, employmentKind }: PostTerms,
): readonly ProposedFact[] {
  return [
    { kind: 'employed', effectiveOn: startedOn },
    { kind: 'role-started', effectiveOn: startedOn, details: { role } },
    { kind: 'location-set', effectiveOn: startedOn, details: { location } },
    { kind: 'employment-kind-set', effectiveOn: startedOn, details: { employmentKind } },
  ]
}
