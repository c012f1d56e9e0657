import { randomBytes } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertFormReturn } from '#lib/data/form-return'
import { findNetwork, insertNetworkCode } from '#lib/data/practice-network'
import { membershipWith } from '#lib/domain/access/actor'
import { addMinutes } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'

export type MakeNetworkCodeRefusal = 'not-found' | 'network-none'

type Input = {
  readonly practiceId: string
  /** The page that shows the code. */
  readonly path: string
}

const minutesShown = 5
const minutesLiving = 7 * 24 * 60

/**
 * Makes a code that lets one more practice into the network within a week. It is shown once, and kept as a hash. Returns the
 * id under which the page finds it.
 */
export async function makeNetworkCode(
  { tx, now, actor }: Context,
  { practiceId: wanted, path }: Input,
): Promise<Result<{ readonly formId: string }, MakeNetworkCodeRefusal>> {
  const post = membershipWith(actor, wanted, 'administer')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const network = await findNetwork(tx, practiceId)
  if (!network) return refuse('network-none')
  const { token, tokenHash } = newOneTimeToken()
  const code = { networkId: network.id, codeHash: tokenHash, expiresAt: addMinutes(now, minutesLiving) }
  await insertNetworkCode(tx, practiceId, code, now)
  const formId = randomBytes(16).toString('base64url')
  await insertFormReturn(tx, {
    id: formId,
    sessionIdHash: actor.sessionIdHash,
    path,
    content: { problems: [], values: { newNetworkCode: token }, notice: null },
    expiresAt: addMinutes(now, minutesShown),
  })
  const deed = { kind: 'network-code-made', networkId: network.id } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ formId })
}
