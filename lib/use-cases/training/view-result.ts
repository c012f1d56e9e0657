import type { Context } from '#lib/context'
import { findResult, type SubmissionResult } from '#lib/data/submission'
import { postsOf } from '#lib/domain/access/actor'
import type { AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

/** The result of a submission of the actor's own: after a fail, the objectives to look at again and where, never the key. */
export async function viewResult(
  { tx, actor }: Context,
  input: { attemptId: AttemptId },
): Promise<Result<SubmissionResult, 'not-found'>> {
  const result = await findResult(tx, postsOf(actor), input.attemptId)
  return result ? ok(result) : refuse('not-found')
}
