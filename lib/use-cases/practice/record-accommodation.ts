import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findStaffMember } from '#lib/data/practice'
import { isOwnRecord } from '#lib/data/staff-count'
import { insertAccommodation, lockAccommodation } from '#lib/data/time-accommodation'
import { membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'
import type { TimeAllowance } from '#lib/domain/training/time-limit'

export type RecordAccommodationRefusal = 'not-found' | 'own-record'

type Input = {
  readonly practiceId: string
  readonly staffMemberId: string
  readonly allowance: TimeAllowance
}

/**
 * Gives somebody more time than a policy's limit, or the standard time again. It holds by itself for every attempt that begins
 * from now on, and moves the end of none that is open. No reason is asked for, and none is kept.
 */
export async function recordAccommodation(
  { tx, now, actor }: Context,
  { practiceId: wanted, staffMemberId: wantedMember, allowance }: Input,
): Promise<Result<null, RecordAccommodationRefusal>> {
  const post = membershipWith(actor, wanted, 'manage')
  const member = post && (await findStaffMember(tx, post.practiceId, wantedMember))
  if (!post || !member) return refuse('not-found')
  const { practiceId } = post
  const today = localDateAt(now, post.timeZone)
  if (await isOwnRecord(tx, practiceId, member, actor.personId, today)) return refuse('own-record')
  const staffMemberId = member.id
  await lockAccommodation(tx, staffMemberId)
  if (!(await insertAccommodation(tx, practiceId, actor.personId, { staffMemberId, allowance }, now))) {
    return ok(null)
  }
  const deed = { kind: 'time-accommodation-recorded', staffMemberId } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
