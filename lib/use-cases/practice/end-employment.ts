import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { expireInvitations } from '#lib/data/invitation'
import { findStaffMember, lockStaff, type StaffMember, updateStaffMember } from '#lib/data/practice'
import { hasOtherAdministrator } from '#lib/data/staff-count'
import { type Membership, mayChangePost, membershipWith } from '#lib/domain/access/actor'
import { addDays, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'

export type EndEmploymentRefusal =
  | 'not-found'
  | 'needs-administrator'
  | 'employment-ended-already'
  | 'end-before-start'
  | 'end-too-far-ahead'
  | 'last-administrator'

const furthestEndDays = 366

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
  const refusal =
    dateRefusal(member, input.lastDay, localDateAt(now, post.timeZone)) ??
    (await rightsRefusal(context, post, member))
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
  const fact = { staffMemberId, kind: 'employment-ended', effectiveOn: input.lastDay }
  await insertEvidence(tx, practiceId, actor.personId, [fact], now)
  const deed = { kind: 'employment-ended', staffMemberId, endsOn: input.lastDay } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

function dateRefusal(
  { startedOn, endedOn }: StaffMember,
  lastDay: LocalDate,
  today: LocalDate,
): EndEmploymentRefusal | undefined {
  if (endedOn !== null) return 'employment-ended-already'
  if (lastDay < startedOn) return 'end-before-start'
  return lastDay > addDays(today, furthestEndDays) ? 'end-too-far-ahead' : undefined
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
