import type { Context } from '#lib/context'
import { assignTracks } from '#lib/data/assign-tracks'
import {
  historiesOfTrack,
  historyOf,
  listRequirements,
  listStatusEvents,
  type RequirementRecord,
  type StoredEvent,
} from '#lib/data/compliance-history'
import { insertEvidence } from '#lib/data/evidence'
import { findTrackUpdate } from '#lib/data/track-update'
import { listCycleRecords, listOutlines, type StoredCycle } from '#lib/data/training'
import { turnsOfNow } from '#lib/data/turn'
import { type Membership, postsOf } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { StaffMemberId } from '#lib/domain/ids'
import { ok, type Result } from '#lib/domain/result'
import type { Asking } from '#lib/domain/training/attempt-limit'
import type { ModuleOutline } from '#lib/domain/training/cycle-record'
import { postOfRow, shownPractice } from '#lib/domain/training/place-of-work'
import { findTrackAsked } from '#lib/domain/training/track-asked'
import { trackProgress, versionsInUse } from '#lib/domain/training/track-progress'
import { type ListedTraining, trainingItem } from '#lib/domain/training/training-item'
import { asksForWork, byUrgency } from '#lib/domain/training/training-order'

export type MyTraining = {
  /** The most pressing first. */
  readonly items: readonly ListedTraining[]
  /** The one whose next step to take now; null where nothing asks for work. */
  readonly first: ListedTraining | null
}

/**
 * Everything that the actor's living practices ask of them, as it stands today in each practice. What is asked for the first
 * time (a new requirement, another place, the window of a renewal) is assigned here, where its holder first sees it: no job
 * that did not run can keep it from them.
 */
export async function viewMyTraining(context: Context): Promise<Result<MyTraining, 'not-found'>> {
  const { tx, actor, language } = context
  const posts = postsOf(actor)
  const requirements = await listRequirements(tx, posts.practiceIds)
  const events = await listStatusEvents(tx, posts.practiceIds, posts.staffMemberIds)
  const askingsOf = ({ staffMemberId, trackId }: StoredCycle, post: Membership) =>
    historiesOfTrack(post, trackId, requirements, events.get(staffMemberId))
  const stored = await assignedRecords(context, { requirements, events })
  if (stored.length === 0) return ok({ items: [], first: null })
  const records = await turnsOfNow(context, stored, askingsOf)
  const outlines = await listOutlines(tx, [...new Set(records.flatMap(versionsInUse))], language)
  const items = []
  for (const record of records) {
    const askings = askingsOf(record, postOfRow(actor, record))
    items.push(await listed(context, { record, outlines, askings }))
  }
  items.sort(byUrgency)
  const first = items.find(({ urgency, next }) => asksForWork(urgency) && next !== null)
  return ok({ items, first: first ?? null })
}

type Listing = {
  readonly record: StoredCycle
  readonly outlines: readonly ModuleOutline[]
  readonly askings: readonly Asking[]
}

async function listed(
  { tx, actor, now, language }: Context,
  { record, outlines, askings }: Listing,
): Promise<ListedTraining> {
  const post = postOfRow(actor, record)
  const { assignmentId, practiceId, trackId, title, summary } = record
  const today = localDateAt(now, post.timeZone)
  const update = await findTrackUpdate(tx, { practiceId, trackId, language }, askings, today)
  const item = trainingItem(trackProgress(record, outlines), askings, today, update)
  return { ...item, assignmentId, title, summary, practiceName: shownPractice(actor, post) }
}

type Known = {
  readonly requirements: readonly RequirementRecord[]
  readonly events: ReadonlyMap<StaffMemberId, readonly StoredEvent[]>
}

/** What is assigned, with what is asked for the first time. */
async function assignedRecords(context: Context, known: Known): Promise<readonly StoredCycle[]> {
  const { tx, actor, language } = context
  const posts = postsOf(actor)
  const records = await listCycleRecords(tx, posts, language)
  const missing = actor.memberships.flatMap((post) => {
    const asked = tracksAsked(context, post, known)
    const has = (trackId: string) =>
      records.some((record) => record.staffMemberId === post.staffMemberId && record.trackId === trackId)
    return asked.filter((trackId) => !has(trackId)).map((trackId) => ({ post, trackId }))
  })
  if (missing.length === 0) return records
  for (const { post, trackId } of missing) await assign(context, post, trackId)
  return await listCycleRecords(tx, posts, language)
}

function tracksAsked({ now }: Context, post: Membership, { requirements, events }: Known): readonly string[] {
  const today = localDateAt(now, post.timeZone)
  const own = requirements.filter(({ practiceId }) => practiceId === post.practiceId)
  const asked = own.flatMap((requirement) => {
    const history = historyOf(post.timeZone, requirement, events.get(post.staffMemberId))
    return findTrackAsked(requirement, complianceStatus(history, today)) ?? []
  })
  return [...new Set(asked)]
}

async function assign({ tx, now }: Context, post: Membership, trackId: string): Promise<void> {
  const { practiceId, staffMemberId, timeZone } = post
  const made = await assignTracks(tx, practiceId, [{ staffMemberId, trackId }], now)
  const effectiveOn = localDateAt(now, timeZone)
  const facts = made.map((each) => ({ ...each, kind: 'assigned', effectiveOn }))
  if (facts.length > 0) await insertEvidence(tx, practiceId, null, facts, now)
}
