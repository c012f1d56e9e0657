import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { historiesOfTrack, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { insertEvidence } from '#lib/data/evidence'
import { versionId } from '#lib/data/library'
import { findTrackUpdate } from '#lib/data/track-update'
import { listCycleRecords } from '#lib/data/training'
import { postsOf } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import type { AssignmentId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { versionsOwed } from '#lib/domain/training/track-update'
import { derivedId } from '#lib/system/derived-id'

export type RecordUpdateRefusal = 'not-found' | 'update-replaced'

type Input = {
  readonly assignmentId: AssignmentId
  /** Of the track: the one whose change the page taught. */
  readonly version: number
}

/**
 * Records that the actor has read and understood what a version of a track changed: evidence and audit entry in one transaction,
 * once for each version however often it is said. It moves no date. What is not owed any more, or never was, changes nothing.
 */
export async function recordUpdate(
  { tx, actor, now, language }: Context,
  { assignmentId, version }: Input,
): Promise<Result<null, RecordUpdateRefusal>> {
  const [record] = await listCycleRecords(tx, postsOf(actor), language, { assignmentId })
  if (!record) return refuse('not-found')
  const { practiceId, staffMemberId, trackId } = record
  const requirements = await listRequirements(tx, [practiceId])
  const events = await listStatusEvents(tx, [practiceId], staffMemberId)
  const post = postOfRow(actor, record)
  const askings = historiesOfTrack(post, trackId, requirements, events.get(staffMemberId))
  const today = localDateAt(now, post.timeZone)
  if (!versionsOwed(askings, today).includes(version)) return ok(null)
  const update = await findTrackUpdate(tx, { practiceId, trackId, language }, askings, today)
  // A page that taught another version than the one to be read first, or one that lets the track be taken anew.
  if (update?.version !== version || !update.lesson) return refuse('update-replaced')
  const { moduleVersionId, lessonId } = update.lesson
  const fact = {
    id: derivedId('updated', practiceId, staffMemberId, trackId, String(version)),
    staffMemberId,
    trackId,
    kind: 'updated',
    effectiveOn: today,
    details: { version, at: now, moduleVersionId, lessonId, language: update.lesson.language },
  }
  const written = await insertEvidence(tx, practiceId, actor.personId, [fact], now)
  if (written === 0) return ok(null)
  const trackVersionId = versionId(trackId, version)
  const deed = { kind: 'track-update-read', staffMemberId, assignmentId, trackVersionId } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
