import type { Context } from '#lib/context'
import { findQuizStart, type QuizStart } from '#lib/data/attempt'
import { listAskings } from '#lib/data/attempt-limit'
import { findAskedOn, listManagerNames } from '#lib/data/attempts-asked'
import { type Membership, postsOf } from '#lib/domain/access/actor'
import { type Instant, type LocalDate, laterOf, localDateAt } from '#lib/domain/calendar'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import {
  assessmentTermsOn,
  attemptLimitOn,
  attemptsOf,
  nextAttemptAt,
} from '#lib/domain/training/attempt-limit'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { attemptsAskedId } from '#lib/system/derived-id'

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
  /** From when the next attempt is open, in the practice's zone; null where it is open now, or none is left. */
  readonly opensAt: { readonly at: Instant; readonly timeZone: string } | null
  /** After the last attempt: who can allow more, by name, and when this learner asked. Null before it. */
  readonly help: { readonly managers: readonly string[]; readonly askedOn: LocalDate | null } | null
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
  const askings = await listAskings(tx, post, start)
  const limit = attemptLimitOn(askings, on)
  const used = start.submissionsThisCycle
  const { allowed, left } = attemptsOf({ limit, granted: start.grantedAttempts, used })
  const isOpen = start.openAttemptId !== null || start.completed
  const at =
    left > 0 && !isOpen ? nextAttemptAt(assessmentTermsOn(askings, on), start.lastSubmittedAt, now) : null
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
    opensAt: at && { at, timeZone: post.timeZone },
    help: left === 0 && !isOpen ? await helpOf(tx, post, { ...start, ...input }, on) : null,
    lessonsLeft: start.lessons - start.lessonsFinished,
  })
}

type Exhausted = Pick<QuizStart, 'cycle' | 'staffMemberId'> & {
  readonly assignmentId: AssignmentId
  readonly moduleId: string
}

async function helpOf(tx: Context['tx'], post: Membership, quiz: Exhausted, today: LocalDate) {
  const { practiceId } = post
  const id = attemptsAskedId(practiceId, quiz.assignmentId, quiz.cycle, quiz.moduleId)
  return {
    managers: await listManagerNames(tx, practiceId, quiz.staffMemberId, today),
    askedOn: (await findAskedOn(tx, post, id)) ?? null,
  }
}
