import type { Context } from '#lib/context'
import { findOpenAttempt, type OpenAttempt } from '#lib/data/attempt'
import { findSubmission } from '#lib/data/submission'
import { postsOf } from '#lib/domain/access/actor'
import type { AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type AttemptView =
  | { readonly kind: 'open'; readonly attempt: OpenAttempt }
  /** It was submitted; its result stands at its own address. */
  | { readonly kind: 'submitted' }

/** A sitting of the actor's own, with what was saved. It never carries a key. */
export async function viewAttempt(
  { tx, actor, language }: Context,
  input: { attemptId: AttemptId },
): Promise<Result<AttemptView, 'not-found'>> {
  const posts = postsOf(actor)
  const attempt = await findOpenAttempt(tx, posts, input.attemptId, language)
  if (attempt) return ok({ kind: 'open', attempt })
  return (await findSubmission(tx, posts, input.attemptId)) ? ok({ kind: 'submitted' }) : refuse('not-found')
}
