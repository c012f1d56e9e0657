import type { Tx } from '#lib/data/database'
import { nothingAsked } from '#lib/data/projection'
import type { RosterFrame } from '#lib/data/roster-frame'
import { answerOf, type SpanRow } from '#lib/data/stored-spans'
import { type InvitationRecord, invitationState } from '#lib/domain/access/invitation'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { GroupRule, RosterRow } from '#lib/domain/compliance/roster'
import type { RosterQuery } from '#lib/domain/compliance/roster-page'
import type { Stretch, Tallies } from '#lib/domain/compliance/tallies'
import type { PracticeId, RequirementId, StaffMemberId } from '#lib/domain/ids'

// Today's lists, out of the projection. Whatever the size of the practice, the counts are read as they are kept and the page
// is found by them: only a filter or an order that nothing is kept for reads the lines of everybody whom it concerns. It
// does so person by person, LATERAL … OFFSET 0, and looks at the days outside of it: where it may skip through an index of
// ours by them, PostgreSQL reads the whole practice once for each person.

export type RosterPlace = {
  readonly practiceId: PracticeId
  readonly timeZone: string
  readonly today: LocalDate
  /** Those who left, or everybody else. */
  readonly part: 'current' | 'ended'
}

/** What all people are asked for their own sake and not for their standing. */
export type StaffFilter = Pick<RosterQuery, 'role' | 'location' | 'employmentKind' | 'search'>

export function filtersStaff({ role, location, employmentKind, search }: StaffFilter): boolean {
  return role !== null || location !== null || employmentKind !== null || search !== ''
}

/** The counts of the practice, or of one of its requirements, as they are kept. */
export async function findTallies(
  tx: Tx,
  { practiceId, today, part }: RosterPlace,
  requirementId: string | null,
): Promise<Tallies> {
  const rows = await tx.$queryRaw<{ tally: string; count: number }[]>`
    SELECT CASE tally WHEN 'nothing-asked' THEN 'not-required' ELSE tally END AS tally, sum(delta)::int AS count
    FROM status_tally
    WHERE practice_id = ${practiceId}::uuid AND on_day <= ${today}::date
      AND (${requirementId}::uuid IS NULL OR requirement_id = ${requirementId}::uuid)
    GROUP BY 1`
  const tallies = new Map(rows.map(({ tally, count }) => [tally, count]))
  return part === 'current' ? tallies : new Map([['not-required', tallies.get('left') ?? 0]])
}

/** The same, counted among the people of a filter; `people` is how many they are. */
export async function countTallies(
  tx: Tx,
  { practiceId, today, part }: RosterPlace,
  requirementId: string | null,
  { role, location, employmentKind, search }: StaffFilter,
): Promise<{ readonly tallies: Tallies; readonly people: number }> {
  const rows = await tx.$queryRaw<{ tally: string | null; count: number; people: number }[]>`
    WITH staff AS MATERIALIZED (
      SELECT m.id FROM staff_member m
      WHERE m.practice_id = ${practiceId}::uuid AND m.hidden_at IS NULL
        AND (${role}::text IS NULL OR m.role = ${role}) AND (${location}::text IS NULL OR m.location = ${location})
        AND (${employmentKind}::text IS NULL OR m.employment_kind = ${employmentKind})
        AND (${search} = '' OR position((SELECT beacon_name_key(${search})) IN m.name_key) > 0)
    ), line AS MATERIALIZED (
      SELECT s.* FROM staff CROSS JOIN LATERAL (
        SELECT * FROM status_span s WHERE s.practice_id = ${practiceId}::uuid AND s.staff_member_id = staff.id OFFSET 0
      ) s
      WHERE s.from_on <= ${today}::date AND s.through_on >= ${today}::date AND s.has_left = ${part === 'ended'}
        AND (${requirementId}::uuid IS NULL OR s.requirement_id = ${requirementId}::uuid)
    )
    SELECT CASE tally WHEN 'nothing-asked' THEN 'not-required' ELSE tally END AS tally, count(*)::int AS count,
      0 AS people
    FROM line CROSS JOIN LATERAL (
      SELECT line.status AS tally
      UNION ALL SELECT 'soon ' || line.status
        WHERE line.status IN ('not-started', 'in-progress') AND line.due_on <= ${today}::date + 30
      UNION ALL SELECT 'never ' || line.status
        WHERE line.status IN ('not-started', 'in-grace', 'overdue') AND NOT line.has_begun
      UNION ALL SELECT 'update ' || line.status
        WHERE line.status IN ('overdue', 'in-grace', 'renewal-open', 'compliant') AND line.update_due_on IS NOT NULL
      UNION ALL SELECT 'ends ' || to_char(line.valid_through, 'YYYY-Q') || ' ' || line.status
        WHERE line.status IN ('compliant', 'renewal-open') AND line.valid_through IS NOT NULL
    ) counted GROUP BY 1
    UNION ALL SELECT NULL, 0, count(DISTINCT staff_member_id)::int FROM line`
  const tallies = new Map(rows.flatMap(({ tally, count }) => (tally === null ? [] : [[tally, count]])))
  return { tallies, people: rows.find(({ tally }) => tally === null)?.people ?? 0 }
}

type LineKey = {
  readonly staffMemberId: StaffMemberId
  readonly requirementId: string
  readonly from: LocalDate
}

/** One page in the order of urgency, found by the counts: as many rows are read as are passed over and shown. */
export async function listByUrgency(
  tx: Tx,
  { practiceId, today, part }: RosterPlace,
  requirementId: string | null,
  { rule, stretches }: { readonly rule: GroupRule; readonly stretches: readonly Stretch[] },
): Promise<readonly LineKey[]> {
  if (stretches.length === 0) return []
  const { dueByOn, isNeverBegun, ends, owesUpdate } = rule
  return await tx.$queryRaw<LineKey[]>`
    SELECT line.staff_member_id AS "staffMemberId", line.requirement_id AS "requirementId", line.from_on::text AS "from"
    FROM jsonb_to_recordset(${JSON.stringify(stretches)}::jsonb) AS stretch (urgency smallint, skip int, take int)
    CROSS JOIN LATERAL (
      SELECT s.staff_member_id, s.requirement_id, s.from_on, s.urgency, s.due_on, s.name_key FROM status_span s
      WHERE s.practice_id = ${practiceId}::uuid AND s.has_left = ${part === 'ended'} AND s.urgency = stretch.urgency
        AND s.from_on <= ${today}::date AND s.through_on >= ${today}::date
        AND (${requirementId}::uuid IS NULL OR s.requirement_id = ${requirementId}::uuid)
        AND (${dueByOn}::date IS NULL OR s.status = 'renewal-open' OR s.due_on <= ${dueByOn}::date)
        AND (NOT ${isNeverBegun}::boolean OR NOT s.has_begun)
        AND (NOT ${owesUpdate}::boolean OR s.update_due_on IS NOT NULL)
        AND (${ends?.fromOn ?? null}::date IS NULL OR (s.due_on >= ${ends?.fromOn ?? null}::date
          AND s.valid_through BETWEEN ${ends?.fromOn ?? null}::date AND ${ends?.throughOn ?? null}::date))
      ORDER BY s.due_on, s.name_key, s.staff_member_id, s.requirement_id
      OFFSET stretch.skip LIMIT stretch.take
    ) line
    ORDER BY line.urgency, line.due_on, line.name_key, line.staff_member_id, line.requirement_id`
}

type Page = { readonly rule: GroupRule; readonly skip: number; readonly take: number }

/**
 * One page in any order and under any filter. It is planned each time for what is asked: by name, the people are walked
 * through in that order and no further than the page; else the lines of everybody in the filter are read.
 */
export async function listSorted(
  tx: Tx,
  { practiceId, today, part }: RosterPlace,
  { requirementId, role, location, employmentKind, search, sort, descending }: RosterQuery,
  { rule, skip, take }: Page,
): Promise<readonly LineKey[]> {
  const { statuses, dueByOn, isNeverBegun, ends, owesUpdate } = rule
  await tx.$executeRaw`SET LOCAL plan_cache_mode = force_custom_plan`
  const keys = await tx.$queryRaw<LineKey[]>`
    SELECT m.id AS "staffMemberId", s.requirement_id AS "requirementId", s.from_on::text AS "from"
    FROM staff_member m CROSS JOIN LATERAL (
      SELECT * FROM status_span one WHERE one.practice_id = ${practiceId}::uuid AND one.staff_member_id = m.id OFFSET 0
    ) s
    WHERE m.practice_id = ${practiceId}::uuid AND m.hidden_at IS NULL
      AND (${role}::text IS NULL OR m.role = ${role}) AND (${location}::text IS NULL OR m.location = ${location})
      AND (${employmentKind}::text IS NULL OR m.employment_kind = ${employmentKind})
      AND (${search} = '' OR position(beacon_name_key(${search}) IN m.name_key) > 0)
      AND s.from_on <= ${today}::date AND s.through_on >= ${today}::date AND s.has_left = ${part === 'ended'}
      AND (${requirementId}::uuid IS NULL OR s.requirement_id = ${requirementId}::uuid)
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
      CASE WHEN ${sort} = 'name' AND ${descending}::boolean THEN m.name_key END DESC,
      m.name_key, m.id, s.requirement_id
    OFFSET ${skip}::int LIMIT ${take}::int`
  await tx.$executeRaw`SET LOCAL plan_cache_mode = auto`
  return keys
}

export type LineRow = SpanRow &
  InvitationRecord & {
    readonly staffMemberId: StaffMemberId
    readonly name: string
    readonly role: string
    readonly employmentKind: string
    readonly location: string | null
    readonly startedOn: LocalDate
    readonly endedOn: LocalDate | null
    readonly hasBegun: boolean
    /** Only asked where an invitation waits. */
    readonly hasBegunAny: boolean
    readonly requirementId: RequirementId
    readonly lastReminderOn: LocalDate | null
  }

type Wanted = { readonly keys: readonly LineKey[]; readonly requirements: RosterFrame['requirements'] }

/** Everything that a table shows of these lines, in their order. Each is looked up by itself, and read alone. */
export async function readLines(
  tx: Tx,
  { practiceId, timeZone }: RosterPlace,
  { keys, requirements }: Wanted,
  now: Instant,
): Promise<readonly RosterRow[]> {
  if (keys.length === 0) return []
  const rows = await tx.$queryRaw<LineRow[]>`
    SELECT m.id AS "staffMemberId", m.name, m.role, m.employment_kind AS "employmentKind", m.location,
      m.started_on::text AS "startedOn", m.ended_on::text AS "endedOn", s.has_begun AS "hasBegun",
      to_char(l.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "expiresAt",
      to_char(l.used_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "usedAt",
      l.expires_at IS NOT NULL AND l.used_at IS NULL AND EXISTS (SELECT FROM evidence_event e
        WHERE e.practice_id = s.practice_id AND e.staff_member_id = s.staff_member_id
        AND e.kind IN ('part-started', 'completed')) AS "hasBegunAny",
      s.requirement_id AS "requirementId",
      (SELECT (max(r.recorded_at) AT TIME ZONE ${timeZone})::date::text FROM reminder r
        WHERE r.practice_id = s.practice_id AND r.mail_message_id IS NOT NULL AND r.withdrawn_at IS NULL
        AND r.staff_member_id = s.staff_member_id AND r.requirement_id = s.requirement_id) AS "lastReminderOn",
      s.status, s.rule, s.authority, s.due_on::text AS "dueOn", s.opens_on::text AS "opensOn",
      s.valid_through::text AS "validThrough", s.obligation_began_on::text AS "obligationBeganOn",
      s.completed_on::text AS "completedOn", s.kept_from_on::text AS "keptFromOn",
      s.baseline_due_on::text AS "baselineDueOn", s.extended_to::text AS "extendedTo",
      s.return_due_on::text AS "returnDueOn", s.excused_through::text AS "excusedThrough",
      s.update_due_on::text AS "updateDueOn", s.grace_through::text AS "graceThrough"
    FROM jsonb_to_recordset(${JSON.stringify(keys.map((key, place) => ({ ...key, place })))}::jsonb)
      AS wanted ("staffMemberId" uuid, "requirementId" uuid, "from" date, place int)
    CROSS JOIN LATERAL (
      SELECT * FROM status_span one WHERE one.practice_id = ${practiceId}::uuid
        AND one.staff_member_id = wanted."staffMemberId" AND one.requirement_id = wanted."requirementId"
        AND one.from_on = wanted."from" OFFSET 0
    ) s
    CROSS JOIN LATERAL (
      SELECT * FROM staff_member one WHERE one.practice_id = ${practiceId}::uuid AND one.id = wanted."staffMemberId" OFFSET 0
    ) m
    LEFT JOIN LATERAL (
      SELECT expires_at, used_at FROM one_time_link
      WHERE person_id = m.person_id AND practice_id = m.practice_id AND kind = 'invitation'
      ORDER BY created_at DESC, used_at DESC NULLS FIRST LIMIT 1
    ) l ON true
    ORDER BY wanted.place`
  const names = new Map<string, string>(requirements.map(({ id, name }) => [id, name]))
  return rows.map((row) => rosterRowOf(row, names, now))
}

/** A line as it is read, as what a table and a file show. */
export function rosterRowOf(
  row: LineRow,
  requirementNames: ReadonlyMap<string, string>,
  now: Instant,
): RosterRow {
  const { staffMemberId, name, role, employmentKind, location, startedOn, endedOn, hasBegun } = row
  const invitation = invitationState(row, row.hasBegunAny, now)
  const person = { staffMemberId, name, role, employmentKind, location, startedOn, endedOn, invitation }
  const isAsked = row.requirementId !== (nothingAsked as string)
  return {
    person,
    requirement: isAsked
      ? { id: row.requirementId, name: requirementNames.get(row.requirementId) ?? '' }
      : null,
    answer: isAsked ? answerOf(row) : null,
    hasBegun,
    lastReminderOn: row.lastReminderOn,
  }
}
