import { randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findNetwork, insertNetwork } from '#lib/data/practice-network'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type FoundNetworkRefusal = 'not-found' | 'network-joined-already'

type Input = { readonly practiceId: string; readonly networkName: string }

/** Founds a network of practices with this one in it. */
export async function foundNetwork(
  { tx, now, actor }: Context,
  { practiceId: wanted, networkName }: Input,
): Promise<Result<{ readonly networkId: string }, FoundNetworkRefusal>> {
  const post = membershipWith(actor, wanted, 'administer')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const network = { id: randomUUID(), name: networkName }
  if (await findNetwork(tx, practiceId)) return refuse('network-joined-already')
  if (!(await insertNetwork(tx, practiceId, network, now))) return refuse('network-joined-already')
  const deed = { kind: 'network-founded', networkId: network.id } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ networkId: network.id })
}
