import type { Tx } from '#lib/data/database'
import type { FormItem } from '#lib/data/track-form'
import type { ItemText } from '#lib/domain/curriculum/module'
import type { AssignmentId, ModuleVersionId, PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { LessonToShow } from '#lib/domain/training/test-out'

/** A question as the learner sees it, options in the frozen order. It never carries a key. */
export type FormQuestion = {
  readonly stem: string
  readonly prompts: readonly ItemText[]
  readonly options: readonly ItemText[]
  /** Of these words: the version's own where it is not translated into the reader's. */
  readonly language: Language
}

export async function findFormQuestion(
  tx: Tx,
  { moduleVersionId, itemId, promptIds, optionIds }: FormItem,
  language: Language,
): Promise<FormQuestion | undefined> {
  const rows = await tx.$queryRaw<FormQuestion[]>`
    SELECT coalesce(w.stem, i.stem) AS stem, coalesce(w.language, v.language) AS language,
      in_order_shown(coalesce(w.prompts, i.prompts), ${JSON.stringify(promptIds)}::jsonb) AS prompts,
      in_order_shown(coalesce(w.options, i.options), ${JSON.stringify(optionIds)}::jsonb) AS options
    FROM item_version i JOIN module_version v ON v.id = i.module_version_id
    LEFT JOIN item_translation w ON w.module_version_id = i.module_version_id AND w.item_id = i.item_id
      AND w.language = ${language}
    WHERE i.module_version_id = ${moduleVersionId} AND i.item_id = ${itemId}`
  return rows[0]
}

/** A lesson of a module that a form asked about, with what it takes to show that it is not needed. */
export type FormLesson = LessonToShow & {
  readonly moduleId: string
  readonly title: string
  readonly minutes: number
  /** Of the title. */
  readonly language: Language
}

/** The lessons of these versions, in order. One query. */
export async function listFormLessons(
  tx: Tx,
  versions: readonly ModuleVersionId[],
  language: Language,
): Promise<FormLesson[]> {
  return await tx.$queryRaw<FormLesson[]>`
    SELECT l.module_version_id AS "moduleVersionId", v.module_id AS "moduleId", l.lesson_id AS "lessonId",
      coalesce(w.title, l.title) AS title, l.minutes, coalesce(w.language, v.language) AS language, l.objectives,
      ARRAY(SELECT DISTINCT i.objective_id FROM item_version i WHERE i.module_version_id = v.id AND i.must_pass)
        AS "mustPassObjectives"
    FROM lesson l JOIN module_version v ON v.id = l.module_version_id
    LEFT JOIN lesson_translation w ON w.module_version_id = l.module_version_id AND w.lesson_id = l.lesson_id
      AND w.language = ${language}
    WHERE l.module_version_id = ANY (${versions}::text[])
    ORDER BY array_position(${versions}::text[], v.id), l.position LIMIT 2000`
}

/** The right answers of the form before the same training, by the newest keys; null where it was left out, or not answered to the end. */
export async function findCountBefore(
  tx: Tx,
  {
    practiceId,
    assignmentId,
    cycle,
  }: {
    readonly practiceId: PracticeId
    readonly assignmentId: AssignmentId
    readonly cycle: number
  },
): Promise<{ readonly right: number; readonly outOf: number } | null> {
  const rows = await tx.$queryRaw<{ right: number; outOf: number }[]>`
    SELECT count(*) FILTER (WHERE is_form_answer_right(g))::int AS right, jsonb_array_length(f.items) AS "outOf"
    FROM form_sitting f JOIN form_answer g ON g.practice_id = f.practice_id AND g.form_id = f.id
    WHERE f.practice_id = ${practiceId}::uuid AND f.assignment_id = ${assignmentId}::uuid AND f.cycle = ${cycle}
      AND f.moment = 'before'
    GROUP BY f.items HAVING count(*) >= jsonb_array_length(f.items)`
  return rows[0] ?? null
}
