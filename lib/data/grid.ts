import type { Tx } from '#lib/data/database'
import type { RosterPlace } from '#lib/data/roster-lines'
import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceStatus } from '#lib/domain/compliance/answer'
import type { GroupRule } from '#lib/domain/compliance/roster'
import type { RosterQuery } from '#lib/domain/compliance/roster-page'
import type { StaffMemberId } from '#lib/domain/ids'

export type GridCell = {
  readonly requirementId: string
  readonly status: ComplianceStatus
  readonly dueOn: LocalDate | null
  readonly validThrough: LocalDate | null
}

export type GridPerson = {
  readonly staffMemberId: StaffMemberId
  readonly name: string
  readonly role: string
  readonly cells: readonly GridCell[]
}

type Wanted = {
  readonly query: RosterQuery
  readonly rule: GroupRule
  readonly skip: number
  readonly take: number
}

/** People by name, those who have at least one line that the filter asks for, each with every one of their lines. */
export async function listGrid(
  tx: Tx,
  { practiceId, today, part }: RosterPlace,
  { query, rule, skip, take }: Wanted,
): Promise<{ readonly people: readonly GridPerson[]; readonly total: number }> {
  const { requirementId, role, location, employmentKind, search } = query
  const { statuses, dueByOn, isNeverBegun, ends, owesUpdate } = rule
  const [grid] = await tx.$queryRaw<{ people: GridPerson[]; total: number }[]>`
    WITH staff AS MATERIALIZED (
      SELECT m.id, m.name, m.role, m.name_key FROM staff_member m
      WHERE m.practice_id = ${practiceId}::uuid AND m.hidden_at IS NULL
        AND (${role}::text IS NULL OR m.role = ${role}) AND (${location}::text IS NULL OR m.location = ${location})
        AND (${employmentKind}::text IS NULL OR m.employment_kind = ${employmentKind})
        AND (${search} = '' OR position((SELECT beacon_name_key(${search})) IN m.name_key) > 0)
        AND CASE WHEN ${query.group === null && requirementId === null}::boolean
          THEN (m.ended_on IS NOT NULL AND m.ended_on < ${today}::date) = ${part === 'ended'}
          ELSE EXISTS (SELECT FROM (
              SELECT * FROM status_span s WHERE s.practice_id = ${practiceId}::uuid AND s.staff_member_id = m.id OFFSET 0
            ) s
            WHERE s.from_on <= ${today}::date AND s.through_on >= ${today}::date AND s.has_left = ${part === 'ended'}
              AND (${requirementId}::uuid IS NULL OR s.requirement_id = ${requirementId}::uuid)
              AND s.status = ANY (${statuses}::text[])
              AND (${dueByOn}::date IS NULL OR s.status = 'renewal-open' OR s.due_on <= ${dueByOn}::date)
              AND (NOT ${isNeverBegun}::boolean OR NOT s.has_begun)
              AND (NOT ${owesUpdate}::boolean OR s.update_due_on IS NOT NULL)
              AND (${ends?.fromOn ?? null}::date IS NULL
                OR s.valid_through BETWEEN ${ends?.fromOn ?? null}::date AND ${ends?.throughOn ?? null}::date)) END
    ), page AS (
      SELECT * FROM staff ORDER BY name_key, id OFFSET ${skip}::int LIMIT ${take}::int
    )
    SELECT (SELECT count(*)::int FROM staff) AS total, (SELECT coalesce(json_agg(person ORDER BY name_key, id), '[]')
      FROM (
        SELECT p.name_key, p.id, json_build_object('staffMemberId', p.id, 'name', p.name, 'role', p.role, 'cells', (
          SELECT coalesce(json_agg(json_build_object('requirementId', s.requirement_id, 'status', s.status,
            'dueOn', s.due_on, 'validThrough', s.valid_through)), '[]')
          FROM (
            SELECT * FROM status_span s WHERE s.practice_id = ${practiceId}::uuid AND s.staff_member_id = p.id OFFSET 0
          ) s
          WHERE s.from_on <= ${today}::date AND s.through_on >= ${today}::date
        )) AS person FROM page p
      ) shown) AS people`
  return grid ?? { people: [], total: 0 }
}
