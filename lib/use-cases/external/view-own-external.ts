import type { Context } from '#lib/context'
import { listRequirements } from '#lib/data/compliance-history'
import { listExternalCertificates } from '#lib/data/external-certificate'
import { postsOf } from '#lib/domain/access/actor'
import type { ExternalEntry } from '#lib/domain/external/external-entry'
import { ok, type Result, refuse } from '#lib/domain/result'

export type OwnExternalView = {
  readonly entry: ExternalEntry
  readonly practiceName: string
  /** Names of what it is to count for. */
  readonly requirements: readonly string[]
}

/** One entry about the actor's own training, at a practice where they work. */
export async function viewOwnExternal(
  { tx, actor }: Context,
  input: { externalId: string },
): Promise<Result<OwnExternalView, 'not-found'>> {
  const wanted = { ...postsOf(actor), id: input.externalId, seenBy: 'holder', limit: 1 } as const
  const [entry] = await listExternalCertificates(tx, wanted)
  const post = actor.memberships.find(({ practiceId }) => practiceId === entry?.practiceId)
  if (!entry || !post) return refuse('not-found')
  const requirements = await listRequirements(tx, [post.practiceId])
  const meant = requirements.filter(({ id }) => entry.requirementIds.includes(id))
  // What another practice asks for is not this person's to choose, so nothing is said of a shared one before it is decided.
  const names = entry.source === 'practice' ? [] : meant.map(({ name }) => name)
  return ok({ entry, practiceName: post.practiceName, requirements: names })
}
