import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findSharing, insertSharing } from '#lib/data/quiz-statistics'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ChangeSharingRefusal = 'not-found' | 'changed-meanwhile'

type Input = {
  readonly practiceId: string
  readonly shared: boolean
  /** The version that stood on the page; 0 for none. */
  readonly after: number
}

/** Begins or ends adding the practice's figures to those of all that share. Every change stays, with who made it. */
export async function changeStatisticsSharing(
  { tx, now, actor }: Context,
  { practiceId: wanted, shared, after }: Input,
): Promise<Result<null, ChangeSharingRefusal>> {
  const post = membershipWith(actor, wanted, 'review')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const standing = await findSharing(tx, practiceId)
  if (standing.shared === shared) return ok(null)
  const author = actor.personId
  if (!(await insertSharing(tx, practiceId, author, { shared, after }, now)))
    return refuse('changed-meanwhile')
  const deed = { kind: 'statistics-sharing-changed', version: after + 1, shared } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: author, recordedAt: now }, [deed]))
  return ok(null)
}
