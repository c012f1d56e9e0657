import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence } from '#lib/data/evidence'
import { findQuizOfTurn } from '#lib/data/turn'
import { localDateAt } from '#lib/domain/calendar'
import type { AssignmentId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { attemptLimitOn, attemptsOf } from '#lib/domain/training/attempt-limit'
import { attemptsAskedId } from '#lib/system/derived-id'

export type AskForAttemptsRefusal = 'not-found' | 'module-completed' | 'attempts-left'

/**
 * Asks those who manage the practice for more attempts at a quiz: that it was asked, and no score or answer. Once
 * however often it is sent, and once more when those that were allowed are used up too.
 */
export async function askForAttempts(
  context: Context,
  input: { assignmentId: AssignmentId; moduleId: string },
): Promise<Result<null, AskForAttemptsRefusal>> {
  const { assignmentId, moduleId } = input
  const { tx, actor, now } = context
  const found = await findQuizOfTurn(context, input)
  if (!found) return refuse('not-found')
  const { start, askings, post } = found
  if (start.completed) return refuse('module-completed')
  const { practiceId, staffMemberId, cycle, grantedAttempts: granted, submissionsThisCycle: used } = start
  const today = localDateAt(now, post.timeZone)
  const limit = attemptLimitOn(askings, today)
  if (start.openAttemptId || attemptsOf({ limit, granted, used }).left > 0) return refuse('attempts-left')
  const fact = {
    id: attemptsAskedId(practiceId, assignmentId, cycle, moduleId, used),
    staffMemberId,
    kind: 'attempts-asked',
    effectiveOn: today,
    details: { moduleId, assignmentId, cycle },
  }
  if ((await insertEvidence(tx, practiceId, actor.personId, [fact], now)) === 0) return ok(null)
  const deed = { kind: 'attempts-asked', staffMemberId, moduleId } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
