import { randomBytes } from 'node:crypto'
import type { Context } from '#lib/context'
import { findQuizStart, listBank, openAttempt, type QuizStart } from '#lib/data/attempt'
import { findAttemptLimit } from '#lib/data/attempt-limit'
import { lockAssignment } from '#lib/data/submission'
import { postsOf } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { drawQuiz } from '#lib/domain/curriculum/draw-quiz'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { attemptsOf } from '#lib/domain/training/attempt-limit'
import { postOfRow } from '#lib/domain/training/place-of-work'

export type StartAttemptRefusal =
  | 'not-found'
  | 'before-first-day'
  | 'lessons-unfinished'
  | 'module-completed'
  | 'attempts-exhausted'

/** Opens a sitting of the module's quiz, drawn and frozen here, or finds the one that is open. */
export async function startAttempt(
  { tx, actor, now, language }: Context,
  input: { assignmentId: AssignmentId; moduleId: string },
): Promise<Result<{ attemptId: AttemptId }, StartAttemptRefusal>> {
  // A rival could begin and hand in between the look and the opening, and leave a sitting here that can never be handed in.
  await lockAssignment(tx, input.assignmentId)
  const start = await findQuizStart(tx, postsOf(actor), input.assignmentId, input.moduleId, language)
  if (!start) return refuse('not-found')
  if (start.openAttemptId) return ok({ attemptId: start.openAttemptId })
  const post = postOfRow(actor, start)
  const today = localDateAt(now, post.timeZone)
  if (start.startedOn > today) return refuse('before-first-day')
  if (start.completed) return refuse('module-completed')
  if (start.lessonsFinished < start.lessons) return refuse('lessons-unfinished')
  const limit = await findAttemptLimit(tx, post, start, today)
  const used = start.submissionsThisCycle
  const { allowed: attemptLimit, left } = attemptsOf({ limit, granted: start.grantedAttempts, used })
  if (left === 0) return refuse('attempts-exhausted')
  const items = drawItems(start, await listBank(tx, start.moduleVersionId))
  const attempt = { ...start, ...input, attemptNumber: used + 1, attemptLimit, items }
  return ok({ attemptId: await openAttempt(tx, attempt, now) })
}

function drawItems({ draw, seen }: QuizStart, bank: Awaited<ReturnType<typeof listBank>>) {
  const seed = randomBytes(16).toString('hex')
  return drawQuiz(bank, { size: draw, seed, seen: seen.map((items) => items.map((item) => item.itemId)) })
}
