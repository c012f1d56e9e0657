import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { listOpenModules } from '#lib/data/open-modules'
import { findStaffMember } from '#lib/data/practice'
import { isOwnRecord } from '#lib/data/staff-count'
import { membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type GrantAttemptsRefusal = 'not-found' | 'own-record' | 'module-not-open'

/** How many more tries each time, in the cycle that is running. */
const attempts = 3

type Input = {
  readonly practiceId: string
  readonly staffMemberId: string
  readonly moduleId: string
  /** Made once for the page that was shown: sent twice, it allows the attempts once. */
  readonly idempotencyKey: string
}

/** Allows more attempts at the quiz of a module that the person has yet to complete in this cycle. */
export async function grantAttempts(
  { tx, now, actor, language }: Context,
  input: Input,
): Promise<Result<null, GrantAttemptsRefusal>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  const member = post && (await findStaffMember(tx, post.practiceId, input.staffMemberId))
  if (!post || !member) return refuse('not-found')
  const { practiceId } = post
  const effectiveOn = localDateAt(now, post.timeZone)
  if (await isOwnRecord(tx, practiceId, member, actor.personId, effectiveOn)) return refuse('own-record')
  const { moduleId } = input
  const staffMemberId = member.id
  const open = await listOpenModules(tx, practiceId, staffMemberId, language)
  if (!open.some((module) => module.moduleId === moduleId)) return refuse('module-not-open')
  const id = derivedId('attempts-granted', practiceId, staffMemberId, moduleId, input.idempotencyKey)
  const fact = { id, staffMemberId, kind: 'attempts-granted', effectiveOn, details: { moduleId, attempts } }
  const written = await insertEvidence(tx, practiceId, actor.personId, [fact], now)
  if (written === 0) return ok(null)
  const deed = { kind: 'attempts-granted', staffMemberId, moduleId } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
