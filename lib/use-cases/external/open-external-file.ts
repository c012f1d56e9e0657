import type { Context } from '#lib/context'
import { findExternalFile, listExternalCertificates } from '#lib/data/external-certificate'
import { membershipWith } from '#lib/domain/access/actor'
import type { DocumentKind } from '#lib/domain/external/document'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ExternalFile = { readonly fileKind: DocumentKind; readonly bytes: Uint8Array }

/** The paper itself, for whom it is about and for a manager of the practice that was shown it. */
export async function openExternalFile(
  { tx, actor }: Context,
  { externalId }: { externalId: string },
): Promise<Result<ExternalFile, 'not-found'>> {
  const practiceIds = actor.memberships.map(({ practiceId }) => practiceId)
  const [entry] = await listExternalCertificates(tx, {
    practiceIds,
    id: externalId,
    seenBy: 'holder',
    limit: 1,
  })
  const mayOpen =
    entry?.personId === actor.personId ||
    membershipWith(actor, entry?.practiceId ?? '', 'manage') !== undefined
  const file = entry && mayOpen ? await findExternalFile(tx, entry.practiceId, externalId) : undefined
  return file ? ok(file) : refuse('not-found')
}
