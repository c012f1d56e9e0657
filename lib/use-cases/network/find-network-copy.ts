import type { Context } from '#lib/context'
import { findOfferedArchive, listNetworkOffers } from '#lib/data/network-offer'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type FindNetworkCopyRefusal = 'not-found' | 'network-offer-gone'

/** What another practice sent, to be read like a file that somebody brought. */
export type NetworkCopy = {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly origin: { readonly versionId: string; readonly practice: string }
}

type Input = { readonly practiceId: string; readonly offerId: string }

/** The folder that another practice of the network offers, for an author who wants a copy of it. */
export async function findNetworkCopy(
  { tx, actor }: Context,
  { practiceId: wanted, offerId }: Input,
): Promise<Result<NetworkCopy, FindNetworkCopyRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const offer = (await listNetworkOffers(tx, practiceId)).find((each) => each.offerId === offerId)
  if (!offer || offer.practiceId === practiceId) return refuse('network-offer-gone')
  const bytes = await findOfferedArchive(tx, practiceId, offer.id, offer.version)
  if (!bytes) return refuse('network-offer-gone')
  const origin = { versionId: `${offer.id}@${offer.version}`, practice: offer.practiceName }
  return ok({ file: { name: `${offer.title} (${offer.practiceName})`, bytes }, origin })
}
