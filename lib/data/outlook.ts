import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { Tallies } from '#lib/domain/compliance/tallies'
import type { PracticeId } from '#lib/domain/ids'

/** The counts of a practice on each of these days, the earliest first, if nothing is recorded any more. One pass. */
export async function listTalliesOn(
  tx: Tx,
  practiceId: PracticeId,
  days: readonly LocalDate[],
): Promise<readonly Tallies[]> {
  const rows = await tx.$queryRaw<{ since: LocalDate; tally: string; delta: number }[]>`
    SELECT (SELECT min(d)::text FROM unnest(${days}::date[]) d WHERE d >= t.on_day) AS since, t.tally,
      sum(t.delta)::int AS delta
    FROM (SELECT on_day, tally, sum(delta) AS delta FROM status_tally
      WHERE practice_id = ${practiceId}::uuid AND on_day <= ${days.at(-1) ?? null}::date GROUP BY on_day, tally) t
    GROUP BY 1, 2`
  const sums = new Map<string, number>()
  return days.map((day) => {
    for (const { since, tally, delta } of rows) {
      if (since === day) sums.set(tally, (sums.get(tally) ?? 0) + delta)
    }
    return new Map(sums)
  })
}
