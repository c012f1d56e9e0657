import { randomUUID } from 'node:crypto'
import type { Tx } from '#lib/data/database'
import type { Instant } from '#lib/domain/calendar'
import type { AssignmentId, PracticeId, StaffMemberId } from '#lib/domain/ids'

export type TrackAssignment = { readonly staffMemberId: StaffMemberId; readonly trackId: string }

/**
 * Assigns tracks and begins the first cycle of each with the track's newest version, one statement however many. Who has
 * the track already keeps the assignment and its cycles. Returns the assignments that were new.
 */
export async function assignTracks(
  tx: Tx,
  practiceId: PracticeId,
  assignments: readonly TrackAssignment[],
  now: Instant,
): Promise<TrackAssignment[]> {
  if (assignments.length === 0) return []
  const rows = JSON.stringify(assignments.map((each) => ({ ...each, id: randomUUID() })))
  return await tx.$queryRaw<TrackAssignment[]>`
    WITH made AS (
      INSERT INTO assignment (practice_id, id, staff_member_id, track_id, created_at)
      SELECT ${practiceId}::uuid, r.id, r."staffMemberId", r."trackId", ${now}::timestamptz
      FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, "staffMemberId" uuid, "trackId" text)
      ON CONFLICT (practice_id, staff_member_id, track_id) DO NOTHING
      RETURNING id, staff_member_id, track_id
    ), begun AS (
      INSERT INTO cycle (practice_id, assignment_id, number, track_version_id, began_at)
      SELECT ${practiceId}::uuid, made.id, 1, (
        SELECT v.id FROM track_version v WHERE v.track_id = made.track_id ORDER BY v.version DESC LIMIT 1
      ), ${now}::timestamptz FROM made
    )
    SELECT staff_member_id AS "staffMemberId", track_id AS "trackId" FROM made`
}

/**
 * Begins the cycle of that number with the track's newest version, where it has not begun yet. A sitting that was left open
 * in an earlier one stays as it is: what was answered in it goes on when the quiz is next begun.
 */
export async function beginCycle(
  tx: Tx,
  { practiceId, assignmentId }: { readonly practiceId: PracticeId; readonly assignmentId: AssignmentId },
  number: number,
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO cycle (practice_id, assignment_id, number, track_version_id, began_at)
    SELECT a.practice_id, a.id, ${number},
      (SELECT v.id FROM track_version v WHERE v.track_id = a.track_id ORDER BY v.version DESC LIMIT 1),
      ${now}::timestamptz
    FROM assignment a WHERE a.practice_id = ${practiceId}::uuid AND a.id = ${assignmentId}::uuid
    ON CONFLICT (practice_id, assignment_id, number) DO NOTHING`
}
