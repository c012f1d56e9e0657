import { assignTracks } from '#lib/data/assign-tracks'
import type { StoredEvent } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import { insertEvidence, type NewEvidence } from '#lib/data/evidence'
import type { PersonRecord } from '#lib/data/person-record'
import { type StaffMember, updateStaffMember } from '#lib/data/practice'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import { type Effect, effectsOf } from '#lib/domain/people/entries/effects'
import type { Proposal } from '#lib/domain/people/entries/entry'
import { type Post, postOn } from '#lib/domain/people/entries/post-on'
import { derivedId } from '#lib/system/derived-id'

/** One entry as it is saved. `key` was made once for the page that was shown: sent twice, it is one entry. */
export type NewEntry = {
  readonly actor: PersonId
  readonly key: string
  readonly proposal: Proposal
  readonly reason: string | null
  /** Somebody recorded it about themselves. */
  readonly isOwn: boolean
}

/** The id of an entry's first fact: where it is there, the entry was saved before. */
export const firstFactId = (practiceId: PracticeId, key: string) => factId(practiceId, key, 0)

const factId = (practiceId: PracticeId, key: string, index: number) =>
  derivedId('entry', practiceId, key, String(index))

export async function hasFact(tx: Tx, practiceId: PracticeId, id: string): Promise<boolean> {
  return (await tx.evidenceEvent.count({ where: { practiceId, id } })) > 0
}

/** The facts of an entry, as they will stand. */
export function factsOfEntry(
  practiceId: PracticeId,
  { member, situation }: PersonRecord,
  { key, proposal, reason, isOwn }: NewEntry,
): readonly (NewEvidence & { readonly id: string; readonly event: StoredEvent })[] {
  return proposal.facts.map(({ kind, effectiveOn, requirementId, details }, index) => {
    const id = factId(practiceId, key, index)
    const own = { ...details, ...(isOwn && { ownRecord: true }) }
    const place = { requirementId: requirementId ?? null, trackId: null, recordedAt: situation.now }
    return {
      id,
      staffMemberId: member.id,
      kind,
      effectiveOn,
      details: own,
      ...(requirementId !== undefined && { requirementId }),
      ...(reason !== null && { reason }),
      event: { ...own, ...place, id, kind, effectiveOn } as StoredEvent,
    }
  })
}

/** The post as it holds today once these facts stand. */
export function postAfter({ member, situation }: PersonRecord, added: readonly StoredEvent[]): Post {
  return postOn([...situation.facts, ...added], situation.today, member)
}

/**
 * Writes an entry: its facts, the row of the staff member as it holds today, and an assignment of each track that the
 * person is asked for from now on. Returns the ids of the facts.
 */
export async function saveEntry(
  tx: Tx,
  practiceId: PracticeId,
  record: PersonRecord,
  entry: NewEntry,
  changes: Partial<Pick<StaffMember, 'name' | 'capabilities'>> = {},
): Promise<readonly string[]> {
  const { member, situation } = record
  const facts = factsOfEntry(practiceId, record, entry)
  const rows = facts.map(({ event: _, ...row }) => row)
  const post = postAfter(
    record,
    facts.map(({ event }) => event),
  )
  // Before the facts: what is derived from them is listed under the name as it is from now on.
  await updateStaffMember(tx, practiceId, { ...member, ...post, ...changes })
  await insertEvidence(tx, practiceId, entry.actor, rows, situation.now)
  const { actor, proposal } = entry
  await assignWhatIsAsked(tx, practiceId, record, actor, effectsOf(proposal, situation))
  return facts.map(({ id }) => id)
}

/** Writes the post as the facts tell it for today, where the row says otherwise. Whether it did. */
export async function keepPost(tx: Tx, practiceId: PracticeId, record: PersonRecord): Promise<boolean> {
  const { member, situation } = record
  const post = postAfter(record, [])
  const terms = ['role', 'location', 'employmentKind', 'startedOn', 'endedOn'] as const
  if (terms.every((term) => post[term] === member[term])) return false
  await updateStaffMember(tx, practiceId, { ...member, ...post })
  await assignWhatIsAsked(tx, practiceId, record, null, effectsOf({ facts: [], days: [] }, situation))
  return true
}

/** `actor` is null where Beacon itself assigns. */
async function assignWhatIsAsked(
  tx: Tx,
  practiceId: PracticeId,
  { member, situation: { now, today } }: PersonRecord,
  actor: PersonId | null,
  effects: readonly Effect[],
): Promise<void> {
  const trackIds = effects
    .filter(({ days }) => days.some(({ on, after }) => on >= today && after.status !== 'not-required'))
    .map(({ trackId }) => trackId)
  const wanted = [...new Set(trackIds)].map((trackId) => ({ staffMemberId: member.id, trackId }))
  const made = await assignTracks(tx, practiceId, wanted, now)
  const facts = made.map((each) => ({ ...each, kind: 'assigned', effectiveOn: today }))
  if (facts.length > 0) await insertEvidence(tx, practiceId, actor, facts, now)
}
