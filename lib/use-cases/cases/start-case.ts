import type { Context } from '#lib/context'
import { beginCyclesSince } from '#lib/data/assign-tracks'
import { listAskings } from '#lib/data/attempt-limit'
import { type CaseStart, findCaseStart, openPlay } from '#lib/data/case-play'
import { insertEvidence } from '#lib/data/evidence'
import { lockAssignment } from '#lib/data/submission'
import { postsOf } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { AssignmentId, PlayId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { isOfEarlierTurn, opensLater, turnBeganOn } from '#lib/domain/training/turn'
import { derivedId } from '#lib/system/derived-id'

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
  const find = () => findCaseStart(tx, postsOf(actor), input.assignmentId, input.caseId)
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
  if (start.playId) return ok({ playId: start.playId })
  if (start.startedOn > today) return refuse('before-first-day')
  if (opensLater(askings, today)) return refuse('not-open-yet')
  await recordBeginning(context, start, input, today)
  return ok({ playId: await openPlay(tx, actor.personId, { ...start, ...input }, now) })
}

/** Its id follows from what it says, so that two beginnings at the same moment leave one fact. */
async function recordBeginning(
  { tx, actor, now }: Context,
  { practiceId, cycle, staffMemberId, trackId }: CaseStart,
  { assignmentId, caseId: part }: Input,
  effectiveOn: LocalDate,
): Promise<void> {
  const id = derivedId('part-started', practiceId, assignmentId, String(cycle), part)
  const fact = { id, staffMemberId, trackId, kind: 'part-started', effectiveOn, details: { part, at: now } }
  await insertEvidence(tx, practiceId, actor.personId, [fact], now)
}
