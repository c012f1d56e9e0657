import type { Context } from '#lib/context'
import { findCertificate, type StoredCertificate } from '#lib/data/certificate'
import { listExternalCertificates } from '#lib/data/external-certificate'
import { postsOf } from '#lib/domain/access/actor'
import type { ExternalEntry } from '#lib/domain/external/external-entry'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type Sharing = {
  readonly certificate: StoredCertificate
  /** Where else the actor works, and what that practice was shown of this certificate last. */
  readonly practices: readonly {
    readonly practiceId: PracticeId
    readonly practiceName: string
    readonly shown: ExternalEntry | null
  }[]
}

/** Before a certificate is shared: what would be shown, and to whom it could be. */
export async function viewSharing(
  { tx, actor }: Context,
  input: { certificateId: string },
): Promise<Result<Sharing, 'not-found'>> {
  const own = { practiceIds: [], personId: actor.personId }
  const certificate = await findCertificate(tx, own, input.certificateId)
  if (!certificate) return refuse('not-found')
  const all = await listExternalCertificates(tx, { ...postsOf(actor), seenBy: 'holder', limit: 500 })
  const shown = all.filter(
    (entry) => entry.source === 'practice' && entry.certificateNumber === certificate.number,
  )
  const elsewhere = actor.memberships.filter(({ practiceId }) => practiceId !== certificate.practiceId)
  const practices = elsewhere.map(({ practiceId, practiceName }) => {
    return { practiceId, practiceName, shown: shown.find((entry) => entry.practiceId === practiceId) ?? null }
  })
  return ok({ certificate, practices })
}
