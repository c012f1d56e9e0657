import type { Tx } from '#lib/data/database'
import { type LineRow, type RosterPlace, rosterRowOf } from '#lib/data/roster-lines'
import type { Instant } from '#lib/domain/calendar'
import type { GroupRule, RosterRow } from '#lib/domain/compliance/roster'
import type { RosterQuery } from '#lib/domain/compliance/roster-page'

const rowsAtOnce = 1000

/**
 * Every line of the table under its filters and in its order, from a cursor: the transaction stays open as long as somebody
 * reads, and no more than a batch stands in the memory. What is the same for many lines is read once before the first.
 */
export async function* streamRosterLines(
  tx: Tx,
  place: RosterPlace,
  query: RosterQuery,
  rule: GroupRule,
  now: Instant,
): AsyncGenerator<readonly RosterRow[]> {
  await openCursor(tx, place, query, rule)
  for (;;) {
    const rows = await tx.$queryRaw<LineRow[]>`FETCH FORWARD 1000 FROM roster_export`
    if (rows.length > 0) yield rows.map((row) => rosterRowOf(row, now))
    if (rows.length < rowsAtOnce) break
  }
  await tx.$executeRaw`CLOSE roster_export`
}

async function openCursor(
  tx: Tx,
  { practiceId, timeZone, today, part }: RosterPlace,
  { requirementId, role, location, employmentKind, search, sort, descending }: RosterQuery,
  { statuses, dueByOn, isNeverBegun, ends }: GroupRule,
): Promise<void> {
  await tx.$executeRaw`
    DECLARE roster_export NO SCROLL CURSOR FOR
    WITH invited AS MATERIALIZED (
      SELECT DISTINCT ON (person_id) person_id, expires_at, used_at FROM one_time_link
      WHERE practice_id = ${practiceId}::uuid AND kind = 'invitation'
      ORDER BY person_id, created_at DESC, used_at DESC NULLS FIRST
    ), begun AS MATERIALIZED (
      SELECT DISTINCT staff_member_id FROM evidence_event
      WHERE practice_id = ${practiceId}::uuid AND kind IN ('part-started', 'completed')
    ), reminded AS MATERIALIZED (
      SELECT staff_member_id, requirement_id, (max(recorded_at) AT TIME ZONE ${timeZone})::date::text AS reminded_on
      FROM reminder WHERE practice_id = ${practiceId}::uuid AND mail_message_id IS NOT NULL AND withdrawn_at IS NULL
      GROUP BY 1, 2
    )
    SELECT m.id AS "staffMemberId", m.name, m.role, m.employment_kind AS "employmentKind", m.location,
      m.started_on::text AS "startedOn", m.ended_on::text AS "endedOn", s.has_begun AS "hasBegun",
      to_char(l.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "expiresAt",
      to_char(l.used_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "usedAt",
      b.staff_member_id IS NOT NULL AS "hasBegunAny", s.requirement_id AS "requirementId", q.name AS "requirementName",
      r.reminded_on AS "lastReminderOn", s.status, s.rule, s.authority, s.due_on::text AS "dueOn",
      s.opens_on::text AS "opensOn", s.valid_through::text AS "validThrough",
      s.obligation_began_on::text AS "obligationBeganOn", s.completed_on::text AS "completedOn",
      s.kept_from_on::text AS "keptFromOn", s.baseline_due_on::text AS "baselineDueOn",
      s.extended_to::text AS "extendedTo", s.return_due_on::text AS "returnDueOn",
      s.excused_through::text AS "excusedThrough", s.update_due_on::text AS "updateDueOn",
      s.grace_through::text AS "graceThrough"
    FROM status_span s
    JOIN staff_member m ON m.practice_id = s.practice_id AND m.id = s.staff_member_id AND m.hidden_at IS NULL
    LEFT JOIN requirement q ON q.practice_id = s.practice_id AND q.id = s.requirement_id
    LEFT JOIN invited l ON l.person_id = m.person_id
    LEFT JOIN begun b ON b.staff_member_id = m.id
    LEFT JOIN reminded r ON r.staff_member_id = m.id AND r.requirement_id = s.requirement_id
    WHERE s.practice_id = ${practiceId}::uuid
      AND s.from_on <= ${today}::date AND s.through_on >= ${today}::date AND s.has_left = ${part === 'ended'}
      AND (${requirementId}::uuid IS NULL OR s.requirement_id = ${requirementId}::uuid)
      AND (${role}::text IS NULL OR m.role = ${role}) AND (${location}::text IS NULL OR m.location = ${location})
      AND (${employmentKind}::text IS NULL OR m.employment_kind = ${employmentKind})
      AND (${search} = '' OR position(beacon_name_key(${search}) IN beacon_name_key(m.name)) > 0)
      AND (s.status = ANY (${statuses}::text[]) OR s.status = 'nothing-asked')
      AND (${dueByOn}::date IS NULL OR s.status = 'renewal-open' OR s.due_on <= ${dueByOn}::date)
      AND (NOT ${isNeverBegun}::boolean OR NOT s.has_begun)
      AND (${ends?.fromOn ?? null}::date IS NULL
        OR s.valid_through BETWEEN ${ends?.fromOn ?? null}::date AND ${ends?.throughOn ?? null}::date)
    ORDER BY CASE ${sort} WHEN 'urgency' THEN s.urgency WHEN 'status' THEN s.urgency END
        * CASE WHEN ${descending}::boolean THEN -1 ELSE 1 END,
      CASE WHEN ${sort} IN ('urgency', 'due') AND NOT ${descending}::boolean THEN s.due_on
        WHEN ${sort} = 'through' AND NOT ${descending}::boolean THEN s.valid_through END,
      CASE WHEN ${sort} IN ('urgency', 'due') AND ${descending}::boolean THEN s.due_on
        WHEN ${sort} = 'through' AND ${descending}::boolean THEN s.valid_through END DESC NULLS LAST,
      CASE WHEN ${sort} = 'role' AND NOT ${descending}::boolean THEN m.role END COLLATE "C",
      CASE WHEN ${sort} = 'role' AND ${descending}::boolean THEN m.role END COLLATE "C" DESC,
      CASE WHEN ${sort} = 'name' AND ${descending}::boolean THEN s.name_key END DESC,
      s.name_key, s.staff_member_id, s.requirement_id`
}
