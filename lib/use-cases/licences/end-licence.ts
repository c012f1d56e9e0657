import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { findLicenceHolder } from '#lib/data/licence'
import { isOwnRecord } from '#lib/data/staff-count'
import { membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
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
  const holder = post && (await findLicenceHolder(tx, post.practiceId, whose))
  if (!post || !holder) return refuse('not-found')
  const { practiceId } = post
  const { member, licences } = holder
  const effectiveOn = localDateAt(now, post.timeZone)
  if (await isOwnRecord(tx, practiceId, member, actor.personId, effectiveOn)) return refuse('own-record')
  const staffMemberId = member.id
  const licence = licences.find(({ id }) => id === licenceId)
  if (!licence) return refuse('not-found')
  if (licence.endedOn !== null) return refuse('licence-over')
  const id = derivedId('licence-ended', practiceId, licenceId)
  const fact = { id, staffMemberId, kind: 'licence-ended', effectiveOn, reason, details: { licenceId } }
  await insertEvidence(tx, practiceId, actor.personId, [fact], now)
  const deed = { kind: 'licence-changed', staffMemberId, licenceId, change: 'ended' } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
