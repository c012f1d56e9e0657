import type { Context } from '#lib/context'
import { beginCycle } from '#lib/data/assign-tracks'
import { findCaseStart, openPlay } from '#lib/data/case-play'
import { insertPartStarted } from '#lib/data/part-started'
import { lockAssignment } from '#lib/data/submission'
import { findPartOfTurn } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import type { AssignmentId, PlayId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { quizzesOpenOn } from '#lib/domain/training/turn'

export type StartCaseRefusal = 'not-found' | 'before-first-day' | 'not-open-yet'

type Input = { readonly assignmentId: AssignmentId; readonly caseId: string }

/** Begins the play of a case that counts for this cycle, or finds the one that was begun, wherever it stands. */
export async function startCase(
  context: Context,
  input: Input,
): Promise<Result<{ playId: PlayId }, StartCaseRefusal>> {
  const { tx, actor, now } = context
  // A rival could close the turn between the look and the opening, and leave a play here that can never count.
  await lockAssignment(tx, input.assignmentId)
  const found = await findPartOfTurn(context, (isAnew) => findCaseStart(tx, postsOf(actor), input, isAnew))
  if (!found) return refuse('not-found')
  const { start, askings, post } = found
  const today = localDateAt(now, post.timeZone)
  if (start.playId) return ok({ playId: start.playId })
  if (start.turn.startedOn > today) return refuse('before-first-day')
  if (quizzesOpenOn(askings, today) !== null) return refuse('not-open-yet')
  if (start.cycle > start.turn.lastCycle) {
    await beginCycle(tx, { ...post, assignmentId: input.assignmentId }, start.cycle, now)
  }
  const turn = { ...start, ...input }
  await insertPartStarted(tx, actor.personId, turn, input.caseId, { now, timeZone: post.timeZone })
  return ok({ playId: await openPlay(tx, actor.personId, turn, now) })
}
