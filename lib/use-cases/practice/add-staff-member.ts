import { randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import type { Context } from '#lib/context'
import { assignTracks, beginCyclesAnew } from '#lib/data/assign-tracks'
import { appendAudit } from '#lib/data/audit'
import { listRequirements } from '#lib/data/compliance-history'
import { insertEvidence, type NewEvidence } from '#lib/data/evidence'
import { replaceInvitation } from '#lib/data/invitation'
import { insertMail } from '#lib/data/mail'
import { personOfAddress } from '#lib/data/person'
import {
  findStaffMemberOfPerson,
  insertStaffMember,
  lockStaff,
  type StaffMember,
  updateStaffMember,
} from '#lib/data/practice'
import { type Capability, type Membership, membershipWith } from '#lib/domain/access/actor'
import { invitationMinutes } from '#lib/domain/access/session-length'
import { addMinutes, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { asksPost } from '#lib/domain/compliance/audience'
import type { PersonId, StaffMemberId } from '#lib/domain/ids'
import { type FirstDayRefusal, firstDayRefusal, isLongAgo } from '#lib/domain/people/first-day'
import { ok, type Result, refuse } from '#lib/domain/result'
import { composeMail } from '#lib/mail/compose-mail'

export type AddStaffMemberRefusal =
  | FirstDayRefusal
  | 'not-found'
  | 'needs-administrator'
  | 'on-staff-already'
  | 'start-before-last-end'

type Input = {
  readonly practiceId: string
  readonly name: string
  /** Lower case. */
  readonly emailAddress: string
  readonly role: string
  readonly employmentKind: string
  readonly location: string | null
  readonly startedOn: LocalDate
  /** Beyond training, which everybody may take. */
  readonly capabilities: readonly Capability[]
}

type Added = {
  readonly staffMemberId: StaffMemberId
  /** The first day is more than a year ago, which is worth a second look. */
  readonly isLongAgo: boolean
}

/**
 * Puts a person on the practice's staff: the person of that address, found or made, with the facts of employment, the
 * tracks that the requirements ask of the role, and an invitation in the outbox. Who worked here before comes back under
 * the same post (rule 6). Only an administrator grants more than training.
 */
export async function addStaffMember(
  context: Context,
  input: Input,
): Promise<Result<Added, AddStaffMemberRefusal>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  if (input.capabilities.length > 0 && !post.capabilities.includes('administer')) {
    return refuse('needs-administrator')
  }
  await lockStaff(tx, post.practiceId)
  const personId = await personOfAddress(tx, input.emailAddress, now)
  const before = await findStaffMemberOfPerson(tx, post.practiceId, personId)
  const today = localDateAt(now, post.timeZone)
  const refusal = dateRefusal(input.startedOn, before, today)
  if (refusal) return refuse(refusal)
  const member = memberFrom(input, personId, before)
  if (before) await updateStaffMember(tx, post.practiceId, member)
  else await insertStaffMember(tx, post.practiceId, member, now)
  await recordObligations(context, post, member, before)
  await invite(context, post, member, input.emailAddress)
  const deeds = [
    { kind: 'staff-member-added', staffMemberId: member.id, role: member.role },
    { kind: 'invitation-sent', staffMemberId: member.id },
  ] as const
  await appendAudit(
    tx,
    post.practiceId,
    chainEntries({ actorPersonId: actor.personId, recordedAt: now }, deeds),
  )
  return ok({ staffMemberId: member.id, isLongAgo: isLongAgo(member.startedOn, today) })
}

function dateRefusal(
  startedOn: LocalDate,
  before: StaffMember | undefined,
  today: LocalDate,
): AddStaffMemberRefusal | undefined {
  const mistyped = firstDayRefusal(startedOn, today)
  if (mistyped) return mistyped
  if (!before) return undefined
  if (before.endedOn === null || before.endedOn >= today) return 'on-staff-already'
  return startedOn <= before.endedOn ? 'start-before-last-end' : undefined
}

function memberFrom(input: Input, personId: PersonId, before: StaffMember | undefined): StaffMember {
  const { name, role, employmentKind, location, startedOn } = input
  const id = before?.id ?? (randomUUID() as StaffMemberId)
  const capabilities = ['train', ...input.capabilities] as const
  return { id, personId, name, role, employmentKind, location, startedOn, capabilities, endedOn: null }
}

/** The facts of the employment, and an assignment of each track that the role owes on the first day or today. */
async function recordObligations(
  { tx, now, actor }: Context,
  { practiceId, timeZone }: Membership,
  { id: staffMemberId, role, location, employmentKind, startedOn }: StaffMember,
  before: StaffMember | undefined,
): Promise<void> {
  const today = localDateAt(now, timeZone)
  const requirements = await listRequirements(tx, [practiceId])
  const asked = { role, location, employmentKind, staffMemberId }
  const owed = requirements.filter(({ policies }) => asksPost(policies, asked, today))
  if (before) await beginCyclesAnew(tx, practiceId, staffMemberId, now)
  const made = await assignTracks(
    tx,
    practiceId,
    owed.map(({ trackId }) => ({ staffMemberId, trackId })),
    now,
  )
  const facts: NewEvidence[] = [
    ...endedRole(before, role),
    { staffMemberId, kind: 'employed', effectiveOn: startedOn },
    { staffMemberId, kind: 'role-started', effectiveOn: startedOn, details: { role } },
    ...made.map(({ trackId }) => ({ staffMemberId, trackId, kind: 'assigned', effectiveOn: today })),
  ]
  await insertEvidence(tx, practiceId, actor.personId, facts, now)
}

/** A role lasts until a fact ends it: who comes back in another one no longer holds the old one. */
function endedRole(before: StaffMember | undefined, role: string): NewEvidence[] {
  if (!before?.endedOn || before.role === role) return []
  const details = { role: before.role }
  return [{ staffMemberId: before.id, kind: 'role-ended', effectiveOn: before.endedOn, details }]
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
  const words = composeMail('invitation', {
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
