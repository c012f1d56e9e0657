import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findDraft } from '#lib/data/authored'
import { withdrawNetworkOffers } from '#lib/data/network-offer'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

type Input = { readonly practiceId: string; readonly draftId: string }

/** Shows no version of a module or case to the network any longer. Copies that others took stay theirs. */
export async function withdrawFromNetwork(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId }: Input,
): Promise<Result<{ readonly draftId: string }, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'author')
  const draft = post && (await findDraft(tx, post.practiceId, draftId))
  if (!post || !draft) return refuse('not-found')
  const versions = await withdrawNetworkOffers(tx, post.practiceId, draft.key, now)
  if (versions === 0) return ok({ draftId })
  const deed = { kind: 'network-offer-withdrawn', draftId, versions } as const
  const entries = chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed])
  await appendAudit(tx, post.practiceId, entries)
  return ok({ draftId })
}
