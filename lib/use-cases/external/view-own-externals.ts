import type { Context } from '#lib/context'
import { listExternalCertificates } from '#lib/data/external-certificate'
import { postsOf } from '#lib/domain/access/actor'
import type { ExternalEntry } from '#lib/domain/external/external-entry'
import { ok, type Result } from '#lib/domain/result'

export type OwnExternal = ExternalEntry & { readonly practiceName: string }

/** What the actor's practices were shown of training that the actor did elsewhere. */
export async function viewOwnExternals({
  tx,
  actor,
}: Context): Promise<Result<readonly OwnExternal[], never>> {
  const entries = await listExternalCertificates(tx, { ...postsOf(actor), seenBy: 'holder', limit: 200 })
  const names = new Map(actor.memberships.map(({ practiceId, practiceName }) => [practiceId, practiceName]))
  return ok(entries.map((entry) => ({ ...entry, practiceName: names.get(entry.practiceId) ?? '' })))
}
