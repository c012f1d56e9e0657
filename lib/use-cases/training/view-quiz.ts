import type { Context } from '#lib/context'
import { findQuizStart } from '#lib/data/attempt'
import { findAttemptLimit } from '#lib/data/attempt-limit'
import { postsOf } from '#lib/domain/access/actor'
import { laterOf, localDateAt } from '#lib/domain/calendar'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { attemptsOf } from '#lib/domain/training/attempt-limit'
import { postOfRow } from '#lib/domain/training/place-of-work'

export type QuizView = {
  readonly moduleTitle: string
  readonly draw: number
  readonly passMarkPercent: number
  readonly lessonsLeft: number
  readonly completed: boolean
  readonly attemptsLeft: number
  readonly attemptLimit: number
  readonly openAttemptId: AttemptId | null
  readonly lastSubmissionId: AttemptId | null
}

/** What is said before a quiz begins: how many items, what passes, how many attempts are left. */
export async function viewQuiz(
  { tx, actor, now, language }: Context,
  input: { assignmentId: AssignmentId; moduleId: string },
): Promise<Result<QuizView, 'not-found'>> {
  const start = await findQuizStart(tx, postsOf(actor), input.assignmentId, input.moduleId, language)
  if (!start) return refuse('not-found')
  const post = postOfRow(actor, start)
  // Before the first day nothing is asked yet: what will be allowed then is what the page should say.
  const on = laterOf(localDateAt(now, post.timeZone), start.startedOn)
  const limit = await findAttemptLimit(tx, post, start, on)
  const used = start.submissionsThisCycle
  const { allowed, left } = attemptsOf({ limit, granted: start.grantedAttempts, used })
  const { moduleTitle, draw, passMarkPercent, completed, openAttemptId, lastSubmissionId } = start
  return ok({
    moduleTitle,
    draw,
    passMarkPercent,
    completed,
    openAttemptId,
    lastSubmissionId,
    attemptLimit: allowed,
    attemptsLeft: left,
    lessonsLeft: start.lessons - start.lessonsFinished,
  })
}
