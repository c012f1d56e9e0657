import type { Tx } from '#lib/data/database'
import type { ItemKind } from '#lib/domain/curriculum/item-kind'
import type { ItemText, Vignette } from '#lib/domain/curriculum/module'
import type { Quiz, QuizItem } from '#lib/domain/curriculum/score-attempt'
import type { ModuleVersionId, PracticeId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type { Language } from '#lib/domain/language'

/**
 * The quiz with its keys, items in the order drawn. By this file alone keys leave the data layer; only submission, regrade,
 * authoring and the result of an attempt that was handed in may use it.
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

/** An item of an attempt that was handed in, with what is right about it and why, in the reader's language. */
export type KeyedItem = {
  readonly itemId: string
  readonly kind: ItemKind
  /** The text that it shares with the items beside it that have the same one. */
  readonly vignette: Vignette | null
  readonly stem: string
  /** Of the words: the version's own where it is not translated into the reader's. */
  readonly language: Language
  readonly prompts: readonly ItemText[]
  /** In the order shown. */
  readonly options: readonly ItemText[]
  /** What was answered. */
  readonly chosen: readonly string[]
  readonly correctOptionIds: readonly [string, ...string[]]
  readonly rationales: Rationales
}

type Explaining = {
  readonly practiceId: PracticeId
  readonly submissionId: string
  /** These items only; null for all. */
  readonly itemIds: readonly string[] | null
}

/**
 * What a result may explain, items in the order drawn. Of an item whose key was corrected since, the corrected one: nobody is
 * told what is known to be wrong. For the result of an attempt that was handed in, and for whoever sat it only.
 */
export async function listKeyedItems(
  tx: Tx,
  { practiceId, submissionId, itemIds }: Explaining,
  language: Language,
): Promise<KeyedItem[]> {
  return await tx.$queryRaw<KeyedItem[]>`
    SELECT i.item_id AS "itemId", i.kind, coalesce(iw.stem, i.stem) AS stem,
      coalesce(w.language, v.language) AS language, (SELECT told FROM jsonb_array_elements(coalesce(w.vignettes, v.vignettes)) told
        WHERE told ->> 'id' = i.vignette_id) AS vignette,
      in_order_shown(coalesce(iw.prompts, i.prompts), drawn.item -> 'promptIds') AS prompts,
      in_order_shown(coalesce(iw.options, i.options), drawn.item -> 'optionIds') AS options,
      k.correct_option_ids AS "correctOptionIds", coalesce(kw.rationales, k.rationales) AS rationales,
      coalesce(a.option_ids, '{}') AS chosen
    FROM submission s
    CROSS JOIN LATERAL jsonb_array_elements(s.items) WITH ORDINALITY AS drawn(item, place)
    JOIN item_version asked ON asked.module_version_id = s.module_version_id AND asked.item_id = drawn.item ->> 'itemId'
    JOIN module_version v ON v.id = newest_that_asks_the_same(s.module_version_id, asked.item_id)
    JOIN item_version i ON i.module_version_id = v.id AND i.item_id = asked.item_id
    JOIN item_key k ON k.module_version_id = v.id AND k.item_id = i.item_id
    LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
    LEFT JOIN item_translation iw ON iw.module_version_id = v.id AND iw.item_id = i.item_id AND iw.language = w.language
    LEFT JOIN rationale_translation kw ON kw.module_version_id = v.id AND kw.item_id = i.item_id
      AND kw.language = w.language
    LEFT JOIN answer a ON a.practice_id = s.practice_id AND a.submission_id = s.id AND a.item_id = i.item_id
    WHERE s.practice_id = ${practiceId}::uuid AND s.id = ${submissionId}::uuid
      AND (${itemIds}::text[] IS NULL OR i.item_id = ANY (${itemIds}::text[]))
    ORDER BY drawn.place LIMIT 200`
}
