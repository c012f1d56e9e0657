import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findCertificate, insertRevocation } from '#lib/data/certificate'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RevokeCertificateRefusal = 'not-found' | 'revoked-already'

type Input = { readonly practiceId: string; readonly certificateId: string; readonly reason: string }

/**
 * Says for good that a certificate no longer stands: whoever verifies its number reads that, and not why. No status changes
 * by it; a completion that was a mistake is corrected.
 */
export async function revokeCertificate(
  { tx, now, actor }: Context,
  { practiceId: wanted, certificateId, reason }: Input,
): Promise<Result<null, RevokeCertificateRefusal>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const found = await findCertificate(
    tx,
    { practiceIds: [practiceId], personId: actor.personId },
    certificateId,
  )
  // One's own certificate from elsewhere can be read here, and is another practice's to revoke.
  if (!found || found.practiceId !== practiceId) return refuse('not-found')
  const revocation = { certificateId, reason, revokedAt: now, revokedBy: actor.personId }
  if (!(await insertRevocation(tx, practiceId, revocation))) return refuse('revoked-already')
  const deed = { kind: 'certificate-revoked', certificateId } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
