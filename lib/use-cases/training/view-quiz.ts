import type { Context } from '#lib/context'
import type { QuizStart } from '#lib/data/attempt'
import { findAskedOn, listManagerNames } from '#lib/data/attempts-asked'
import { findScoredAgain } from '#lib/data/result'
import { findOwnTime, type OwnTime } from '#lib/data/time-accommodation'
import { findQuizOfTurn } from '#lib/data/turn'
import type { Membership } from '#lib/domain/access/actor'
import { type Instant, type LocalDate, laterOf, localDateAt } from '#lib/domain/calendar'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { lessonsDone } from '#lib/domain/training/asked-today'
import {
  assessmentTermsOn,
  attemptLimitOn,
  attemptsOf,
  nextAttemptAt,
} from '#lib/domain/training/attempt-limit'
import { endOfAttempt, isTimeOver } from '#lib/domain/training/time-limit'
import { quizzesOpenOn } from '#lib/domain/training/turn'
import { attemptsAskedId } from '#lib/system/derived-id'

/** What must be known of the time of a quiz: before an attempt, in one that runs, and in one that was not handed in in time. */
type QuizTime =
  | (OwnTime & {
      readonly kind: 'ahead'
      readonly policyMinutes: number
      /** Of an attempt that begins at this moment; null where none can begin now, or no limit holds for this person. */
      readonly endsAt: Instant | null
    })
  | { readonly kind: 'running' | 'over'; readonly endsAt: Instant }

export type QuizView = {
  readonly moduleTitle: string
  readonly draw: number
  readonly passMarkPercent: number
  readonly lessonsLeft: number
  readonly completed: boolean
  /** The first day on which a pass counts, where one today would count for nothing. Null where it counts. */
  readonly opensOn: LocalDate | null
  readonly attemptsLeft: number
  readonly attemptLimit: number
  readonly openAttemptId: AttemptId | null
  /** Null where no time limit is set. */
  readonly time: QuizTime | null
  readonly timeZone: string
  /** Answers that were left open in an earlier turn are there when the quiz begins. */
  readonly hasAnswersWaiting: boolean
  readonly lastSubmissionId: AttemptId | null
  /** The attempt in this turn that was scored again last; null where none was. */
  readonly scoredAgain: { readonly submissionId: string; readonly on: LocalDate } | null
  /** From when the next attempt is open, in the practice's zone; null where it is open now, or none is left. */
  readonly opensAt: Instant | null
  /** After the last attempt: who can allow more, by name, and when this learner asked since. Null before it. */
  readonly help: { readonly managers: readonly string[]; readonly askedOn: LocalDate | null } | null
}

/** What is said before a quiz begins: how many items, what passes, how many attempts are left. */
export async function viewQuiz(
  context: Context,
  input: { assignmentId: AssignmentId; moduleId: string },
): Promise<Result<QuizView, 'not-found'>> {
  const found = await findQuizOfTurn(context, input)
  if (!found) return refuse('not-found')
  const { start, askings, post } = found
  // Before the first day nothing is asked yet: what will be allowed then is what the page should say.
  const { tx, now } = context
  const today = localDateAt(now, post.timeZone)
  const on = laterOf(today, start.turn.startedOn)
  const limit = attemptLimitOn(askings, on)
  const used = start.submissionsThisCycle
  const { allowed, left } = attemptsOf({ limit, granted: start.grantedAttempts, used })
  const isOpen = start.openAttemptId !== null || start.completed
  const terms = assessmentTermsOn(askings, on)
  const opensAt = left > 0 && !isOpen ? nextAttemptAt(terms, start.lastEndedAt, now) : null
  const { moduleTitle, draw, passMarkPercent, completed, openAttemptId, lastSubmissionId } = start
  const opensOn = quizzesOpenOn(askings, on)
  const lessonsLeft = start.lessons - lessonsDone(start, askings, on)
  const canBegin = mayBegin({ opensOn, opensAt, left, lessonsLeft, isToday: on === today })
  return ok({
    moduleTitle,
    draw,
    passMarkPercent,
    completed,
    openAttemptId,
    lastSubmissionId,
    scoredAgain: lastSubmissionId && ((await findScoredAgain(tx, post, { ...start, ...input })) ?? null),
    opensOn,
    hasAnswersWaiting: start.leftOpenId !== null && openAttemptId === null,
    attemptLimit: allowed,
    attemptsLeft: left,
    opensAt,
    time: completed ? null : await timeOf(context, start, post, terms.timeLimitMinutes, canBegin),
    timeZone: post.timeZone,
    help: left === 0 && !isOpen ? await helpOf(tx, post, { ...start, ...input }, on) : null,
    lessonsLeft,
  })
}

function mayBegin(quiz: {
  readonly opensOn: LocalDate | null
  readonly opensAt: Instant | null
  readonly left: number
  readonly lessonsLeft: number
  readonly isToday: boolean
}): boolean {
  return (
    quiz.isToday && quiz.left > 0 && quiz.lessonsLeft === 0 && quiz.opensOn === null && quiz.opensAt === null
  )
}

async function timeOf(
  { tx, now }: Context,
  { openAttemptId, openEndsAt: endsAt }: QuizStart,
  post: Membership,
  policyMinutes: number | null,
  canBegin: boolean,
): Promise<QuizTime | null> {
  if (openAttemptId) return endsAt && { kind: isTimeOver(endsAt, now) ? 'over' : 'running', endsAt }
  if (policyMinutes === null) return null
  const own = await findOwnTime(tx, post, policyMinutes)
  return { kind: 'ahead', policyMinutes, ...own, endsAt: canBegin ? endOfAttempt(now, own.minutes) : null }
}

type Exhausted = Pick<QuizStart, 'cycle' | 'staffMemberId' | 'submissionsThisCycle'> & {
  readonly assignmentId: AssignmentId
  readonly moduleId: string
}

async function helpOf(tx: Context['tx'], post: Membership, quiz: Exhausted, today: LocalDate) {
  const { practiceId } = post
  const { assignmentId, moduleId, cycle, submissionsThisCycle: used } = quiz
  const id = attemptsAskedId(practiceId, assignmentId, cycle, moduleId, used)
  return {
    managers: await listManagerNames(tx, practiceId, quiz.staffMemberId, today),
    askedOn: (await findAskedOn(tx, post, id)) ?? null,
  }
}
