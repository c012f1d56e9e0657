import type { Context } from '#lib/context'
import { historiesOfTrack, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { listCycleRecords, listOutlines } from '#lib/data/training'
import { postsOf } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { ok, type Result } from '#lib/domain/result'
import { postOfRow, shownPractice } from '#lib/domain/training/place-of-work'
import { trackProgress, versionsInUse } from '#lib/domain/training/track-progress'
import { type ListedTraining, trainingItem } from '#lib/domain/training/training-item'
import { asksForWork, byUrgency } from '#lib/domain/training/training-order'

export type MyTraining = {
  /** The most pressing first. */
  readonly items: readonly ListedTraining[]
  /** The one whose next step to take now; null where nothing asks for work. */
  readonly first: ListedTraining | null
}

/** Everything that the actor's living practices ask of them, as it stands today in each practice. */
export async function viewMyTraining({
  tx,
  actor,
  now,
  language,
}: Context): Promise<Result<MyTraining, 'not-found'>> {
  const posts = postsOf(actor)
  const records = await listCycleRecords(tx, posts, language)
  if (records.length === 0) return ok({ items: [], first: null })
  const outlines = await listOutlines(tx, [...new Set(records.flatMap(versionsInUse))], language)
  const requirements = await listRequirements(tx, posts.practiceIds)
  const events = await listStatusEvents(tx, posts.practiceIds, posts.staffMemberIds)
  const items = records
    .map((record) => {
      const post = postOfRow(actor, record)
      const { staffMemberId, trackId, assignmentId, title, summary } = record
      const histories = historiesOfTrack(post, trackId, requirements, events.get(staffMemberId))
      const item = trainingItem(trackProgress(record, outlines), histories, localDateAt(now, post.timeZone))
      return { ...item, assignmentId, title, summary, practiceName: shownPractice(actor, post) }
    })
    .sort(byUrgency)
  const first = items.find(({ urgency, next }) => asksForWork(urgency) && next !== null)
  return ok({ items, first: first ?? null })
}
