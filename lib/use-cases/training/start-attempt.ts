import { randomBytes } from 'node:crypto'
import type { Context } from '#lib/context'
import { beginCycle } from '#lib/data/assign-tracks'
import { listBank, openAttempt, type QuizStart, takeOverSitting } from '#lib/data/attempt'
import { insertPartStarted } from '#lib/data/part-started'
import { lockAssignment } from '#lib/data/submission'
import { findOwnTime } from '#lib/data/time-accommodation'
import { findQuizOfTurn } from '#lib/data/turn'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { drawQuiz } from '#lib/domain/curriculum/draw-quiz'
import { bankBeside } from '#lib/domain/curriculum/held-out-items'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { lessonsDone } from '#lib/domain/training/asked-today'
import {
  type Asking,
  assessmentTermsOn,
  attemptLimitOn,
  attemptsOf,
  nextAttemptAt,
} from '#lib/domain/training/attempt-limit'
import { endOfAttempt } from '#lib/domain/training/time-limit'
import { quizzesOpenOn } from '#lib/domain/training/turn'

export type StartAttemptRefusal =
  | 'not-found'
  | 'before-first-day'
  | 'not-open-yet'
  | 'lessons-unfinished'
  | 'module-completed'
  | 'attempts-exhausted'
  | 'cooling-down'

/**
 * Opens a sitting of the module's quiz, drawn and frozen here, or finds the one that is open. The first deed of a turn begins
 * its cycle; answers that were left open in an earlier turn go on in this one. The time limit, with what this person is
 * allowed beyond it, is frozen here too. One whose time is over stays the open one until it is handed in.
 */
export async function startAttempt(
  context: Context,
  input: { assignmentId: AssignmentId; moduleId: string },
): Promise<Result<{ attemptId: AttemptId }, StartAttemptRefusal>> {
  const { tx, now } = context
  // A rival could begin and hand in between the look and the opening, and leave a sitting here that can never be handed in.
  await lockAssignment(tx, input.assignmentId)
  const found = await findQuizOfTurn(context, input)
  if (!found) return refuse('not-found')
  const { start, askings, post } = found
  if (start.openAttemptId) return ok({ attemptId: start.openAttemptId })
  const today = localDateAt(now, post.timeZone)
  const refusal = refusalOf(start, askings, today)
  if (refusal) return refuse(refusal)
  const limit = attemptLimitOn(askings, today)
  const used = start.submissionsThisCycle
  const { allowed: attemptLimit, left } = attemptsOf({ limit, granted: start.grantedAttempts, used })
  if (left === 0) return refuse('attempts-exhausted')
  const terms = assessmentTermsOn(askings, today)
  if (nextAttemptAt(terms, start.lastEndedAt, now)) return refuse('cooling-down')
  if (start.cycle > start.turn.lastCycle) {
    await beginCycle(tx, { ...post, assignmentId: input.assignmentId }, start.cycle, now)
  }
  // Where every lesson was skipped, the quiz is the module's first deed.
  if (start.lessonsFinished === 0) {
    const turn = { ...start, ...input }
    await insertPartStarted(tx, context.actor.personId, turn, input.moduleId, {
      now,
      timeZone: post.timeZone,
    })
  }
  const { minutes } = await findOwnTime(tx, post, terms.timeLimitMinutes)
  const endsAt = endOfAttempt(now, minutes)
  const place = { ...start, ...input, attemptNumber: used + 1, attemptLimit, endsAt }
  if (start.leftOpenId) return ok({ attemptId: await takeOverSitting(tx, place, start.leftOpenId, now) })
  const items = drawItems(start, await listBank(tx, start.moduleVersionId))
  return ok({ attemptId: await openAttempt(tx, { ...place, items }, now) })
}

function refusalOf(
  start: QuizStart,
  askings: readonly Asking[],
  today: LocalDate,
): StartAttemptRefusal | undefined {
  if (start.turn.startedOn > today) return 'before-first-day'
  if (quizzesOpenOn(askings, today) !== null) return 'not-open-yet'
  if (start.completed) return 'module-completed'
  return lessonsDone(start, askings, today) < start.lessons ? 'lessons-unfinished' : undefined
}

/** What was asked before the training was seen longest ago, and what is asked after it stays unseen. */
function drawItems(
  { draw, blueprint, seen, heldOut, askedBefore }: QuizStart,
  bank: Awaited<ReturnType<typeof listBank>>,
) {
  const seed = randomBytes(16).toString('hex')
  const asked = { size: draw, blueprint }
  const seenIds = [...seen.map((items) => items.map((item) => item.itemId)), askedBefore]
  return drawQuiz(bankBeside(bank, heldOut, asked), { ...asked, seed, seen: seenIds })
}
