import type { Tx } from '#lib/data/database'
import { insertTrackVersion, versionId } from '#lib/data/library'
import { listOwnTracks, lockOwnTrack } from '#lib/data/own-library'
import { findPracticePlace } from '#lib/data/practice'
import { refreshEveryone } from '#lib/data/projection'
import type { AuditEvent } from '#lib/domain/audit/audit-event'
import {
  type ChangeDayProblem,
  nextVersions,
  type PartChange,
  problemOfChangeDay,
  tracksHolding,
} from '#lib/domain/authoring/holding-tracks'
import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { ok, type Result, refuse } from '#lib/domain/result'

/** SHA-256 of what a version says: what makes it stands beside what stores it. */
type HashOf = (content: unknown) => string

/**
 * Publishes the next version of each own track of the practice that holds the part, in the transaction that publishes the part,
 * and derives anew where everybody stands. Returns what the audit chain must know, or what is wrong with the day of the change;
 * where no track holds the part, it binds nobody, and no day is asked for.
 */
export async function publishHoldingTracks(
  tx: Tx,
  practiceId: PracticeId,
  part: PartChange,
  hashOf: HashOf,
  now: Instant,
): Promise<Result<readonly AuditEvent[], ChangeDayProblem>> {
  const holding = tracksHolding(await listOwnTracks(tx, practiceId), part)
  if (holding.length === 0) return ok([])
  const place = await findPracticePlace(tx, practiceId)
  invariant(place, 'whoever publishes is at the practice')
  const problem = problemOfChangeDay(part, localDateAt(now, place.timeZone))
  if (problem) return refuse(problem)
  for (const trackId of holding.map((track) => track.trackId).toSorted())
    await lockOwnTrack(tx, practiceId, trackId)
  const deeds: AuditEvent[] = []
  // Read again: somebody may have published a version of a track while this waited for it.
  for (const { change, ...next } of nextVersions(await listOwnTracks(tx, practiceId), part)) {
    const { id: trackId, version, title, summary, modules, cases } = next
    const contentHash = hashOf({ trackId, version, title, summary, modules, cases, ...change })
    await insertTrackVersion(tx, { ...next, change, contentHash }, now, practiceId)
    deeds.push({ kind: 'track-version-published', trackVersionId: versionId(trackId, version), contentHash })
  }
  await refreshEveryone(tx, practiceId, now)
  return ok(deeds)
}

/** What will be wrong with the day of a change when it is published on a later day, where a track of the practice holds the part. */
export async function problemOfPlannedChange(
  tx: Tx,
  practiceId: PracticeId,
  part: Pick<PartChange, 'kind' | 'partId' | 'version' | 'changeKind' | 'dueOn'>,
  publishOn: LocalDate,
): Promise<ChangeDayProblem | null> {
  const holding = tracksHolding(await listOwnTracks(tx, practiceId), part)
  return holding.length === 0 ? null : problemOfChangeDay(part, publishOn)
}
