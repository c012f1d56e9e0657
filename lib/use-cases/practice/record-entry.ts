import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findPersonRecord, type PersonRecord } from '#lib/data/person-record'
import { lockStaff } from '#lib/data/practice'
import { factsOfEntry, firstFactId, hasFact, type NewEntry, postAfter, saveEntry } from '#lib/data/save-entry'
import { hasOtherAdministrator, hasOtherManager } from '#lib/data/staff-count'
import { type Membership, mayChangePost, membershipWith } from '#lib/domain/access/actor'
import { decideEntry } from '#lib/domain/people/entries/decide-entry'
import { changesEmployment, type Entry, type EntryRefusal } from '#lib/domain/people/entries/entry'
import { needsReason, type OwnRecordRefusal, ownRecordRefusal } from '#lib/domain/people/entries/own-record'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RecordEntryRefusal =
  | EntryRefusal
  | OwnRecordRefusal
  | 'not-found'
  | 'needs-administrator'
  | 'last-administrator'
  | 'reason-missing'

type Input = {
  readonly practiceId: string
  readonly staffMemberId: string
  /** A rehire and an end of employment have use cases of their own: more follows from them than facts. */
  readonly entry: Exclude<Entry, { kind: 'rehire' | 'employment-end' }>
  readonly reason: string | null
  /** Made once for the page that was shown: sent twice, it is one entry. */
  readonly idempotencyKey: string
}

/**
 * Records an entry about a person: a leave, an extension, another role, a correction. Only facts are added; the row of the
 * staff member follows from them. Nobody records about themselves while somebody else could.
 */
export async function recordEntry(context: Context, input: Input): Promise<Result<null, RecordEntryRefusal>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  await lockStaff(tx, practiceId)
  const record = await findPersonRecord(tx, post, input.staffMemberId, now)
  if (!record) return refuse('not-found')
  const { member, situation } = record
  if (await hasFact(tx, practiceId, firstFactId(practiceId, input.idempotencyKey))) return ok(null)
  const { entry, reason, idempotencyKey: key } = input
  const isOwn = member.personId === actor.personId
  const refusal = await rightsRefusal(context, post, record, input)
  if (refusal) return refuse(refusal)
  const decision = decideEntry(entry, situation)
  if (!decision.ok) return decision
  const proposed = { actor: actor.personId, key, proposal: decision.value, reason, isOwn }
  if (await endsAdministration(context, post, record, proposed)) return refuse('last-administrator')
  const factIds = await saveEntry(tx, practiceId, record, proposed)
  const deed = {
    kind: 'entry-recorded',
    staffMemberId: member.id,
    entry: entry.kind,
    factIds,
    isOwn,
  } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

async function rightsRefusal(
  { tx, actor }: Context,
  post: Membership,
  { member, situation }: PersonRecord,
  { entry, reason }: Input,
): Promise<RecordEntryRefusal | undefined> {
  if (changesEmployment(entry, situation.facts) && !mayChangePost(post, member)) return 'needs-administrator'
  const isOwn = member.personId === actor.personId
  const others = isOwn && (await hasOtherManager(tx, post.practiceId, member.id, situation.today))
  const own = ownRecordRefusal(entry.kind, { isOwn, hasOtherManager: others })
  if (own) return own
  return needsReason(entry.kind, isOwn) && reason === null ? 'reason-missing' : undefined
}

/** Whether the practice would be left with nobody to administer it. */
async function endsAdministration(
  { tx }: Context,
  { practiceId }: Membership,
  record: PersonRecord,
  entry: NewEntry,
): Promise<boolean> {
  const { member, situation } = record
  if (!member.capabilities.includes('administer')) return false
  const facts = factsOfEntry(practiceId, record, entry).map(({ event }) => event)
  const { startedOn, endedOn } = postAfter(record, facts)
  const stays = startedOn <= situation.today && (endedOn === null || endedOn === member.endedOn)
  return !stays && !(await hasOtherAdministrator(tx, practiceId, member.id, situation.today))
}
