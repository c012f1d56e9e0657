import type { Context } from '#lib/context'
import { historiesOfTrack, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { findTrackUpdate } from '#lib/data/track-update'
import { listCycleRecords, listOutlines } from '#lib/data/training'
import { turnsOfNow } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import type { AssignmentId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { postOfRow, shownPractice } from '#lib/domain/training/place-of-work'
import { trackProgress, versionsInUse } from '#lib/domain/training/track-progress'
import { type ListedTraining, trainingItem } from '#lib/domain/training/training-item'

/** One assignment of the actor's own: its modules in order, and where it stands today. */
export async function viewAssignment(
  context: Context,
  input: { assignmentId: AssignmentId },
): Promise<Result<ListedTraining, 'not-found'>> {
  const { tx, actor, now, language } = context
  const [stored] = await listCycleRecords(tx, postsOf(actor), language, input)
  if (!stored) return refuse('not-found')
  const { practiceId, staffMemberId, trackId, assignmentId } = stored
  const requirements = await listRequirements(tx, [practiceId])
  const events = await listStatusEvents(tx, [practiceId], staffMemberId)
  const post = postOfRow(actor, stored)
  const histories = historiesOfTrack(post, trackId, requirements, events.get(staffMemberId))
  const [record = stored] = await turnsOfNow(context, [stored], () => histories)
  const outlines = await listOutlines(tx, versionsInUse(record), language)
  const { title, summary } = record
  const today = localDateAt(now, post.timeZone)
  const update = await findTrackUpdate(tx, { practiceId, trackId, language }, histories, today)
  const item = trainingItem(trackProgress(record, outlines), histories, today, update)
  return ok({ ...item, assignmentId, title, summary, practiceName: shownPractice(actor, post) })
}
