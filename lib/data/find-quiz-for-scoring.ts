import type { Tx } from '#lib/data/database'
import type { Quiz, QuizItem } from '#lib/domain/curriculum/score-attempt'
import type { ModuleVersionId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type { Language } from '#lib/domain/language'

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

/** Why each option and each prompt of an item is what it is, by its id. */
export type Rationales = Readonly<Record<string, string>>

/**
 * The words of the keys, by item id, in the reader's language where the version is translated: they tell the right answer as
 * the key does, and leave the data layer beside it only.
 */
export async function findRationales(
  tx: Tx,
  moduleVersionId: ModuleVersionId,
  itemIds: readonly string[],
  language: Language,
): Promise<ReadonlyMap<string, Rationales>> {
  const rows = await tx.$queryRaw<{ itemId: string; rationales: Rationales }[]>`
    SELECT k.item_id AS "itemId", coalesce(w.rationales, k.rationales) AS rationales
    FROM item_key k LEFT JOIN rationale_translation w ON w.module_version_id = k.module_version_id
      AND w.item_id = k.item_id AND w.language = ${language}
    WHERE k.module_version_id = ${moduleVersionId} AND k.item_id = ANY (${itemIds}::text[])`
  return new Map(rows.map(({ itemId, rationales }) => [itemId, rationales]))
}
