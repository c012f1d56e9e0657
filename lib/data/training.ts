import type { Posts } from '#lib/data/attempt'
import type { Tx } from '#lib/data/database'
import type { Instant } from '#lib/domain/calendar'
import type { AssignmentId, ModuleVersionId, PracticeId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type { Language } from '#lib/domain/language'
import type { CycleRecord, ModuleOutline } from '#lib/domain/training/cycle-record'
import type { StoredTurn } from '#lib/domain/training/turn'
import { boundedCache } from '#lib/system/bounded-cache'

export type StoredCycle = CycleRecord & {
  /** Changes whenever the registers of the library are published anew. */
  readonly libraryMark: string
  /** Whether the practice ever put a note at the end of a lesson. */
  readonly hasNotes: boolean
  readonly turn: StoredTurn
}

type Which = {
  /** Only this one. */
  readonly assignmentId?: AssignmentId
  /** Of these, the cycle that would follow the last one. */
  readonly anew?: readonly AssignmentId[]
}

/**
 * What is stored of the last cycle of each assignment of these posts, oldest assignment first. One query. Somebody else's
 * assignment is not found.
 */
export async function listCycleRecords(
  tx: Tx,
  posts: Posts,
  language: Language,
  { assignmentId, anew = [] }: Which = {},
): Promise<StoredCycle[]> {
  return await tx.$queryRaw<StoredCycle[]>`
    SELECT a.id AS "assignmentId", a.practice_id AS "practiceId", a.staff_member_id AS "staffMemberId",
      a.track_id AS "trackId", c.number AS cycle, c.told AS turn,
      coalesce(w.title, t.title) AS title, coalesce(w.summary, t.summary) AS summary, t.module_ids AS "moduleIds",
      coalesce((SELECT entry_id FROM register_entry WHERE register = 'library' LIMIT 1), '') AS "libraryMark",
      EXISTS (SELECT FROM practice_note_deed n WHERE n.practice_id = a.practice_id) AS "hasNotes",
      (SELECT json_object_agg(v.module_id, v.id) FROM (
        SELECT DISTINCT ON (module_id) module_id, id FROM module_version WHERE module_id = ANY (t.module_ids)
        ORDER BY module_id, version DESC) v) AS "newestVersions",
      (SELECT coalesce(json_agg(json_build_object('moduleId', v.module_id, 'moduleVersionId', r.module_version_id,
          'lessonId', r.lesson_id, 'place', r.place,
          'finishedAt', to_char(r.finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          ORDER BY r.started_at), '[]')
        FROM lesson_reading r JOIN module_version v ON v.id = r.module_version_id
        WHERE r.practice_id = a.practice_id AND r.assignment_id = a.id AND r.cycle = c.number) AS readings,
      (SELECT coalesce(json_agg(json_build_object('moduleId', o.module_id, 'moduleVersionId', o.module_version_id,
          'attemptId', o.id)), '[]')
        FROM open_attempt o
        WHERE o.practice_id = a.practice_id AND o.assignment_id = a.id AND o.cycle = c.number) AS "openSittings",
      (SELECT coalesce(json_agg(json_build_object('moduleId', s.module_id, 'moduleVersionId', s.module_version_id,
          'attemptNumber', s.attempt_number, 'granted',
          count_granted_attempts(a.practice_id, a.staff_member_id, s.module_id, c.began_at)) ORDER BY s.attempt_number), '[]')
        FROM submission s
        WHERE s.practice_id = a.practice_id AND s.assignment_id = a.id AND s.cycle = c.number) AS sat,
      (SELECT coalesce(json_agg(json_build_object('moduleId', m.module_id, 'moduleVersionId', m.module_version_id,
          'completedOn', m.completed_on)), '[]')
        FROM module_completion m
        WHERE m.practice_id = a.practice_id AND m.assignment_id = a.id AND m.cycle = c.number) AS completions,
      (SELECT coalesce(json_agg(json_build_object('id', v.id, 'caseId', v.case_id, 'version', v.version,
          'title', coalesce(vw.title, v.title), 'summary', coalesce(vw.summary, v.summary), 'minutes', v.minutes,
          'reviewers', coalesce(vw.reviewers, v.reviewers), 'reviewNote', coalesce(vw.review_note, v.review_note),
          'language', coalesce(vw.language, v.language), 'playId', p.id, 'completedOn', d.completed_on)
          ORDER BY asked.place), '[]')
        FROM unnest(t.case_ids) WITH ORDINALITY AS asked(case_id, place)
        LEFT JOIN case_play p ON p.practice_id = a.practice_id AND p.assignment_id = a.id AND p.cycle = c.number
          AND p.case_id = asked.case_id AND p.number = 1
        LEFT JOIN case_completion d ON d.practice_id = a.practice_id AND d.assignment_id = a.id
          AND d.cycle = c.number AND d.case_id = asked.case_id
        JOIN case_version v ON v.id = coalesce(d.case_version_id, p.case_version_id, (SELECT n.id FROM case_version n
          WHERE n.case_id = asked.case_id ORDER BY n.version DESC LIMIT 1))
        LEFT JOIN case_translation vw ON vw.case_version_id = v.id AND vw.language = ${language}) AS cases,
      told_forms(a.practice_id, a.id, c.number, t.id) AS forms
    FROM assignment a
    JOIN LATERAL last_cycle(a.practice_id, a.id, a.id = ANY (${anew}::uuid[])) c ON true
    JOIN track_version t ON t.id = c.track_version_id
    LEFT JOIN track_translation w ON w.track_version_id = t.id AND w.language = ${language}
    WHERE a.practice_id = ANY (${posts.practiceIds}::uuid[]) AND a.staff_member_id = ANY (${posts.staffMemberIds}::uuid[])
      AND (${assignmentId ?? null}::uuid IS NULL OR a.id = ${assignmentId ?? null}::uuid)
    ORDER BY a.created_at, a.id LIMIT 200`
}

// Published versions and their translations never change, so a process reads each of them once.
const outlines = boundedCache<ModuleOutline>(500)

/**
 * Module versions without their text, each in the language where it is translated. One query, or none where this process has
 * read them before.
 */
export async function listOutlines(
  tx: Tx,
  versions: readonly ModuleVersionId[],
  language: Language,
): Promise<ModuleOutline[]> {
  const keyOf = (version: ModuleVersionId) => `${language} ${version}`
  const unread = versions.filter((version) => !outlines.get(keyOf(version)))
  if (unread.length > 0) {
    for (const outline of await readOutlines(tx, unread, language)) outlines.set(keyOf(outline.id), outline)
  }
  return versions.map((version) => {
    const outline = outlines.get(keyOf(version))
    invariant(outline, 'a module version that a row names is published')
    return outline
  })
}

async function readOutlines(
  tx: Tx,
  versions: readonly ModuleVersionId[],
  language: Language,
): Promise<ModuleOutline[]> {
  return await tx.$queryRaw<ModuleOutline[]>`
    SELECT v.id, v.module_id AS "moduleId", v.version, coalesce(w.title, v.title) AS title,
      coalesce(w.summary, v.summary) AS summary, v.minutes, v.draw, coalesce(w.reviewers, v.reviewers) AS reviewers,
      coalesce(w.review_note, v.review_note) AS "reviewNote", coalesce(w.language, v.language) AS language,
      (SELECT json_agg(json_build_object('id', l.lesson_id, 'title', coalesce(lw.title, l.title), 'minutes', l.minutes)
          ORDER BY l.position)
        FROM lesson l
        LEFT JOIN lesson_translation lw ON lw.module_version_id = l.module_version_id AND lw.lesson_id = l.lesson_id
          AND lw.language = ${language}
        WHERE l.module_version_id = v.id) AS lessons
    FROM module_version v
    LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
    WHERE v.id = ANY (${versions}::text[])`
}

export type NewReading = {
  readonly practiceId: PracticeId
  readonly assignmentId: AssignmentId
  readonly cycle: number
  readonly moduleVersionId: ModuleVersionId
  readonly lessonId: string
  /** Null keeps the place that was saved before. */
  readonly place: number | null
  readonly isFinished: boolean
  /** The reader's: the version's own where it is not translated into it. */
  readonly language: Language
}

/**
 * Saves how far somebody has come. What was finished stays finished, and since when. The ids of the version's lessons in
 * order; undefined where the version has no such lesson, and then nothing was saved.
 */
export async function saveReading(
  tx: Tx,
  reading: NewReading,
  now: Instant,
): Promise<readonly string[] | undefined> {
  const { practiceId, assignmentId, cycle, moduleVersionId, lessonId, place, isFinished, language } = reading
  const finishedAt = isFinished ? now : null
  const rows = await tx.$queryRaw<{ lessonIds: string[] }[]>`
    WITH saved AS (
      INSERT INTO lesson_reading AS reading (practice_id, assignment_id, cycle, module_version_id, lesson_id, place,
        started_at, saved_at, finished_at, language)
      SELECT ${practiceId}::uuid, ${assignmentId}::uuid, ${cycle}, l.module_version_id, l.lesson_id,
        coalesce(${place}::int, 0), ${now}::timestamptz, ${now}::timestamptz, ${finishedAt}::timestamptz,
        language_taken(l.module_version_id, ${language})
      FROM lesson l WHERE l.module_version_id = ${moduleVersionId} AND l.lesson_id = ${lessonId}
      ON CONFLICT (practice_id, assignment_id, cycle, module_version_id, lesson_id) DO UPDATE SET
        place = coalesce(${place}::int, reading.place), saved_at = excluded.saved_at,
        finished_at = coalesce(reading.finished_at, excluded.finished_at),
        language = excluded.language
      RETURNING module_version_id)
    SELECT ARRAY(SELECT l.lesson_id FROM lesson l WHERE l.module_version_id = saved.module_version_id
      ORDER BY l.position) AS "lessonIds"
    FROM saved`
  return rows[0]?.lessonIds
}
