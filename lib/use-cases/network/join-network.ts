import { chainEntries } from '#lib/audit/chain-entries'
import { oneTimeTokenHash } from '#lib/auth/one-time-token'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findNetwork, insertNetworkPractice } from '#lib/data/practice-network'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type JoinNetworkRefusal = 'not-found' | 'network-joined-already' | 'network-code-unknown'

type Input = { readonly practiceId: string; readonly networkCode: string }

/** Brings a practice into the network that a code leads into. The code is used by it; a wrong, old and used one look alike. */
export async function joinNetwork(
  { tx, now, actor }: Context,
  { practiceId: wanted, networkCode }: Input,
): Promise<Result<{ readonly networkId: string }, JoinNetworkRefusal>> {
  const post = membershipWith(actor, wanted, 'administer')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  if (await findNetwork(tx, practiceId)) return refuse('network-joined-already')
  const codeHash = oneTimeTokenHash(networkCode)
  const networkId = codeHash && (await insertNetworkPractice(tx, practiceId, codeHash, now))
  if (!networkId) return refuse('network-code-unknown')
  const deed = { kind: 'network-joined', networkId } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ networkId })
}
