import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { ProjectedSpan, ShownAnswer } from '#lib/domain/compliance/projection'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

/** A row of `status_span` as the queries here select it: days as text. */
export type SpanRow = {
  readonly status: ShownAnswer['status']
  readonly rule: ShownAnswer['because']['rule']
  readonly authority: ShownAnswer['authority']
  readonly dueOn: LocalDate | null
  readonly opensOn: LocalDate | null
  readonly validThrough: LocalDate | null
  readonly obligationBeganOn: LocalDate | null
  readonly completedOn: LocalDate | null
  readonly keptFromOn: LocalDate | null
  readonly baselineDueOn: LocalDate | null
  readonly extendedTo: LocalDate | null
  readonly returnDueOn: LocalDate | null
  readonly excusedThrough: LocalDate | null
  readonly updateDueOn: LocalDate | null
  readonly graceThrough: LocalDate | null
}

/** The answer that a row holds. */
export function answerOf(row: SpanRow): ShownAnswer {
  const { status, rule, authority, dueOn, opensOn, validThrough } = row
  const { obligationBeganOn, completedOn, keptFromOn, baselineDueOn, extendedTo, returnDueOn } = row
  const { excusedThrough, updateDueOn, graceThrough } = row
  return {
    status: (status as string) === 'nothing-asked' ? 'not-required' : status,
    dueOn,
    opensOn,
    validThrough,
    authority,
    because: {
      rule,
      obligationBeganOn,
      completedOn,
      keptFromOn,
      baselineDueOn,
      extendedTo,
      returnDueOn,
      excusedThrough,
      updateDueOn,
      graceThrough,
    },
  }
}

type StoredSpan = SpanRow & {
  readonly line: string
  readonly from: LocalDate
  readonly through: LocalDate | null
  readonly hasLeft: boolean
  readonly hasBegun: boolean
}

/** Everything that is stored about these people, by `staff-member requirement`, in the order of the days. */
export async function listStoredSpans(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberIds: readonly StaffMemberId[],
): Promise<ReadonlyMap<string, readonly ProjectedSpan[]>> {
  const rows = await tx.$queryRaw<StoredSpan[]>`
    SELECT staff_member_id || ' ' || requirement_id AS line, from_on::text AS "from",
      CASE WHEN isfinite(through_on) THEN through_on::text END AS through, has_left AS "hasLeft",
      has_begun AS "hasBegun", status, rule, authority, due_on::text AS "dueOn", opens_on::text AS "opensOn",
      valid_through::text AS "validThrough", obligation_began_on::text AS "obligationBeganOn",
      completed_on::text AS "completedOn", kept_from_on::text AS "keptFromOn",
      baseline_due_on::text AS "baselineDueOn", extended_to::text AS "extendedTo",
      return_due_on::text AS "returnDueOn", excused_through::text AS "excusedThrough",
      update_due_on::text AS "updateDueOn", grace_through::text AS "graceThrough"
    FROM status_span
    WHERE practice_id = ${practiceId}::uuid AND staff_member_id = ANY (${staffMemberIds}::uuid[])
    ORDER BY staff_member_id, requirement_id, from_on`
  const lines = Map.groupBy(rows, ({ line }) => line)
  return new Map([...lines].map(([line, spans]) => [line, spans.map(spanOf)]))
}

function spanOf({ from, through, hasLeft, hasBegun, ...row }: StoredSpan): ProjectedSpan {
  return { from, through, hasLeft, hasBegun, answer: answerOf(row) }
}

export type TallyFault = {
  readonly on: LocalDate
  readonly requirementId: string
  readonly tally: string
  readonly counted: number
  readonly told: number
}

/** Where the counts differ from a recount of the spans, on these days: each line is recounted in full. */
export async function listTallyFaults(
  tx: Tx,
  practiceId: PracticeId,
  days: readonly LocalDate[],
): Promise<TallyFault[]> {
  return await tx.$queryRaw<TallyFault[]>`
    WITH day AS (SELECT unnest(${days}::date[]) AS on_day), counted AS (
      SELECT d.on_day, s.requirement_id, t.tally, count(*)::int AS counted
      FROM day d
      JOIN status_span s ON s.practice_id = ${practiceId}::uuid AND d.on_day BETWEEN s.from_on AND s.through_on
      CROSS JOIN LATERAL (
        SELECT CASE WHEN s.has_left THEN 'left' ELSE s.status END AS tally
        UNION ALL SELECT 'soon ' || s.status WHERE s.status IN ('not-started', 'in-progress') AND d.on_day >= s.due_on - 30
        UNION ALL SELECT 'never ' || s.status WHERE s.status IN ('not-started', 'in-grace', 'overdue') AND NOT s.has_begun
        UNION ALL SELECT 'update ' || s.status
          WHERE s.status IN ('overdue', 'in-grace', 'renewal-open', 'compliant') AND s.update_due_on IS NOT NULL
        UNION ALL SELECT 'ends ' || to_char(s.valid_through, 'YYYY-Q') || ' ' || s.status
          WHERE s.status IN ('compliant', 'renewal-open') AND s.valid_through IS NOT NULL
      ) t
      GROUP BY d.on_day, s.requirement_id, t.tally
    ), told AS (
      SELECT d.on_day, t.requirement_id, t.tally, sum(t.delta)::int AS told
      FROM day d JOIN status_tally t ON t.practice_id = ${practiceId}::uuid AND t.on_day <= d.on_day
      GROUP BY d.on_day, t.requirement_id, t.tally HAVING sum(t.delta) <> 0
    )
    SELECT on_day::text AS "on", requirement_id AS "requirementId", tally, coalesce(counted, 0) AS counted,
      coalesce(told, 0) AS told
    FROM counted FULL JOIN told USING (on_day, requirement_id, tally)
    WHERE counted IS DISTINCT FROM told ORDER BY 1, 2, 3 LIMIT 100`
}
