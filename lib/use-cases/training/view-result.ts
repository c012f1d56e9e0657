import type { Context } from '#lib/context'
import type { QuizStart } from '#lib/data/attempt'
import { listManagerNames } from '#lib/data/attempts-asked'
import { type KeyedItem, listKeyedItems } from '#lib/data/find-quiz-for-scoring'
import { findFormAfter } from '#lib/data/form-offer'
import { listOtherTrainings } from '#lib/data/other-trainings'
import { findResult, type SubmissionResult } from '#lib/data/result'
import { findQuizOfTurn } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import { helpsElsewhere, mayShowKeys } from '#lib/domain/assessment/keys-shown'
import { rightStep, type StepLine } from '#lib/domain/assessment/right-step'
import { type Instant, localDateAt } from '#lib/domain/calendar'
import { type ReviewedAnswer, reviewedAnswer } from '#lib/domain/curriculum/reviewed-answer'
import { isRight } from '#lib/domain/curriculum/score-attempt'
import type { AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { isOwed } from '#lib/domain/training/asked-today'
import { assessmentTermsOn, attemptLimitOn, attemptsOf } from '#lib/domain/training/attempt-limit'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { isTimeOver } from '#lib/domain/training/time-limit'
import type { FormOffer } from '#lib/domain/training/track-forms'

type Shown = Omit<
  SubmissionResult,
  'practiceId' | 'staffMemberId' | 'missedMustPass' | 'submittedAt' | 'endsAt' | 'mayShowKeys' | 'isSitting'
>

type Asked = Pick<KeyedItem, 'itemId' | 'kind' | 'vignette' | 'stem' | 'language'>

/** A safety point that was missed, with the right step and why. */
type SafetyPoint = Asked & { readonly right: readonly StepLine[] }

/** `place` is from 1, in the order drawn. */
type AnswerShown = Asked & {
  readonly place: number
  readonly isRight: boolean
  readonly answer: ReviewedAnswer
}

export type ResultView = Shown & {
  /** At this quiz as things stand now, grants since the submission included; 0 once it is passed. */
  readonly attemptsLeft: number
  readonly mustPassMissed: number
  /** The safety points that were missed, each with the right step, whatever the policy says of other answers. */
  readonly safetyPoints: readonly SafetyPoint[]
  /** With whom to talk about them, by name. */
  readonly leads: readonly string[]
  /** Every item with its right answer; null where the policy, or the attempts that are left, keep them back. */
  readonly answers: readonly AnswerShown[] | null
  /**
   * How many are right by the keys that explain the answers, where that is not what the score says: a key was corrected, and
   * nobody has scored the attempt again since. Null where the two agree, or no answers are shown.
   */
  readonly rightByNewestKeys: number | null
  /** Where it came in after its time: then what was saved by that moment was handed in. */
  readonly late: { readonly endsAt: Instant; readonly timeZone: string } | null
  /** The short form after the training, where this closed it. */
  readonly form: FormOffer | null
}

/**
 * The result of a submission of the actor's own: after a fail, the objectives to look at again and where, and the safety
 * points that were missed. Other right answers are read only where every policy shows them and nothing is left to do.
 */
export async function viewResult(
  context: Context,
  input: { attemptId: AttemptId },
): Promise<Result<ResultView, 'not-found'>> {
  const { tx, actor, now, language } = context
  const result = await findResult(tx, postsOf(actor), input.attemptId, language)
  if (!result) return refuse('not-found')
  const {
    practiceId,
    staffMemberId,
    missedMustPass,
    submittedAt,
    endsAt,
    mayShowKeys: _,
    isSitting: __,
    ...shown
  } = result
  const { timeZone } = postOfRow(actor, result)
  const today = localDateAt(now, timeZone)
  const keyed = (itemIds: readonly string[] | null) =>
    listKeyedItems(tx, { practiceId, submissionId: input.attemptId, itemIds }, language)
  const hasMissed = missedMustPass.length > 0
  const { attemptsLeft, showsKeys } = await standingOf(context, result)
  const answers = showsKeys ? (await keyed(null)).map(answerShown) : null
  const right = answers?.filter((answer) => answer.isRight).length
  return ok({
    ...shown,
    attemptsLeft,
    mustPassMissed: missedMustPass.length,
    safetyPoints: hasMissed ? (await keyed(missedMustPass)).map(safetyPoint) : [],
    leads: hasMissed ? await listManagerNames(tx, practiceId, staffMemberId, today) : [],
    answers,
    rightByNewestKeys: right === undefined || right === shown.correct ? null : right,
    late: endsAt && isTimeOver(endsAt, submittedAt) ? { endsAt, timeZone } : null,
    form: shown.certificateId ? await findFormAfter(context, shown.assignmentId) : null,
  })
}

const asked = ({ itemId, kind, vignette, stem, language }: KeyedItem): Asked => {
  return { itemId, kind, vignette, stem, language }
}

const safetyPoint = (item: KeyedItem): SafetyPoint => ({ ...asked(item), right: rightStep(item) })

function answerShown(item: KeyedItem, index: number): AnswerShown {
  const answer = reviewedAnswer(item)
  return { ...asked(item), place: index + 1, isRight: isRight(item, item.chosen), answer }
}

type Standing = { readonly attemptsLeft: number; readonly showsKeys: boolean }

/** The rules are asked only where something is left to do, or where some policy shows right answers. */
async function standingOf(context: Context, result: SubmissionResult): Promise<Standing> {
  const nothing = { attemptsLeft: 0, showsKeys: false }
  if (result.passed && !result.mayShowKeys) return nothing
  const found = await findQuizOfTurn(context, result)
  if (!found) return nothing
  const { allowed, attemptsLeft: left } = quizStanding(context, found)
  const { start } = found
  const isCompleted = start.completed || (result.isCompleted && isUntouched(start))
  const { isSitting } = result
  const isDue = mayShowKeys({ allowed, isCompleted, attemptsLeft: left, isSitting })
  return {
    attemptsLeft: isCompleted || result.passed ? 0 : left,
    showsKeys: isDue && !(await helpElsewhere(context, result)),
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof findQuizOfTurn>>>

function quizStanding({ now }: Context, { start, askings, post }: Found) {
  const today = localDateAt(now, post.timeZone)
  const limit = attemptLimitOn(askings, today)
  const { left } = attemptsOf({ limit, granted: start.grantedAttempts, used: start.submissionsThisCycle })
  const allowed = assessmentTermsOn(askings, today).keysShown === 'after-pass-or-last'
  return { allowed, attemptsLeft: left, isCompleted: start.completed, isOwed: isOwed(askings, today) }
}

/** Whether the same module is still to be passed in another training of this person's, whose terms never show answers. */
async function helpElsewhere(context: Context, result: SubmissionResult): Promise<boolean> {
  const { moduleId } = result
  for (const assignmentId of await listOtherTrainings(context.tx, postsOf(context.actor), result)) {
    const found = await findQuizOfTurn(context, { assignmentId, moduleId })
    if (!found) continue
    const { isOwed: isUnderWay, ...standing } = quizStanding(context, found)
    if (helpsElsewhere({ ...standing, isUnderWay: isUnderWay || isTurnBegun(found.start) })) return true
  }
  return false
}

/** The last part of a track begins the next turn at once: until something is done in it, what was completed is what stands. */
const isUntouched = (start: QuizStart) => start.cycle === start.turn.lastCycle && !isTurnBegun(start)

function isTurnBegun({ cycle, turn }: QuizStart): boolean {
  return cycle === turn.lastCycle && (turn.firstReadAt !== null || turn.firstSatAt !== null)
}
