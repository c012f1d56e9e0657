import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { type Counted, countedEvidence, ofKind } from '#lib/domain/compliance/counted-evidence'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { hasBegunOn } from '#lib/domain/compliance/projection'
import type { RosterPerson, RosterRow } from '#lib/domain/compliance/roster'
import { covers, findSpellOn, spellsFrom } from '#lib/domain/compliance/spells'
import type { RequirementId } from '#lib/domain/ids'

/** The day asked about, and the moment at which it is asked as known; undefined for everything known. */
export type PastMoment = { readonly asOf: LocalDate; readonly knownAt: Instant | undefined }

/** Somebody who has or had a post, as the row stands today, with every fact. */
export type PastRecord = {
  readonly person: Omit<RosterPerson, 'invitation'>
  readonly events: readonly EvidenceEvent[]
  readonly obligations: readonly {
    readonly requirement: { readonly id: RequirementId; readonly name: string }
    readonly history: History
  }[]
}

/**
 * Where people stood on a day, as it was known at a moment: those who were employed then, in the role, at the place and
 * under the terms of then, whatever became of them. Nobody else, and only requirements that had a policy.
 */
export function pastRows(records: readonly PastRecord[], moment: PastMoment): readonly RosterRow[] {
  return records.flatMap((record): readonly RosterRow[] => {
    const person = personThen(record, moment)
    if (!person) return []
    return record.obligations
      .filter(({ history }) => hadPolicy(history, moment))
      .map(({ requirement, history }) => {
        const answer = complianceStatus(history, moment.asOf, moment.knownAt)
        const hasBegun = hasBegunOn(knownThen(history, moment), answer, moment.asOf)
        return { person, requirement, answer, hasBegun, lastReminderOn: null }
      })
  })
}

function hadPolicy({ policies }: History, { asOf, knownAt }: PastMoment): boolean {
  return policies.some(
    ({ effectiveOn, recordedAt }) => effectiveOn <= asOf && (knownAt === undefined || recordedAt <= knownAt),
  )
}

function knownThen(history: History, { knownAt }: PastMoment): History {
  if (knownAt === undefined) return history
  return { ...history, events: history.events.filter(({ recordedAt }) => recordedAt <= knownAt) }
}

const aboutThePost: ReadonlySet<EvidenceEvent['kind']> = new Set([
  'employed',
  'employment-ended',
  'role-started',
  'role-ended',
  'location-set',
  'employment-kind-set',
  'corrected',
] as const)

function personThen({ person, events }: PastRecord, { asOf, knownAt }: PastMoment): RosterPerson | undefined {
  const counted = countedEvidence(
    events.filter(({ kind }) => aboutThePost.has(kind)),
    asOf,
    knownAt,
  )
  const spell = findSpellOn(
    spellsFrom(ofKind(counted, 'employed'), ofKind(counted, 'employment-ended')),
    asOf,
  )
  if (!spell) return undefined
  const told = { startedOn: spell.from, endedOn: endToday(person, spell.from) }
  return { ...person, ...told, ...termsThen(person, counted, events, asOf), invitation: 'none' }
}

/** The last day that is known today, where the row still speaks of the same employment: people ask who has left since. */
function endToday(person: PastRecord['person'], startedOn: LocalDate): LocalDate | null {
  return person.startedOn === startedOn ? person.endedOn : null
}

type Terms = Pick<RosterPerson, 'role' | 'location' | 'employmentKind'>

/** What no fact tells is as it stands today, unless a later fact says that it was changed since. */
function termsThen(
  person: Terms,
  counted: readonly Counted[],
  events: readonly EvidenceEvent[],
  asOf: LocalDate,
): Terms {
  const location = ofKind(counted, 'location-set').at(-1)
  const isMovedSince = events.some(({ kind }) => kind === 'location-set')
  const untold = isMovedSince ? null : person.location
  return {
    role: roleOn(counted, asOf) ?? person.role,
    location: location ? location.event.location : untold,
    employmentKind:
      ofKind(counted, 'employment-kind-set').at(-1)?.event.employmentKind ?? person.employmentKind,
  }
}

/** Of several roles at once, the one begun last. */
function roleOn(counted: readonly Counted[], asOf: LocalDate): string | undefined {
  const ends = ofKind(counted, 'role-ended')
  const starts = Map.groupBy(ofKind(counted, 'role-started'), ({ event }) => event.role)
  const held = [...starts].flatMap(([role, each]) => {
    const ended = ends.filter(({ event }) => event.role === role)
    return spellsFrom(each, ended).flatMap((spell) =>
      covers(spell, asOf) ? [{ role, from: spell.from }] : [],
    )
  })
  return held.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))).at(-1)?.role
}
