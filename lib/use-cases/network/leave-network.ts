import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { endNetworkPractice, findNetwork } from '#lib/data/practice-network'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type LeaveNetworkRefusal = 'not-found' | 'network-none'

/** Takes a practice out of its network, and what it shows there with it. What others took stays theirs, and so does what it took. */
export async function leaveNetwork(
  { tx, now, actor }: Context,
  { practiceId: wanted }: { readonly practiceId: string },
): Promise<Result<{ readonly networkId: string }, LeaveNetworkRefusal>> {
  const post = membershipWith(actor, wanted, 'administer')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const network = await findNetwork(tx, practiceId)
  if (!network || !(await endNetworkPractice(tx, practiceId, network.id, now))) return refuse('network-none')
  const deed = { kind: 'network-left', networkId: network.id } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ networkId: network.id })
}
