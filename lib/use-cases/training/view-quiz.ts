import type { Context } from '#lib/context'
import { findQuizStart } from '#lib/data/attempt'
import { findAttemptLimit } from '#lib/data/attempt-limit'
import { postsOf } from '#lib/domain/access/actor'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

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
  { tx, actor }: Context,
  input: { assignmentId: AssignmentId; moduleId: string },
): Promise<Result<QuizView, 'not-found'>> {
  const start = await findQuizStart(tx, postsOf(actor), input.assignmentId, input.moduleId)
  if (!start) return refuse('not-found')
  const attemptLimit =
    (await findAttemptLimit(tx, start.practiceId, input.assignmentId)) + start.grantedAttempts
  const { moduleTitle, draw, passMarkPercent, completed, openAttemptId, lastSubmissionId } = start
  return ok({
    moduleTitle,
    draw,
    passMarkPercent,
    completed,
    openAttemptId,
    lastSubmissionId,
    attemptLimit,
    attemptsLeft: Math.max(0, attemptLimit - start.submissionsThisCycle),
    lessonsLeft: start.lessons - start.lessonsFinished,
  })
}
