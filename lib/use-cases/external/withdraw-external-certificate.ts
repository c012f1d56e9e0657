import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertExternalDecision, listExternalCertificates } from '#lib/data/external-certificate'
import { membershipWith } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type WithdrawExternalRefusal = 'not-found' | 'external-decided-already'

/**
 * Takes back what still waits: whoever recorded it, and whom it is about. Of a shared certificate the practice then sees
 * nothing any more. `managedAt` where a manager took back what they had recorded for somebody else.
 */
export async function withdrawExternalCertificate(
  { tx, now, actor }: Context,
  { externalId }: { externalId: string },
): Promise<Result<{ readonly managedAt: PracticeId | null }, WithdrawExternalRefusal>> {
  const practiceIds = actor.memberships.map(({ practiceId }) => practiceId)
  const [entry] = await listExternalCertificates(tx, {
    practiceIds,
    id: externalId,
    seenBy: 'holder',
    limit: 1,
  })
  const isOwn = entry?.personId === actor.personId
  const recordedIt =
    entry?.recordedBy === actor.personId && membershipWith(actor, entry.practiceId, 'manage') !== undefined
  if (!entry || !(isOwn || recordedIt)) return refuse('not-found')
  const { practiceId, staffMemberId } = entry
  const decision = { certificateId: externalId, outcome: 'withdrawn', reason: null, alone: false } as const
  const isFirst = await insertExternalDecision(tx, practiceId, actor.personId, decision, now)
  if (!isFirst) return refuse('external-decided-already')
  const deed = { kind: 'external-certificate-decided', staffMemberId, externalId } as const
  const entries = chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [
    { ...deed, outcome: 'withdrawn', alone: false },
  ])
  await appendAudit(tx, practiceId, entries)
  return ok({ managedAt: isOwn ? null : practiceId })
}
