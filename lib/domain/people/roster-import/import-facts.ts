import { type LocalDate, laterOf } from '#lib/domain/calendar'
import { ofKind } from '#lib/domain/compliance/counted-evidence'
import { factsThatHold } from '#lib/domain/people/entries/counted-facts'
import { decideEntry } from '#lib/domain/people/entries/decide-entry'
import { employmentEndProposal, hireFacts } from '#lib/domain/people/entries/employment'
import type {
  Entry,
  EntryRefusal,
  PersonFact,
  ProposedFact,
  Situation,
} from '#lib/domain/people/entries/entry'
import type { PlannedPost } from '#lib/domain/people/roster-import/plan-row'
import { type PostChange, withChanges } from '#lib/domain/people/roster-import/post-change'
import type { StaffPost } from '#lib/domain/people/roster-import/staff-post'
import { ok, type Result } from '#lib/domain/result'

type Facts = Result<readonly ProposedFact[], EntryRefusal>

/** The facts of an employment that begins, and of its end where that is known already. */
export function factsOfHire(post: PlannedPost): readonly ProposedFact[] {
  const { startedOn, endedOn } = post
  const ended = endedOn === null ? [] : [{ kind: 'employment-ended', effectiveOn: endedOn } as const]
  return [...hireFacts(startedOn, post), ...ended]
}

/** Who comes back: as on the person's own page (rule 6), with the end where that is known already. */
export function factsOfReturn(post: PlannedPost, situation: Situation): Facts {
  const { startedOn, endedOn } = post
  const back = decideEntry({ kind: 'rehire', ...post }, situation)
  if (!back.ok) return back
  if (endedOn === null) return ok(back.value.facts)
  const entry = { kind: 'employment-end', lastDay: endedOn } as const
  const end = employmentEndProposal(entry, {
    post: { ...post, startedOn, endedOn: null },
    today: situation.today,
  })
  return end.ok ? ok([...back.value.facts, ...end.value.facts]) : end
}

/**
 * The facts of what a row changes, each by the rule of the person's own page: a corrected first day, then another role, place
 * or kind of employment from a day on, never before the first day of work, then the last day. Each is judged after those
 * before it. A name and a number are no facts.
 */
export function factsOfChanges(
  before: StaffPost,
  changes: readonly PostChange[],
  changesFrom: LocalDate,
  situation: Situation,
): Facts {
  const after = withChanges(before, changes, 'to')
  const changed = new Set(changes.map(({ field }) => field))
  const entries: ((now: Situation) => Entry | undefined)[] = [
    (now) => (changed.has('startedOn') ? firstDayEntry(before.startedOn, after.startedOn, now) : undefined),
    () => {
      if (!changed.has('role') && !changed.has('location') && !changed.has('employmentKind')) return undefined
      return { kind: 'post', firstDay: laterOf(changesFrom, after.startedOn), ...after }
    },
    (now) => (changed.has('endedOn') && after.endedOn ? lastDayEntry(before, after.endedOn, now) : undefined),
  ]
  const facts: ProposedFact[] = []
  for (const entryFor of entries) {
    const here = { ...situation, facts: [...situation.facts, ...facts.map(asFact(situation))] }
    const entry = entryFor({ ...here, post: { ...here.post, startedOn: after.startedOn } })
    if (!entry) continue
    const decision = decideEntry(entry, { ...here, post: { ...here.post, startedOn: after.startedOn } })
    if (!decision.ok) return decision
    facts.push(...decision.value.facts)
  }
  return ok(facts)
}

function firstDayEntry(from: LocalDate, to: LocalDate, { facts }: Situation): Entry {
  const hire = ofKind(factsThatHold(facts), 'employed').find(({ on }) => on === from)
  // Where no fact says the day that the post says, nothing is there to be moved, and the rule says so.
  return { kind: 'correction', factId: hire?.event.id ?? '', to }
}

function lastDayEntry({ endedOn }: StaffPost, to: LocalDate, { facts }: Situation): Entry {
  if (endedOn === null) return { kind: 'employment-end', lastDay: to }
  const end = ofKind(factsThatHold(facts), 'employment-ended').find(({ on }) => on === endedOn)
  return { kind: 'correction', factId: end?.event.id ?? '', to }
}

/** As it will stand: for the next rule to see. */
const asFact =
  ({ now }: Situation) =>
  ({ kind, effectiveOn, details }: ProposedFact, index: number) =>
    ({
      ...details,
      id: `proposed-${String(index).padStart(3, '0')}`,
      kind,
      effectiveOn,
      recordedAt: now,
      requirementId: null,
      trackId: null,
    }) as PersonFact

/** What takes a fact back: it never was. A correction that is taken back lets its fact hold again as it was. */
export const voidOf = (corrects: string, effectiveOn: LocalDate): ProposedFact => ({
  kind: 'corrected',
  effectiveOn,
  details: { corrects, outcome: 'void' },
})
