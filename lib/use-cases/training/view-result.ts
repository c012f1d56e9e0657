import type { Context } from '#lib/context'
import { listManagerNames } from '#lib/data/attempts-asked'
import { listKeyedItems } from '#lib/data/find-quiz-for-scoring'
import { findResult, type SubmissionResult } from '#lib/data/result'
import { findQuizOfTurn } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import { type ExplainedItem, explainedItem, mayShowKeys } from '#lib/domain/assessment/explained-item'
import { type Instant, localDateAt } from '#lib/domain/calendar'
import type { AttemptId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { assessmentTermsOn, attemptLimitOn, attemptsOf } from '#lib/domain/training/attempt-limit'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { isTimeOver } from '#lib/domain/training/time-limit'

type Shown = Omit<
  SubmissionResult,
  'practiceId' | 'staffMemberId' | 'missedMustPass' | 'submittedAt' | 'endsAt' | 'mayShowKeys' | 'isSitting'
>

export type ResultView = Shown & {
  /** At this quiz as things stand now, grants since the submission included; 0 once it is passed. */
  readonly attemptsLeft: number
  readonly mustPassMissed: number
  /** The safety points that were missed, each with the right step, whatever the policy says of other answers. */
  readonly safetyPoints: readonly ExplainedItem[]
  /** With whom to talk about them, by name. */
  readonly leads: readonly string[]
  /** Every item with its right answer; null where the policy, or the attempts that are left, keep them back. */
  readonly answers: readonly ExplainedItem[] | null
  /** Where it came in after its time: then what was saved by that moment was handed in. */
  readonly late: { readonly endsAt: Instant; readonly timeZone: string } | null
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
  const explain = async (itemIds: readonly string[] | null) => {
    const explaining = { practiceId, submissionId: input.attemptId, itemIds }
    return (await listKeyedItems(tx, explaining, language)).map(explainedItem)
  }
  const hasMissed = missedMustPass.length > 0
  const { attemptsLeft, showsKeys } = await standingOf(context, result)
  return ok({
    ...shown,
    attemptsLeft,
    mustPassMissed: missedMustPass.length,
    safetyPoints: hasMissed ? await explain(missedMustPass) : [],
    leads: hasMissed ? await listManagerNames(tx, practiceId, staffMemberId, today) : [],
    answers: showsKeys ? await explain(null) : null,
    late: endsAt && isTimeOver(endsAt, submittedAt) ? { endsAt, timeZone } : null,
  })
}

type Standing = { readonly attemptsLeft: number; readonly showsKeys: boolean }

/** The rules are asked only where something is left to do, or where some policy shows right answers. */
async function standingOf(context: Context, result: SubmissionResult): Promise<Standing> {
  const nothing = { attemptsLeft: 0, showsKeys: false }
  if (result.passed && !result.mayShowKeys) return nothing
  const found = await findQuizOfTurn(context, result)
  if (!found) return nothing
  const { start, askings, post } = found
  const today = localDateAt(context.now, post.timeZone)
  const limit = attemptLimitOn(askings, today)
  const { left } = attemptsOf({ limit, granted: start.grantedAttempts, used: start.submissionsThisCycle })
  const { completed: isCompleted } = start
  const allowed = assessmentTermsOn(askings, today).keysShown === 'after-pass-or-last'
  const { isSitting } = result
  return {
    attemptsLeft: isCompleted || result.passed ? 0 : left,
    showsKeys: mayShowKeys({ allowed, isCompleted, attemptsLeft: left, isSitting }),
  }
}
