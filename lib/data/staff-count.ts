import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'

/** Administrators whose employment has no end in sight. The rows stay locked, so that two cannot leave at once. */
export async function countAdministrators(tx: Tx, practiceId: PracticeId, today: LocalDate): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM staff_member
    WHERE practice_id = ${practiceId}::uuid AND 'administer' = ANY (capabilities)
      AND started_on <= ${today}::date AND ended_on IS NULL
    ORDER BY id FOR UPDATE`
  return rows.length
}
