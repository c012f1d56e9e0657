import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { Tallies } from '#lib/domain/compliance/tallies'
import type { PracticeId } from '#lib/domain/ids'

type Place = { readonly practiceId: PracticeId; readonly today: LocalDate }

export type PracticeTallies = {
  readonly practiceId: PracticeId
  readonly tallies: Tallies
  readonly requirements: number
  readonly isDue: boolean
}

/** The counts of several practices, each on its own day, one statement. */
export async function listPracticeTallies(
  tx: Tx,
  places: readonly Place[],
): Promise<readonly PracticeTallies[]> {
  type Row = Omit<PracticeTallies, 'tallies'> & { readonly tallies: Record<string, number> | null }
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p."practiceId", (
        SELECT json_object_agg(tally, count) FROM (
          SELECT tally, sum(delta)::int AS count FROM status_tally t
          WHERE t.practice_id = p."practiceId" AND t.on_day <= p.today GROUP BY tally) counted
      ) AS tallies,
      (SELECT count(*)::int FROM requirement r WHERE r.practice_id = p."practiceId") AS requirements,
      coalesce((SELECT s.due_at IS NOT NULL FROM projection_state s WHERE s.practice_id = p."practiceId"), true) AS "isDue"
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS p ("practiceId" uuid, today date)`
  return rows.map((row) => ({ ...row, tallies: new Map(Object.entries(row.tallies ?? {})) }))
}
