import type { Context } from '#lib/context'
import { findResult, type SubmissionResult } from '#lib/data/submission'
import { findQuizOfTurn } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import type { AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { attemptLimitOn, attemptsOf } from '#lib/domain/training/attempt-limit'

/** `attemptsLeft`: at this quiz as things stand now, grants since the submission included; 0 once it is passed. */
export type ResultView = SubmissionResult & { readonly attemptsLeft: number }

/** The result of a submission of the actor's own: after a fail, the objectives to look at again and where, never the key. */
export async function viewResult(
  context: Context,
  input: { attemptId: AttemptId },
): Promise<Result<ResultView, 'not-found'>> {
  const result = await findResult(context.tx, postsOf(context.actor), input.attemptId, context.language)
  if (!result) return refuse('not-found')
  return ok({ ...result, attemptsLeft: result.passed ? 0 : await attemptsLeft(context, result) })
}

async function attemptsLeft(context: Context, quiz: SubmissionResult): Promise<number> {
  const found = await findQuizOfTurn(context, quiz)
  if (!found || found.start.completed) return 0
  const { start, askings, post } = found
  const limit = attemptLimitOn(askings, localDateAt(context.now, post.timeZone))
  return attemptsOf({ limit, granted: start.grantedAttempts, used: start.submissionsThisCycle }).left
}
