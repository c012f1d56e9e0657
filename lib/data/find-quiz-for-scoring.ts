import type { Tx } from '#lib/data/database'
import type { Quiz, QuizItem } from '#lib/domain/curriculum/score-attempt'
import type { ModuleVersionId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'

/**
 * The quiz with its keys, items in the order drawn. The one way by which keys leave the data layer; only submission,
 * regrade and authoring may use it.
 */
export async function findQuizForScoring(
  tx: Tx,
  moduleVersionId: ModuleVersionId,
  itemIds: readonly string[],
): Promise<Quiz> {
  const rows = await tx.$queryRaw<(QuizItem & { passMarkPercent: number })[]>`
    SELECT i.item_id AS id, i.kind, i.objective_id AS "objectiveId", i.must_pass AS "mustPass",
      k.correct_option_ids AS "correctOptionIds", v.pass_mark_percent AS "passMarkPercent"
    FROM unnest(${itemIds}::text[]) WITH ORDINALITY AS wanted(id, place)
    JOIN item_version i ON i.module_version_id = ${moduleVersionId} AND i.item_id = wanted.id
    JOIN item_key k ON k.module_version_id = i.module_version_id AND k.item_id = i.item_id
    JOIN module_version v ON v.id = i.module_version_id
    ORDER BY wanted.place`
  const [first, ...rest] = rows
  invariant(first && rows.length === itemIds.length, 'every item of a sitting has a key')
  return { passMarkPercent: first.passMarkPercent, items: [first, ...rest] }
}
