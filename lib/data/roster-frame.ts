import type { Tx } from '#lib/data/database'
import type { PracticeId, RequirementId } from '#lib/domain/ids'

export type RosterFrame = {
  readonly requirements: readonly { readonly id: RequirementId; readonly name: string }[]
  /** Places of work that anybody has, by name. */
  readonly locations: readonly string[]
  /** Whether anybody works here beside whoever asks. */
  readonly hasColleagues: boolean
  /** The worker is still deriving where everybody stands. */
  readonly isDue: boolean
}

/**
 * What stands around the lists of a practice, one statement. It reads a few rows however many people there are: without an
 * order, two of a practice's staff are looked for among everybody's.
 */
export async function findRosterFrame(tx: Tx, practiceId: PracticeId): Promise<RosterFrame> {
  const [frame] = await tx.$queryRaw<RosterFrame[]>`
    WITH RECURSIVE place AS (
      SELECT min(location) AS location FROM staff_member
      WHERE practice_id = ${practiceId}::uuid AND hidden_at IS NULL
      UNION ALL SELECT (SELECT min(m.location) FROM staff_member m
        WHERE m.practice_id = ${practiceId}::uuid AND m.hidden_at IS NULL AND m.location > place.location)
      FROM place WHERE place.location IS NOT NULL
    )
    SELECT (SELECT coalesce(json_agg(r), '[]') FROM (SELECT id, name FROM requirement
        WHERE practice_id = ${practiceId}::uuid ORDER BY created_at, id LIMIT 200) r) AS requirements,
      (SELECT coalesce(json_agg(location), '[]') FROM (SELECT location FROM place
        WHERE location IS NOT NULL LIMIT 200) p) AS locations,
      (SELECT count(*) > 1 FROM (SELECT FROM staff_member
        WHERE practice_id = ${practiceId}::uuid AND hidden_at IS NULL ORDER BY practice_id, id LIMIT 2) m) AS "hasColleagues",
      coalesce((SELECT due_at IS NOT NULL FROM projection_state WHERE practice_id = ${practiceId}::uuid), true) AS "isDue"`
  if (!frame) throw new Error('a query without FROM answers one row')
  return frame
}
