import type { Context } from '#lib/context'
import { findOpenAttempt, type OpenAttempt } from '#lib/data/attempt'
import { findSubmission } from '#lib/data/submission'
import { type SittingState, sittingState } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import type { AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type AttemptView =
  | { readonly kind: 'open'; readonly attempt: OpenAttempt }
  /** It cannot be handed in now, since its turn is over or it is too early. What was answered is kept. */
  | {
      readonly kind: 'kept'
      readonly attempt: OpenAttempt
      readonly why: Exclude<SittingState, { readonly kind: 'counts' }>
    }
  /** It was submitted; its result stands at its own address. */
  | { readonly kind: 'submitted' }

/** A sitting of the actor's own, with what was saved. It never carries a key. */
export async function viewAttempt(
  context: Context,
  input: { attemptId: AttemptId },
): Promise<Result<AttemptView, 'not-found'>> {
  const { tx, actor, language } = context
  const posts = postsOf(actor)
  const attempt = await findOpenAttempt(tx, posts, input.attemptId, language)
  if (attempt) {
    const state = await sittingState(context, attempt)
    return ok(state.kind === 'counts' ? { kind: 'open', attempt } : { kind: 'kept', attempt, why: state })
  }
  return (await findSubmission(tx, posts, input.attemptId)) ? ok({ kind: 'submitted' }) : refuse('not-found')
}
