import { historiesOfTrack, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Asking } from '#lib/domain/training/attempt-limit'

type Of = { readonly practiceId: PracticeId; readonly timeZone: string }
type Whose = { readonly staffMemberId: StaffMemberId; readonly trackId: string }

/** What each requirement that asks for a track knows of this staff member. Two queries. */
export async function listAskings(
  tx: Tx,
  practice: Of,
  { staffMemberId, trackId }: Whose,
): Promise<Asking[]> {
  const requirements = await listRequirements(tx, [practice.practiceId])
  const events = await listStatusEvents(tx, [practice.practiceId], staffMemberId)
  return historiesOfTrack(practice, trackId, requirements, events.get(staffMemberId))
}
