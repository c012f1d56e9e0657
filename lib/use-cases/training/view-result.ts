import type { Context } from '#lib/context'
import { findQuizStart } from '#lib/data/attempt'
import { findAttemptLimit } from '#lib/data/attempt-limit'
import { findResult, type SubmissionResult } from '#lib/data/submission'
import { postsOf } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import type { AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { attemptsOf } from '#lib/domain/training/attempt-limit'
import { postOfRow } from '#lib/domain/training/place-of-work'

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

async function attemptsLeft(
  { tx, actor, now, language }: Context,
  { assignmentId, moduleId }: SubmissionResult,
): Promise<number> {
  const start = await findQuizStart(tx, postsOf(actor), assignmentId, moduleId, language)
  if (!start || start.completed) return 0
  const post = postOfRow(actor, start)
  const limit = await findAttemptLimit(tx, post, start, localDateAt(now, post.timeZone))
  return attemptsOf({ limit, granted: start.grantedAttempts, used: start.submissionsThisCycle }).left
}
