import type { Context } from '#lib/context'
import { findNetwork, listNetworkPractices } from '#lib/data/practice-network'
import { membershipWith } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type NetworkView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  /** Null where the practice is in none. */
  readonly network: { readonly name: string; readonly others: readonly string[] } | null
}

/** The network that a practice is in, and who else is. */
export async function viewNetwork(
  { tx, actor }: Context,
  { practiceId: wanted }: { readonly practiceId: string },
): Promise<Result<NetworkView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'administer')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName } = post
  const network = await findNetwork(tx, practiceId)
  if (!network) return ok({ practiceId, practiceName, network: null })
  const practices = await listNetworkPractices(tx, network.id)
  const others = practices.filter((each) => each.practiceId !== practiceId).map(({ name }) => name)
  return ok({ practiceId, practiceName, network: { name: network.name, others } })
}
