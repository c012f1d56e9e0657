import type { Tx } from '#lib/data/database'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import type { Contact, Source, Term } from '#lib/domain/curriculum/reference'
import type { ModuleVersionId } from '#lib/domain/ids'
import { boundedCache } from '#lib/system/bounded-cache'

/** The text of a lesson and everything that it points at, as it stands today. */
export type LessonText = {
  readonly tree: LessonTree
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
  libraryMark: string,
): Promise<LessonText | undefined> {
  const key = JSON.stringify([libraryMark, moduleVersionId, lessonId])
  const known = texts.get(key)
  if (known) return known
  const text = await readLessonText(tx, moduleVersionId, lessonId)
  if (text) texts.set(key, text)
  return text
}

async function readLessonText(
  tx: Tx,
  moduleVersionId: ModuleVersionId,
  lessonId: string,
): Promise<LessonText | undefined> {
  const rows = await tx.$queryRaw<LessonText[]>`
    SELECT l.tree,
      (SELECT coalesce(json_agg(e.content), '[]') FROM register_entry e
        WHERE e.register = 'contacts' AND e.entry_id = ANY (l.contacts)) AS contacts,
      (SELECT coalesce(json_agg(e.content), '[]') FROM register_entry e
        WHERE e.register = 'sources' AND e.entry_id = ANY (l.sources)) AS sources,
      (SELECT coalesce(json_agg(e.content), '[]') FROM register_entry e
        WHERE e.register = 'terms' AND e.entry_id = ANY (l.terms)) AS terms
    FROM lesson l WHERE l.module_version_id = ${moduleVersionId} AND l.lesson_id = ${lessonId}`
  return rows[0]
}
