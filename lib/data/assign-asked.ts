import { assignTracks, type TrackAssignment } from '#lib/data/assign-tracks'
import { historyOf, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { listStaff } from '#lib/data/roster'
import { type Instant, localDateAt } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import { findTrackAsked } from '#lib/domain/training/track-asked'

type Place = { readonly practiceId: PracticeId; readonly timeZone: string }

/**
 * Assigns to everybody at the practice whom a requirement asks today the track that it asks for, where they have none of it
 * yet. Whoever is asked later gets it when they next open their list.
 */
export async function assignAsked(
  tx: Tx,
  { practiceId, timeZone }: Place,
  requirementId: string,
  actor: PersonId,
  now: Instant,
): Promise<void> {
  const today = localDateAt(now, timeZone)
  const requirement = (await listRequirements(tx, [practiceId])).find(({ id }) => id === requirementId)
  if (!requirement) return
  const staff = await listStaff(tx, practiceId, today, 'current')
  const events = await listStatusEvents(tx, [practiceId])
  const wanted = staff.flatMap(({ staffMemberId }): TrackAssignment[] => {
    const history = historyOf(timeZone, requirement, events.get(staffMemberId))
    const trackId = findTrackAsked(requirement, complianceStatus(history, today))
    return trackId === null ? [] : [{ staffMemberId, trackId }]
  })
  const made = await assignTracks(tx, practiceId, wanted, now)
  if (made.length === 0) return
  const facts = made.map((each) => ({ ...each, requirementId, kind: 'assigned', effectiveOn: today }))
  await insertEvidence(tx, practiceId, actor, facts, now)
}
