import { randomBytes } from 'node:crypto'
import type { Context } from '#lib/context'
import { beginCyclesSince } from '#lib/data/assign-tracks'
import { findQuizStart, listBank, openAttempt, type QuizStart } from '#lib/data/attempt'
import { listAskings } from '#lib/data/attempt-limit'
import { lockAssignment } from '#lib/data/submission'
import { postsOf } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { drawQuiz } from '#lib/domain/curriculum/draw-quiz'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import {
  type Asking,
  assessmentTermsOn,
  attemptLimitOn,
  attemptsOf,
  nextAttemptAt,
} from '#lib/domain/training/attempt-limit'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { isOfEarlierTurn, opensLater, turnBeganOn } from '#lib/domain/training/turn'

export type StartAttemptRefusal =
  | 'not-found'
  | 'before-first-day'
  | 'not-open-yet'
  | 'lessons-unfinished'
  | 'module-completed'
  | 'attempts-exhausted'
  | 'cooling-down'

/** Opens a sitting of the module's quiz, drawn and frozen here, or finds the one that is open. */
export async function startAttempt(
  { tx, actor, now, language }: Context,
  input: { assignmentId: AssignmentId; moduleId: string },
): Promise<Result<{ attemptId: AttemptId }, StartAttemptRefusal>> {
  // A rival could begin and hand in between the look and the opening, and leave a sitting here that can never be handed in.
  await lockAssignment(tx, input.assignmentId)
  const find = () => findQuizStart(tx, postsOf(actor), input.assignmentId, input.moduleId, language)
  const found = await find()
  if (!found) return refuse('not-found')
  const post = postOfRow(actor, found)
  const today = localDateAt(now, post.timeZone)
  const askings = await listAskings(tx, post, found)
  const since = turnBeganOn(askings, today)
  if (isOfEarlierTurn(found, since)) {
    const asked = [{ trackId: found.trackId, beganOn: since }]
    await beginCyclesSince(tx, post, found.staffMemberId, asked, now)
  }
  const start = isOfEarlierTurn(found, since) ? await find() : found
  if (!start) return refuse('not-found')
  if (start.openAttemptId) return ok({ attemptId: start.openAttemptId })
  const refusal = refusalOf(start, askings, today)
  if (refusal) return refuse(refusal)
  const limit = attemptLimitOn(askings, today)
  const used = start.submissionsThisCycle
  const { allowed: attemptLimit, left } = attemptsOf({ limit, granted: start.grantedAttempts, used })
  if (left === 0) return refuse('attempts-exhausted')
  const terms = assessmentTermsOn(askings, today)
  if (nextAttemptAt(terms, start.lastSubmittedAt, now)) return refuse('cooling-down')
  const items = drawItems(start, await listBank(tx, start.moduleVersionId))
  const attempt = { ...start, ...input, attemptNumber: used + 1, attemptLimit, items }
  return ok({ attemptId: await openAttempt(tx, attempt, now) })
}

function refusalOf(
  start: QuizStart,
  askings: readonly Asking[],
  today: LocalDate,
): StartAttemptRefusal | undefined {
  if (start.startedOn > today) return 'before-first-day'
  if (opensLater(askings, today)) return 'not-open-yet'
  if (start.completed) return 'module-completed'
  return start.lessonsFinished < start.lessons ? 'lessons-unfinished' : undefined
}

function drawItems({ draw, blueprint, seen }: QuizStart, bank: Awaited<ReturnType<typeof listBank>>) {
  const seed = randomBytes(16).toString('hex')
  const seenIds = seen.map((items) => items.map((item) => item.itemId))
  return drawQuiz(bank, { size: draw, blueprint, seed, seen: seenIds })
}
