import type { Tx } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { type Instant, localDateAt } from '#lib/domain/calendar'
import type { AssignmentId, PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { derivedId } from '#lib/system/derived-id'

type Turn = {
  readonly practiceId: PracticeId
  readonly assignmentId: AssignmentId
  readonly cycle: number
  readonly staffMemberId: StaffMemberId
  readonly trackId: string
}

/**
 * The evidence that a part of a turn, a module or a case, was begun: by its id. The id of the fact follows from what it says,
 * so that two first deeds at the same moment leave one.
 */
export async function insertPartStarted(
  tx: Tx,
  actorPersonId: PersonId,
  { practiceId, assignmentId, cycle, staffMemberId, trackId }: Turn,
  part: string,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): Promise<void> {
  const id = derivedId('part-started', practiceId, assignmentId, String(cycle), part)
  const effectiveOn = localDateAt(now, timeZone)
  const fact = { id, staffMemberId, trackId, kind: 'part-started', effectiveOn, details: { part, at: now } }
  await insertEvidence(tx, practiceId, actorPersonId, [fact], now)
}
