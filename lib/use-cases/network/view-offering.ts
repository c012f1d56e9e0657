import type { Context } from '#lib/context'
import { findDraft } from '#lib/data/authored'
import { listNetworkOffers } from '#lib/data/network-offer'
import { listUsable } from '#lib/data/own-library'
import { findNetwork } from '#lib/data/practice-network'
import { membershipWith } from '#lib/domain/access/actor'

/** How a module or case stands in the practice's network. */
export type Offering = {
  readonly networkName: string
  /** The newest version that the network sees; null where it sees none. */
  readonly offered: number | null
  /** This version can be shown: it is published, the newest, and not shown yet. */
  readonly canOffer: boolean
}

/** Null for whoever offers nothing, where the practice is in no network, and where there is nothing to offer or withdraw. */
export async function viewOffering(
  { tx, actor, language }: Context,
  { practiceId: wanted, draftId }: { readonly practiceId: string; readonly draftId: string },
): Promise<Offering | null> {
  const post = membershipWith(actor, wanted, 'author')
  const network = post && (await findNetwork(tx, post.practiceId))
  const draft = post && network && (await findDraft(tx, post.practiceId, draftId))
  if (!post || !network || !draft) return null
  const offers = await listNetworkOffers(tx, post.practiceId)
  const offered = offers.find(({ id }) => id === draft.key)?.version ?? null
  const usable = await listUsable(tx, post.practiceId, language)
  const isNewest = usable.some(({ versionId }) => versionId === `${draft.key}@${draft.number}`)
  const canOffer = isNewest && offered !== draft.number
  return offered !== null || canOffer ? { networkName: network.name, offered, canOffer } : null
}
