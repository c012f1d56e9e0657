import type { Tx } from '#lib/data/database'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import type { Contact, Source, Term } from '#lib/domain/curriculum/reference'
import type { ModuleVersionId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { boundedCache } from '#lib/system/bounded-cache'

/** The text of a lesson and everything that it points at, as it stands today. */
export type LessonText = {
  readonly tree: LessonTree
  /** Of the tree: the version's own where it is not translated. */
  readonly language: Language
  readonly contacts: readonly Contact[]
  readonly sources: readonly Source[]
  readonly terms: readonly Term[]
}

// The trees never change. The registers do, and with them the library's mark, which is part of the key.
const texts = boundedCache<LessonText>(200)

/**
 * Undefined where the version has no such lesson. One query, or none where this process knows the text. `libraryMark` is the
 * one of `StoredCycle`.
 */
export async function findLessonText(
  tx: Tx,
  moduleVersionId: ModuleVersionId,
  lessonId: string,
  language: Language,
  libraryMark: string,
): Promise<LessonText | undefined> {
  const key = JSON.stringify([libraryMark, moduleVersionId, lessonId, language])
  const known = texts.get(key)
  if (known) return known
  const text = await readLessonText(tx, moduleVersionId, lessonId, language)
  if (text) texts.set(key, text)
  return text
}

async function readLessonText(
  tx: Tx,
  moduleVersionId: ModuleVersionId,
  lessonId: string,
  language: Language,
): Promise<LessonText | undefined> {
  const rows = await tx.$queryRaw<LessonText[]>`
    SELECT coalesce(w.tree, l.tree) AS tree, coalesce(w.language, v.language) AS language,
      (SELECT coalesce(json_agg(e.content), '[]') FROM register_entry e
        WHERE e.register = 'contacts' AND e.entry_id = ANY (l.contacts)) AS contacts,
      (SELECT coalesce(json_agg(e.content), '[]') FROM register_entry e
        WHERE e.register = 'sources' AND e.entry_id = ANY (l.sources)) AS sources,
      (SELECT coalesce(json_agg(e.content), '[]') FROM register_entry e
        WHERE e.register = 'terms' AND e.entry_id = ANY (l.terms)) AS terms
    FROM lesson l
    JOIN module_version v ON v.id = l.module_version_id
    LEFT JOIN lesson_translation w ON w.module_version_id = l.module_version_id AND w.lesson_id = l.lesson_id
      AND w.language = ${language}
    WHERE l.module_version_id = ${moduleVersionId} AND l.lesson_id = ${lessonId}`
  return rows[0]
}
