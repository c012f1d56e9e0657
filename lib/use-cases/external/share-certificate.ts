import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findCertificate, type StoredCertificate } from '#lib/data/certificate'
import { listRequirements } from '#lib/data/compliance-history'
import { insertExternalCertificate, listExternalCertificates } from '#lib/data/external-certificate'
import type { Membership } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type ShareCertificateRefusal =
  | 'not-found'
  | 'share-practice-missing'
  | 'share-revoked'
  | 'shared-already'

/**
 * Rule 8: what somebody completed at one practice reaches another only by their own deed. Everything is written at the
 * practice that is to see it, and nothing at the one that issued the certificate: that one must not learn where else
 * somebody works.
 */
export async function shareCertificate(
  { tx, now, actor }: Context,
  input: { certificateId: string; practiceId: string },
): Promise<Result<{ readonly externalId: string }, ShareCertificateRefusal>> {
  const own = { practiceIds: [], personId: actor.personId }
  const certificate = await findCertificate(tx, own, input.certificateId)
  if (!certificate) return refuse('not-found')
  const post = actor.memberships.find(({ practiceId }) => practiceId === input.practiceId)
  if (!post || post.practiceId === certificate.practiceId) return refuse('share-practice-missing')
  if (certificate.revoked) return refuse('share-revoked')
  const { practiceId, staffMemberId } = post
  const place = { practiceIds: [practiceId], staffMemberIds: [staffMemberId] }
  const shown = await listExternalCertificates(tx, { ...place, seenBy: 'holder', limit: 500 })
  const before = shown.filter(
    (entry) => entry.source === 'practice' && entry.certificateNumber === certificate.number,
  )
  if (before.some(({ decision }) => decision === null || decision.outcome === 'accepted'))
    return refuse('shared-already')
  const externalId = derivedId('share', practiceId, certificate.id, String(before.length))
  const requirementIds = await requirementsOfTrack(tx, post, certificate)
  const entry = { ...shownOf(certificate), id: externalId, staffMemberId, requirementIds }
  const isNew = await insertExternalCertificate(tx, practiceId, actor.personId, entry, now)
  if (!isNew) return ok({ externalId })
  const deed = {
    kind: 'external-certificate-recorded',
    staffMemberId,
    externalId,
    source: 'practice',
  } as const
  const entries = chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [
    { ...deed, fileHash: null },
  ])
  await appendAudit(tx, practiceId, entries)
  return ok({ externalId })
}

/** All that the other practice is shown: no answers, no scores, no role, no other certificate. */
function shownOf({
  practiceName,
  trackTitle,
  completedOn,
  validThrough,
  number,
  modules,
}: StoredCertificate) {
  return {
    source: 'practice',
    provider: practiceName,
    title: trackTitle,
    completedOn,
    validThrough,
    hours: null,
    courseNumber: null,
    certificateNumber: number,
    modules: modules.map(({ title, version }) => ({ title, version })),
  } as const
}

/** What the other practice asks for the same track: where its manager will most likely let it count. */
async function requirementsOfTrack(
  tx: Context['tx'],
  { practiceId }: Membership,
  { trackVersionId }: StoredCertificate,
) {
  const trackId = trackVersionId.replace(/@\d+$/, '')
  const requirements = await listRequirements(tx, [practiceId])
  return requirements.filter((requirement) => requirement.trackId === trackId).map(({ id }) => id)
}
