import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { listOutsideReviewers, withdrawOutsideReviewer as withdraw } from '#lib/data/outside-reviewer'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

type Input = {
  readonly practiceId: string
  readonly draftId: string
  readonly reviewerId: string
}

/** Shuts somebody from outside out again, from the next request on. What they wrote stays. Who is out already stays out. */
export async function withdrawOutsideReviewer(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId, reviewerId: asked }: Input,
): Promise<Result<null, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const reviewers = await listOutsideReviewers(tx, practiceId, draftId)
  const reviewer = reviewers.find(({ id }) => id === asked.toLowerCase())
  if (!reviewer) return refuse('not-found')
  const { id: reviewerId } = reviewer
  if (!(await withdraw(tx, practiceId, { draftId, reviewerId }, now))) return ok(null)
  const deed = { kind: 'outside-reviewer-withdrawn', draftId, reviewerId } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
