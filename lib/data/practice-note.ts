import type { Tx } from '#lib/data/database'
import type { Prisma } from '#lib/data/generated/client'
import {
  mostNoteTexts,
  type NoteDeed,
  type NoteDeedKind,
  type NoteText,
} from '#lib/domain/authoring/practice-note'
import type { Instant } from '#lib/domain/calendar'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import type { Contact, Source, Term } from '#lib/domain/curriculum/reference'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** A lesson of the library, and the language of the note at its end. */
export type NotePlace = { readonly moduleId: string; readonly lessonId: string; readonly language: Language }

/** A text of a note as it is drawn, with what it names as that stands today. */
export type ShownNote = {
  readonly tree: LessonTree
  readonly language: Language
  readonly contacts: readonly Contact[]
  readonly sources: readonly Source[]
  readonly terms: readonly Term[]
}

/**
 * The note that people of a practice see at the end of a lesson, and since when: in this language where there is one, or else in
 * the other. Undefined where there is none.
 */
export async function findShownNote(
  tx: Tx,
  practiceId: PracticeId,
  { moduleId, lessonId, language }: NotePlace,
): Promise<(ShownNote & { readonly shownAt: Instant }) | undefined> {
  const rows = await tx.$queryRaw<(ShownNote & { shownAt: Instant })[]>`
    SELECT n.tree, n.language, to_char(d.done_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "shownAt",
      (SELECT coalesce(json_agg(e.content), '[]') FROM register_entry e
        WHERE e.register = 'contacts' AND e.entry_id = ANY (n.contacts)) AS contacts,
      (SELECT coalesce(json_agg(e.content), '[]') FROM register_entry e
        WHERE e.register = 'sources' AND e.entry_id = ANY (n.sources)) AS sources,
      (SELECT coalesce(json_agg(e.content), '[]') FROM register_entry e
        WHERE e.register = 'terms' AND e.entry_id = ANY (n.terms)) AS terms
    FROM practice_note n
    JOIN practice_note_deed d USING (practice_id, module_id, lesson_id, language, number)
    WHERE n.practice_id = ${practiceId}::uuid AND n.module_id = ${moduleId} AND n.lesson_id = ${lessonId}
      AND d.kind = 'approved'
      AND NOT EXISTS (SELECT FROM practice_note_deed l
        WHERE l.practice_id = n.practice_id AND l.module_id = n.module_id AND l.lesson_id = n.lesson_id
          AND l.language = n.language
          AND (l.number > n.number AND l.kind = 'approved' OR l.number = n.number AND l.kind = 'withdrawn'))
    ORDER BY n.language = ${language} DESC LIMIT 1`
  return rows[0]
}

export type StoredNoteText = NoteText &
  NotePlace & {
    /** The newest version of the module when it was written, and what the lesson was called in it. */
    readonly moduleVersion: number
    readonly lessonTitle: string
    readonly treeHash: string
  }

type NotesWanted = { readonly [Key in keyof NotePlace]?: NotePlace[Key] | null }

/** All texts of the notes of a practice, of those on one module, or of one note, by lesson and language and in their order. */
export async function listNoteTexts(
  tx: Tx,
  practiceId: PracticeId,
  { moduleId = null, lessonId = null, language = null }: NotesWanted = {},
): Promise<readonly StoredNoteText[]> {
  return await tx.$queryRaw<StoredNoteText[]>`
    SELECT n.module_id AS "moduleId", n.lesson_id AS "lessonId", n.language, n.number, v.version AS "moduleVersion",
      l.title AS "lessonTitle", n.tree_hash AS "treeHash", n.written_by AS by, m.name AS "byName",
      to_char(n.written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
      (SELECT coalesce(json_agg(json_build_object('kind', d.kind, 'by', d.done_by, 'byName', w.name, 'reason', d.reason,
          'at', to_char(d.done_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          ORDER BY array_position(ARRAY['sent', 'returned', 'approved', 'withdrawn'], d.kind)), '[]')
        FROM practice_note_deed d
        JOIN staff_member w ON w.practice_id = d.practice_id AND w.id = d.done_by
        WHERE d.practice_id = n.practice_id AND d.module_id = n.module_id AND d.lesson_id = n.lesson_id
          AND d.language = n.language AND d.number = n.number) AS deeds
    FROM practice_note n
    JOIN module_version v ON v.id = n.module_version_id
    JOIN lesson l ON l.module_version_id = n.module_version_id AND l.lesson_id = n.lesson_id
    JOIN staff_member m ON m.practice_id = n.practice_id AND m.id = n.written_by
    WHERE n.practice_id = ${practiceId}::uuid AND n.module_id = coalesce(${moduleId}, n.module_id)
      AND n.lesson_id = coalesce(${lessonId}, n.lesson_id) AND n.language = coalesce(${language}, n.language)
    ORDER BY n.module_id, n.lesson_id, n.language, n.number LIMIT 20000`
}

/** What was written, and what it became. */
export async function findNoteText(
  tx: Tx,
  practiceId: PracticeId,
  place: NotePlace,
  number: number,
): Promise<{ readonly source: string; readonly tree: LessonTree } | undefined> {
  const row = await tx.practiceNote.findFirst({
    where: { practiceId, ...place, number },
    select: { source: true, tree: true },
  })
  return row ? { source: row.source, tree: row.tree as unknown as LessonTree } : undefined
}

/** Waits for whoever else writes or decides about this note, until the transaction ends. */
export async function lockNote(
  tx: Tx,
  practiceId: PracticeId,
  { moduleId, lessonId, language }: NotePlace,
): Promise<void> {
  const key = ['note', practiceId, moduleId, lessonId, language].join(' ')
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`
}

export type NewNoteText = {
  readonly number: number
  readonly moduleVersionId: string
  readonly source: string
  readonly tree: LessonTree
  readonly treeHash: string
  readonly sources: readonly string[]
  readonly contacts: readonly string[]
  readonly terms: readonly string[]
}

/** Adds a text. False where the note has as many as it may have. The caller holds the note (`lockNote`). */
export async function insertNoteText(
  tx: Tx,
  practiceId: PracticeId,
  place: NotePlace,
  { tree, sources, contacts, terms, ...text }: NewNoteText,
  by: StaffMemberId,
  now: Instant,
): Promise<boolean> {
  if (text.number > mostNoteTexts) return false
  const named = { sources: [...sources], contacts: [...contacts], terms: [...terms] }
  const written = { writtenBy: by, writtenAt: new Date(now) }
  await tx.practiceNote.create({
    data: {
      practiceId,
      ...place,
      ...text,
      ...named,
      ...written,
      tree: tree as unknown as Prisma.InputJsonValue,
    },
  })
  return true
}

type NewDeed = Pick<NoteDeed, 'by' | 'reason'> & { readonly kind: NoteDeedKind; readonly number: number }

/** Adds what was done with a text. The caller holds the note (`lockNote`). */
export async function insertNoteDeed(
  tx: Tx,
  practiceId: PracticeId,
  place: NotePlace,
  { by, ...deed }: NewDeed,
  now: Instant,
): Promise<void> {
  await tx.practiceNoteDeed.create({
    data: { practiceId, ...place, ...deed, doneBy: by, doneAt: new Date(now) },
  })
}

/** A module of the library in its newest version, with its lessons in their order. */
export type NotableModule = {
  readonly moduleVersionId: string
  readonly version: number
  readonly title: string
  readonly language: Language
  readonly lessons: readonly { readonly id: string; readonly title: string }[]
  readonly objectives: readonly string[]
}

/** Undefined where the library has no such module. Titles in this language, where they are translated. */
export async function findNotableModule(
  tx: Tx,
  moduleId: string,
  language: Language,
): Promise<NotableModule | undefined> {
  const rows = await tx.$queryRaw<NotableModule[]>`
    SELECT v.id AS "moduleVersionId", v.version, coalesce(w.title, v.title) AS title, v.language,
      (SELECT json_agg(json_build_object('id', l.lesson_id, 'title', coalesce(t.title, l.title)) ORDER BY l.position)
        FROM lesson l LEFT JOIN lesson_translation t ON t.module_version_id = l.module_version_id
          AND t.lesson_id = l.lesson_id AND t.language = ${language}
        WHERE l.module_version_id = v.id) AS lessons,
      (SELECT coalesce(json_agg(o ->> 'id'), '[]') FROM jsonb_array_elements(v.objectives) o) AS objectives
    FROM module_version v LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
    WHERE v.module_id = ${moduleId} AND v.practice_id IS NULL ORDER BY v.version DESC LIMIT 1`
  return rows[0]
}

/** The lessons of the library's newest versions on which the practice ever wrote notes, as "m07 m07-l1". */
export async function listLessonsStanding(
  tx: Tx,
  moduleIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT v.module_id || ' ' || l.lesson_id AS key
    FROM (SELECT DISTINCT ON (module_id) module_id, id FROM module_version
      WHERE practice_id IS NULL AND module_id = ANY (${moduleIds}::text[]) ORDER BY module_id, version DESC) v
    JOIN lesson l ON l.module_version_id = v.id LIMIT 5000`
  return new Set(rows.map(({ key }) => key))
}
