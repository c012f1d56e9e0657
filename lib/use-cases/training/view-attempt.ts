import type { Context } from '#lib/context'
import { findOpenAttempt, type OpenAttempt } from '#lib/data/open-attempt'
import { findSubmission } from '#lib/data/submission'
import { type SittingState, sittingState } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import type { Instant } from '#lib/domain/calendar'
import type { AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { isTimeOver } from '#lib/domain/training/time-limit'

/** When the time is over, in the practice's zone; `from`: the server's clock as the page is made. */
type AttemptTime = { readonly endsAt: Instant; readonly timeZone: string; readonly from: Instant }

export type AttemptView =
  | {
      readonly kind: 'open'
      readonly attempt: OpenAttempt
      /** Null where no limit is set. */
      readonly time: AttemptTime | null
    }
  /** Its time is over: what was saved by then is what can be handed in. */
  | { readonly kind: 'over'; readonly attempt: OpenAttempt; readonly time: AttemptTime }
  /**
   * It cannot be handed in now, since its turn is over or it is too early. What was answered is kept; with a time limit, only
   * what was saved in time, and for its own turn alone.
   */
  | {
      readonly kind: 'kept'
      readonly attempt: OpenAttempt
      readonly time: AttemptTime | null
      readonly why: Exclude<SittingState, { readonly kind: 'counts' }>
    }
  /** It was submitted; its result stands at its own address. */
  | { readonly kind: 'submitted' }

/** A sitting of the actor's own, with what was saved. It never carries a key. */
export async function viewAttempt(
  context: Context,
  input: { attemptId: AttemptId },
): Promise<Result<AttemptView, 'not-found'>> {
  const { tx, actor, language, now } = context
  const posts = postsOf(actor)
  const attempt = await findOpenAttempt(tx, posts, input.attemptId, language)
  if (!attempt) {
    return (await findSubmission(tx, posts, input.attemptId))
      ? ok({ kind: 'submitted' })
      : refuse('not-found')
  }
  const state = await sittingState(context, attempt)
  const { endsAt } = attempt
  const time = endsAt && { endsAt, timeZone: postOfRow(actor, attempt).timeZone, from: now }
  if (state.kind !== 'counts') return ok({ kind: 'kept', attempt, time, why: state })
  return ok(
    time && isTimeOver(endsAt, now) ? { kind: 'over', attempt, time } : { kind: 'open', attempt, time },
  )
}
