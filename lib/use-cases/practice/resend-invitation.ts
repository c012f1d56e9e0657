import { chainEntries } from '#lib/audit/chain-entries'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findInvitation, replaceInvitation } from '#lib/data/invitation'
import { insertMail } from '#lib/data/mail'
import { findAddress, findLanguage } from '#lib/data/person'
import { findStaffMember, type StaffMember } from '#lib/data/practice'
import { membershipWith } from '#lib/domain/access/actor'
import { invitationMinutes } from '#lib/domain/access/session-length'
import { addMinutes, localDateAt } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'
import { composeMail } from '#lib/mail/compose-mail'

export type ResendInvitationRefusal = 'not-found' | 'invitation-accepted-already' | 'no-address'

/** A new invitation link in the outbox. The one before is dead. */
export async function resendInvitation(
  context: Context,
  input: { practiceId: string; staffMemberId: string },
): Promise<Result<null, ResendInvitationRefusal>> {
  const { tx, now, actor, settings } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  const member = post && (await findStaffMember(tx, post.practiceId, input.staffMemberId))
  if (!post || !member || hasLeft(member, localDateAt(now, post.timeZone))) return refuse('not-found')
  const { practiceId, practiceName } = post
  const { personId, name } = member
  const { usedAt } = await findInvitation(tx, { personId, practiceId })
  if (usedAt !== null) return refuse('invitation-accepted-already')
  const toAddress = await findAddress(tx, personId)
  if (toAddress === null) return refuse('no-address')
  const { token, tokenHash } = newOneTimeToken()
  const expiresAt = addMinutes(now, invitationMinutes)
  await replaceInvitation(tx, { personId, practiceId }, { tokenHash, expiresAt }, now)
  const link = `${settings.origin}/invitation/${token}`
  const language = await findLanguage(tx, practiceId, personId)
  const words = composeMail('invitation', language, { name, practice: practiceName, link, days: 14 })
  await insertMail(tx, practiceId, { kind: 'invitation', personId, toName: name, toAddress, ...words }, now)
  const deed = { kind: 'invitation-sent', staffMemberId: member.id } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

const hasLeft = ({ endedOn }: StaffMember, today: string) => endedOn !== null && endedOn < today
