import type { Tx } from '#lib/data/database'
import type { GateReasons } from '#lib/domain/authoring/gates'
import type { LocalDate } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

/** What somebody said when a publication was planned. */
export type PublicationPlan = {
  readonly by: StaffMemberId
  readonly publishOn: LocalDate
  readonly terms: { readonly reasons: GateReasons; readonly dueOn: LocalDate | null }
  /** Of the practice. */
  readonly timeZone: string
  /** The module or case was retired since. */
  readonly isRetired: boolean
}

/** Drafts whose publication is planned for this day or an earlier one; whether the plan still stands, their state says. */
export async function listPlannedDrafts(tx: Tx, practiceId: PracticeId, today: LocalDate): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.draft_id AS id FROM draft_event e
    WHERE e.practice_id = ${practiceId}::uuid AND e.kind = 'scheduled' AND e.details ->> 'publishOn' <= ${today}
      AND NOT EXISTS (SELECT FROM draft_event n WHERE n.practice_id = e.practice_id AND n.draft_id = e.draft_id
        AND n.number > e.number)
    ORDER BY e.details ->> 'publishOn', e.draft_id LIMIT 200`
  return rows.map(({ id }) => id)
}

/** The plan of a draft; undefined where nothing is planned. */
export async function findPlan(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
): Promise<PublicationPlan | undefined> {
  const rows = await tx.$queryRaw<PublicationPlan[]>`
    SELECT e.by_staff_member_id AS by, e.details ->> 'publishOn' AS "publishOn", e.details -> 'terms' AS terms,
      p.time_zone AS "timeZone",
      EXISTS (SELECT FROM draft o JOIN draft_event r ON r.practice_id = o.practice_id AND r.draft_id = o.id
        WHERE o.practice_id = d.practice_id AND o.authored_id = d.authored_id AND r.kind = 'retired' AND r.at >= e.at)
        AS "isRetired"
    FROM draft_event e JOIN draft d ON d.practice_id = e.practice_id AND d.id = e.draft_id
    JOIN practice p ON p.id = e.practice_id
    WHERE e.practice_id = ${practiceId}::uuid AND e.draft_id = ${draftId}::uuid AND e.kind = 'scheduled'
    ORDER BY e.number DESC LIMIT 1`
  return rows[0]
}
