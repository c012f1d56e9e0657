import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { expireInvitations } from '#lib/data/invitation'
import { findStaffMember, lockStaff, type StaffMember, updateStaffMember } from '#lib/data/practice'
import { hasOtherAdministrator } from '#lib/data/staff-count'
import { type Membership, mayChangePost, membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type EmploymentEndRefusal, employmentEndProposal } from '#lib/domain/people/entries/employment'
import { ok, type Result, refuse } from '#lib/domain/result'

export type EndEmploymentRefusal =
  | EmploymentEndRefusal
  | 'not-found'
  | 'needs-administrator'
  | 'last-administrator'

/**
 * Ends a person's employment with `lastDay`, that day included: from the next one every session of theirs shows nothing of
 * this practice. What they completed stays. The practice never loses its last administrator.
 */
export async function endEmployment(
  context: Context,
  input: { practiceId: string; staffMemberId: string; lastDay: LocalDate },
): Promise<Result<null, EndEmploymentRefusal>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  await lockStaff(tx, post.practiceId)
  const member = await findStaffMember(tx, post.practiceId, input.staffMemberId)
  if (!member) return refuse('not-found')
  const entry = { kind: 'employment-end', lastDay: input.lastDay } as const
  const decision = employmentEndProposal(entry, { post: member, today: localDateAt(now, post.timeZone) })
  if (!decision.ok) return decision
  const refusal = await rightsRefusal(context, post, member)
  if (refusal) return refuse(refusal)
  const { practiceId } = post
  const staffMemberId = member.id
  await updateStaffMember(tx, practiceId, { ...member, endedOn: input.lastDay })
  await expireInvitations(
    tx,
    { personId: member.personId, practiceId },
    { lastDay: input.lastDay, timeZone: post.timeZone },
    now,
  )
  const facts = decision.value.facts.map((fact) => ({ ...fact, staffMemberId }))
  await insertEvidence(tx, practiceId, actor.personId, facts, now)
  const deed = { kind: 'employment-ended', staffMemberId, endsOn: input.lastDay } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

/** A post with more than training is an administrator's to end, and the last administrator's nobody's. */
async function rightsRefusal(
  { tx, now }: Context,
  post: Membership,
  member: StaffMember,
): Promise<EndEmploymentRefusal | undefined> {
  if (!mayChangePost(post, member)) return 'needs-administrator'
  if (!member.capabilities.includes('administer')) return undefined
  const today = localDateAt(now, post.timeZone)
  const staysCovered = await hasOtherAdministrator(tx, post.practiceId, member.id, today)
  return staysCovered ? undefined : 'last-administrator'
}
