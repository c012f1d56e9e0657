import { randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import type { Context } from '#lib/context'
import { assignTracks } from '#lib/data/assign-tracks'
import { appendAudit } from '#lib/data/audit'
import { listRequirements } from '#lib/data/compliance-history'
import { insertEvidence, type NewEvidence } from '#lib/data/evidence'
import { replaceInvitation } from '#lib/data/invitation'
import { insertMail } from '#lib/data/mail'
import { findAddress, findLanguage, personOfAddress } from '#lib/data/person'
import { findPersonRecord } from '#lib/data/person-record'
import {
  findHiddenPost,
  findStaffMemberOfPerson,
  insertStaffMember,
  lockStaff,
  type StaffMember,
  updateStaffMember,
} from '#lib/data/practice'
import { firstFactId, hasFact, saveEntry } from '#lib/data/save-entry'
import { type Capability, type Membership, membershipWith } from '#lib/domain/access/actor'
import { invitationMinutes } from '#lib/domain/access/session-length'
import type { AuditEvent } from '#lib/domain/audit/audit-event'
import { addMinutes, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { requirementsThatAsk } from '#lib/domain/compliance/audience'
import type { StaffMemberId } from '#lib/domain/ids'
import { hireFacts, rehireProposal } from '#lib/domain/people/entries/employment'
import type { EntryRefusal, PostTerms } from '#lib/domain/people/entries/entry'
import { type FirstDayRefusal, firstDayRefusal, isLongAgo } from '#lib/domain/people/first-day'
import { ok, type Result, refuse } from '#lib/domain/result'
import { composeMail } from '#lib/mail/compose-mail'

export type AddStaffMemberRefusal = FirstDayRefusal | 'not-found' | 'needs-administrator' | 'on-staff-already'

type Post = PostTerms & {
  readonly practiceId: string
  readonly name: string
  readonly startedOn: LocalDate
  /** Beyond training, which everybody may take. */
  readonly capabilities: readonly Capability[]
}

type Added = {
  readonly staffMemberId: StaffMemberId
  /** Nothing was written: the person has a post here already, which ended, and comes back to that one. */
  readonly workedHereBefore: boolean
  /** The first day is more than a year ago, which is worth a second look. */
  readonly isLongAgo: boolean
}

/**
 * Puts a person on the practice's staff: the person of that address (lower case), found or made, with the facts of
 * employment, the tracks that the requirements ask of the post, and an invitation in the outbox. Who worked here before is
 * not added a second time: they are to be brought back (rule 6). Only an administrator grants more than training.
 */
export async function addStaffMember(
  context: Context,
  input: Post & { readonly emailAddress: string },
): Promise<Result<Added, AddStaffMemberRefusal>> {
  const { tx, now, actor } = context
  const post = granting(actor, input)
  if (typeof post === 'string') return refuse(post)
  await lockStaff(tx, post.practiceId)
  const personId = await personOfAddress(tx, input.emailAddress, now)
  const before = await findStaffMemberOfPerson(tx, post.practiceId, personId)
  const today = localDateAt(now, post.timeZone)
  if (before) {
    const hasLeft = before.endedOn !== null && before.endedOn < today
    if (!hasLeft) return refuse('on-staff-already')
    return ok({ staffMemberId: before.id, workedHereBefore: true, isLongAgo: false })
  }
  const mistyped = firstDayRefusal(input.startedOn, today)
  if (mistyped) return refuse(mistyped)
  const { name, role, employmentKind, location, startedOn } = input
  const hidden = await findHiddenPost(tx, post.practiceId, personId)
  const id = hidden ?? (randomUUID() as StaffMemberId)
  const capabilities = ['train', ...input.capabilities] as const
  const terms = { role, employmentKind, location }
  const member = { id, personId, name, ...terms, startedOn, capabilities, endedOn: null }
  if (hidden) await updateStaffMember(tx, post.practiceId, member)
  else await insertStaffMember(tx, post.practiceId, member, now)
  await recordHire(context, post, member)
  await invite(context, post, member, input.emailAddress)
  await chain(context, post, [
    { kind: 'staff-member-added', staffMemberId: id, role },
    { kind: 'invitation-sent', staffMemberId: id },
  ])
  return ok({ staffMemberId: id, workedHereBefore: false, isLongAgo: isLongAgo(startedOn, today) })
}

export type RehireRefusal = EntryRefusal | 'not-found' | 'needs-administrator'

type Rehire = Post & {
  readonly staffMemberId: string
  /** Made once for the page that was shown: sent twice, it is one rehire. */
  readonly idempotencyKey: string
}

/**
 * Rule 6. Brings back who worked here before, to the same post: what they completed attaches again by itself, and what
 * they may do is granted anew.
 */
export async function rehireStaffMember(
  context: Context,
  input: Rehire,
): Promise<Result<Added, RehireRefusal>> {
  const { tx, now, actor } = context
  const post = granting(actor, input)
  if (typeof post === 'string') return refuse(post)
  const { practiceId } = post
  await lockStaff(tx, practiceId)
  const record = await findPersonRecord(tx, post, input.staffMemberId, now)
  if (!record) return refuse('not-found')
  const { member, situation } = record
  const { name, role, startedOn, idempotencyKey: key } = input
  const staffMemberId = member.id
  const done = ok({
    staffMemberId,
    workedHereBefore: true,
    isLongAgo: isLongAgo(startedOn, situation.today),
  })
  if (await hasFact(tx, practiceId, firstFactId(practiceId, key))) return done
  const decision = rehireProposal({ ...input, kind: 'rehire' }, situation)
  if (!decision.ok) return decision
  const capabilities = ['train', ...input.capabilities] as const
  const entry = { actor: actor.personId, key, proposal: decision.value, reason: null, isOwn: false }
  await saveEntry(tx, practiceId, record, entry, { name, capabilities })
  const emailAddress = await findAddress(tx, member.personId)
  if (emailAddress !== null) await invite(context, post, { ...member, name }, emailAddress)
  await chain(context, post, [
    { kind: 'staff-member-rehired', staffMemberId, role },
    ...(emailAddress === null ? [] : [{ kind: 'invitation-sent', staffMemberId } as const]),
  ])
  return done
}

function granting(
  actor: Context['actor'],
  { practiceId, capabilities }: Post,
): Membership | 'not-found' | 'needs-administrator' {
  const post = membershipWith(actor, practiceId, 'manage')
  if (!post) return 'not-found'
  return capabilities.length > 0 && !post.capabilities.includes('administer') ? 'needs-administrator' : post
}

async function chain(
  { tx, now, actor }: Context,
  { practiceId }: Membership,
  deeds: readonly AuditEvent[],
): Promise<void> {
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, deeds))
}

/** The facts of the employment, and an assignment of each track that the post owes. */
async function recordHire(
  { tx, now, actor }: Context,
  { practiceId, timeZone }: Membership,
  member: StaffMember,
): Promise<void> {
  const { id: staffMemberId, startedOn } = member
  const today = localDateAt(now, timeZone)
  const requirements = await listRequirements(tx, [practiceId])
  const owed = requirementsThatAsk(requirements, { ...member, staffMemberId }, today)
  const wanted = owed.map(({ trackId }) => ({ staffMemberId, trackId }))
  const made = await assignTracks(tx, practiceId, wanted, now)
  const facts: NewEvidence[] = [
    ...hireFacts(startedOn, member).map((fact) => ({ ...fact, staffMemberId })),
    ...made.map(({ trackId }) => ({ staffMemberId, trackId, kind: 'assigned', effectiveOn: today })),
  ]
  await insertEvidence(tx, practiceId, actor.personId, facts, now)
}

async function invite(
  { tx, now, settings }: Context,
  { practiceId, practiceName }: Membership,
  { personId, name }: StaffMember,
  emailAddress: string,
): Promise<void> {
  const { token, tokenHash } = newOneTimeToken()
  const expiresAt = addMinutes(now, invitationMinutes)
  await replaceInvitation(tx, { personId, practiceId }, { tokenHash, expiresAt }, now)
  const words = composeMail('invitation', await findLanguage(tx, practiceId, personId), {
    name,
    practice: practiceName,
    link: `${settings.origin}/invitation/${token}`,
    days: invitationMinutes / (24 * 60),
  })
  await insertMail(
    tx,
    practiceId,
    { kind: 'invitation', personId, toName: name, toAddress: emailAddress, ...words },
    now,
  )
}
