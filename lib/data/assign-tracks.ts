import { randomUUID } from 'node:crypto'
import type { Tx } from '#lib/data/database'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

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
 * Begins a new cycle of every assignment that somebody who comes back already has, with the track's newest version: parts
 * from before belong to the turn of then (rules 2 and 6). A sitting that was left open is over with its cycle.
 */
export async function beginCyclesAnew(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberId: StaffMemberId,
  now: Instant,
): Promise<void> {
  await tx.openAttempt.deleteMany({ where: { practiceId, staffMemberId } })
  await tx.$executeRaw`
    INSERT INTO cycle (practice_id, assignment_id, number, track_version_id, began_at)
    SELECT a.practice_id, a.id, c.number + 1,
      (SELECT v.id FROM track_version v WHERE v.track_id = a.track_id ORDER BY v.version DESC LIMIT 1),
      ${now}::timestamptz
    FROM assignment a
    JOIN LATERAL (SELECT number FROM cycle WHERE practice_id = a.practice_id AND assignment_id = a.id
      ORDER BY number DESC LIMIT 1) c ON true
    WHERE a.practice_id = ${practiceId}::uuid AND a.staff_member_id = ${staffMemberId}::uuid`
}

/** A track that is asked for again, and the day from which it is, in the practice's zone. */
export type AskedAgain = { readonly trackId: string; readonly beganOn: LocalDate }

/**
 * Begins a new cycle of each track whose last one is older than the obligation: after a time in which nothing was asked,
 * parts from before belong to the turn of then (rule 2). What was completed counts as before.
 */
export async function beginCyclesSince(
  tx: Tx,
  { practiceId, timeZone }: { readonly practiceId: PracticeId; readonly timeZone: string },
  staffMemberId: StaffMemberId,
  asked: readonly AskedAgain[],
  now: Instant,
): Promise<void> {
  if (asked.length === 0) return
  await tx.$executeRaw`
    WITH begun AS (
      INSERT INTO cycle (practice_id, assignment_id, number, track_version_id, began_at)
      SELECT a.practice_id, a.id, c.number + 1,
        (SELECT v.id FROM track_version v WHERE v.track_id = a.track_id ORDER BY v.version DESC LIMIT 1),
        ${now}::timestamptz
      FROM assignment a
      JOIN jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS r("trackId" text, "beganOn" date)
        ON r."trackId" = a.track_id
      JOIN LATERAL (SELECT number, began_at FROM cycle WHERE practice_id = a.practice_id AND assignment_id = a.id
        ORDER BY number DESC LIMIT 1) c ON (c.began_at AT TIME ZONE ${timeZone})::date < r."beganOn"
      WHERE a.practice_id = ${practiceId}::uuid AND a.staff_member_id = ${staffMemberId}::uuid
      RETURNING assignment_id
    )
    DELETE FROM open_attempt o USING begun
    WHERE o.practice_id = ${practiceId}::uuid AND o.assignment_id = begun.assignment_id`
}
