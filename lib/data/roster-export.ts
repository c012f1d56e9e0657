import type { Tx } from '#lib/data/database'
import { type LineRow, type RosterPlace, rosterRowOf } from '#lib/data/roster-lines'
import type { Instant } from '#lib/domain/calendar'
import type { GroupRule, RosterRow } from '#lib/domain/compliance/roster'
import type { RosterQuery } from '#lib/domain/compliance/roster-page'
import type { PracticeId } from '#lib/domain/ids'

const rowsAtOnce = 200

/**
 * Every line of the table under its filters and in its order, from a cursor: the transaction stays open as long as somebody
 * reads, and no more than a batch stands in the memory. The requirements' names are read once before the first.
 */
export async function* streamRosterLines(
  tx: Tx,
  place: RosterPlace,
  query: RosterQuery,
  rule: GroupRule,
  now: Instant,
): AsyncGenerator<readonly RosterRow[]> {
  const names = await requirementNames(tx, place.practiceId)
  await openCursor(tx, place, query, rule)
  for (;;) {
    const rows = await tx.$queryRaw<LineRow[]>`FETCH FORWARD 200 FROM roster_export`
    if (rows.length > 0) yield rows.map((row) => rosterRowOf(row, names, now))
    if (rows.length < rowsAtOnce) break
  }
  await tx.$executeRaw`CLOSE roster_export`
}

async function requirementNames(tx: Tx, practiceId: PracticeId): Promise<ReadonlyMap<string, string>> {
  const requirements = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM requirement WHERE practice_id = ${practiceId}::uuid`
  return new Map(requirements.map(({ id, name }) => [id, name]))
}

/**
 * The parameters of a cursor are constants to the planner: what an order does not ask for is gone from it, and the order of
 * urgency is that of an index, whose first line comes at once. So everything else is looked up line by line, LATERAL … OFFSET
 * 0, which keeps that order.
 */
async function openCursor(
  tx: Tx,
  { practiceId, timeZone, today, part }: RosterPlace,
  { requirementId, role, location, employmentKind, search, sort, descending }: RosterQuery,
  { statuses, dueByOn, isNeverBegun, ends, owesUpdate }: GroupRule,
): Promise<void> {
  await tx.$executeRaw`
    DECLARE roster_export NO SCROLL CURSOR FOR
    SELECT m.id AS "staffMemberId", m.name, m.role, m.employment_kind AS "employmentKind", m.location,
      m.started_on::text AS "startedOn", m.ended_on::text AS "endedOn", s.has_begun AS "hasBegun",
      to_char(l.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "expiresAt",
      to_char(l.used_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "usedAt",
      l.expires_at IS NOT NULL AND l.used_at IS NULL AND EXISTS (SELECT FROM evidence_event e
        WHERE e.practice_id = s.practice_id AND e.staff_member_id = s.staff_member_id
        AND e.kind IN ('part-started', 'completed')) AS "hasBegunAny",
      s.requirement_id AS "requirementId", r.reminded_on AS "lastReminderOn", s.status, s.rule, s.authority,
      s.due_on::text AS "dueOn", s.opens_on::text AS "opensOn", s.valid_through::text AS "validThrough",
      s.obligation_began_on::text AS "obligationBeganOn", s.completed_on::text AS "completedOn",
      s.kept_from_on::text AS "keptFromOn", s.baseline_due_on::text AS "baselineDueOn",
      s.extended_to::text AS "extendedTo", s.return_due_on::text AS "returnDueOn",
      s.excused_through::text AS "excusedThrough", s.update_due_on::text AS "updateDueOn",
      s.grace_through::text AS "graceThrough"
    FROM status_span s
    CROSS JOIN LATERAL (
      SELECT * FROM staff_member one WHERE one.practice_id = ${practiceId}::uuid AND one.id = s.staff_member_id
        AND one.hidden_at IS NULL OFFSET 0
    ) m
    LEFT JOIN LATERAL (
      SELECT expires_at, used_at FROM one_time_link
      WHERE person_id = m.person_id AND practice_id = ${practiceId}::uuid AND kind = 'invitation'
      ORDER BY created_at DESC, used_at DESC NULLS FIRST LIMIT 1
    ) l ON true
    CROSS JOIN LATERAL (
      SELECT (max(recorded_at) AT TIME ZONE ${timeZone})::date::text AS reminded_on FROM reminder
      WHERE practice_id = ${practiceId}::uuid AND mail_message_id IS NOT NULL AND withdrawn_at IS NULL
        AND staff_member_id = s.staff_member_id AND requirement_id = s.requirement_id
    ) r
    WHERE s.practice_id = ${practiceId}::uuid
      AND s.from_on <= ${today}::date AND s.through_on >= ${today}::date AND s.has_left = ${part === 'ended'}
      AND (${requirementId}::uuid IS NULL OR s.requirement_id = ${requirementId}::uuid)
      AND (${role}::text IS NULL OR m.role = ${role}) AND (${location}::text IS NULL OR m.location = ${location})
      AND (${employmentKind}::text IS NULL OR m.employment_kind = ${employmentKind})
      AND (${search} = '' OR position(beacon_name_key(${search}) IN m.name_key) > 0)
      AND (s.status = ANY (${statuses}::text[]) OR s.status = 'nothing-asked')
      AND (${dueByOn}::date IS NULL OR s.status = 'renewal-open' OR s.due_on <= ${dueByOn}::date)
      AND (NOT ${isNeverBegun}::boolean OR NOT s.has_begun)
      AND (NOT ${owesUpdate}::boolean OR s.update_due_on IS NOT NULL)
      AND (${ends?.fromOn ?? null}::date IS NULL
        OR s.valid_through BETWEEN ${ends?.fromOn ?? null}::date AND ${ends?.throughOn ?? null}::date)
    ORDER BY CASE WHEN ${sort} IN ('urgency', 'status') AND NOT ${descending}::boolean THEN s.urgency END,
      CASE WHEN ${sort} IN ('urgency', 'status') AND ${descending}::boolean THEN s.urgency END DESC,
      CASE WHEN ${sort} IN ('urgency', 'due') AND NOT ${descending}::boolean THEN s.due_on END,
      CASE WHEN ${sort} IN ('urgency', 'due') AND ${descending}::boolean THEN s.due_on END DESC NULLS LAST,
      CASE WHEN ${sort} = 'through' AND NOT ${descending}::boolean THEN s.valid_through END,
      CASE WHEN ${sort} = 'through' AND ${descending}::boolean THEN s.valid_through END DESC NULLS LAST,
      CASE WHEN ${sort} = 'role' AND NOT ${descending}::boolean THEN m.role END COLLATE "C",
      CASE WHEN ${sort} = 'role' AND ${descending}::boolean THEN m.role END COLLATE "C" DESC,
      CASE WHEN ${sort} = 'name' AND ${descending}::boolean THEN s.name_key END DESC,
      s.name_key, s.staff_member_id, s.requirement_id`
}
