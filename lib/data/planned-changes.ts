import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

/** The practice's zone, where the practice is there and open to the transaction. */
export async function findTimeZone(tx: Tx, practiceId: PracticeId): Promise<string | null> {
  const row = await tx.practice.findUnique({ where: { id: practiceId }, select: { timeZone: true } })
  return row?.timeZone ?? null
}

/**
 * Staff whose post was to change on one of these days, both included, by a fact that was written before its day. What was
 * written on or after its day changed the row at once.
 */
export async function listStaffWithChangesIn(
  tx: Tx,
  { practiceId, timeZone }: { readonly practiceId: PracticeId; readonly timeZone: string },
  from: LocalDate,
  through: LocalDate,
): Promise<StaffMemberId[]> {
  const rows = await tx.$queryRaw<{ id: StaffMemberId }[]>`
    SELECT DISTINCT staff_member_id AS id FROM evidence_event
    WHERE practice_id = ${practiceId}::uuid
      AND kind IN ('role-started', 'location-set', 'employment-kind-set', 'corrected')
      AND effective_on BETWEEN ${from}::date AND ${through}::date
      AND (recorded_at AT TIME ZONE ${timeZone})::date < effective_on
    ORDER BY id LIMIT 10000`
  return rows.map(({ id }) => id)
}
