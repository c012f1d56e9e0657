import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { listLicenceFacts } from '#lib/data/licence'
import { findStaffMember } from '#lib/data/practice'
import { isOwnRecord } from '#lib/data/staff-count'
import { membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { licencesFrom } from '#lib/domain/people/licences'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type EndLicenceRefusal = 'not-found' | 'own-record' | 'licence-over'

type Input = {
  readonly practiceId: string
  readonly staffMemberId: string
  readonly licenceId: string
  readonly reason: string
}

/** The person holds this licence no more, or never did. What was recorded of it stays. */
export async function endLicence(
  { tx, now, actor }: Context,
  { practiceId: where, staffMemberId: whose, licenceId, reason }: Input,
): Promise<Result<null, EndLicenceRefusal>> {
  const post = membershipWith(actor, where, 'manage')
  const member = post && (await findStaffMember(tx, post.practiceId, whose))
  if (!post || !member) return refuse('not-found')
  if (await isOwnRecord(tx, post.practiceId, member, actor.personId, localDateAt(now, post.timeZone)))
    return refuse('own-record')
  const { practiceId } = post
  const staffMemberId = member.id
  const posts = { practiceIds: [practiceId], staffMemberIds: [staffMemberId] }
  const licences = licencesFrom((await listLicenceFacts(tx, posts)).get(staffMemberId) ?? [])
  const licence = licences.find(({ id }) => id === licenceId)
  if (!licence) return refuse('not-found')
  if (licence.endedOn !== null) return refuse('licence-over')
  const id = derivedId('licence-ended', practiceId, licenceId)
  const effectiveOn = localDateAt(now, post.timeZone)
  const fact = { id, staffMemberId, kind: 'licence-ended', effectiveOn, reason, details: { licenceId } }
  await insertEvidence(tx, practiceId, actor.personId, [fact], now)
  const deed = { kind: 'licence-changed', staffMemberId, licenceId, change: 'ended' } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
