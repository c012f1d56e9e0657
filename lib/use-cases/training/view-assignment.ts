import type { Context } from '#lib/context'
import { historiesOfTrack, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { findCycleRecord, listOutlines } from '#lib/data/training'
import { postsOf } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import type { AssignmentId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { postOfRow, shownPractice } from '#lib/domain/training/place-of-work'
import { trackProgress, versionsInUse } from '#lib/domain/training/track-progress'
import { type ListedTraining, trainingItem } from '#lib/domain/training/training-item'

/** One assignment of the actor's own: its modules in order, and where it stands today. */
export async function viewAssignment(
  { tx, actor, now, language }: Context,
  input: { assignmentId: AssignmentId },
): Promise<Result<ListedTraining, 'not-found'>> {
  const record = await findCycleRecord(tx, postsOf(actor), language, input.assignmentId)
  if (!record) return refuse('not-found')
  const { practiceId, staffMemberId, trackId, assignmentId, title, summary } = record
  const outlines = await listOutlines(tx, versionsInUse(record), language)
  const requirements = await listRequirements(tx, [practiceId])
  const events = await listStatusEvents(tx, [practiceId], staffMemberId)
  const post = postOfRow(actor, record)
  const histories = historiesOfTrack(post, trackId, requirements, events.get(staffMemberId))
  const item = trainingItem(trackProgress(record, outlines), histories, localDateAt(now, post.timeZone))
  return ok({ ...item, assignmentId, title, summary, practiceName: shownPractice(actor, post) })
}
