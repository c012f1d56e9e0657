import type { Tx } from '#lib/data/database'
import type { Objective } from '#lib/domain/curriculum/module'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** The newest version of a case that a practice can use. */
export type UsableCase = {
  readonly caseId: string
  readonly caseVersionId: string
  readonly slug: string
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly isOwn: boolean
}

/** The library's cases and the practice's own in their newest versions; retired ones of its own are left out. */
export async function listUsableCases(
  tx: Tx,
  practiceId: PracticeId,
  language: Language,
): Promise<UsableCase[]> {
  return await tx.$queryRaw<UsableCase[]>`
    SELECT n."caseId", n."caseVersionId", n.slug, n.version, coalesce(w.title, n.title) AS title,
      coalesce(w.summary, n.summary) AS summary, n.minutes, n."isOwn"
    FROM (SELECT DISTINCT ON (v.case_id) v.case_id AS "caseId", v.id AS "caseVersionId", v.slug, v.version,
        v.title, v.summary, v.minutes, v.practice_id IS NOT NULL AS "isOwn"
      FROM case_version v WHERE v.practice_id IS NULL OR v.practice_id = ${practiceId}::uuid
      ORDER BY v.case_id, v.version DESC) n
    LEFT JOIN case_translation w ON w.case_version_id = n."caseVersionId" AND w.language = ${language}
    WHERE NOT EXISTS (SELECT FROM authored a JOIN draft d ON d.practice_id = a.practice_id AND d.authored_id = a.id
      JOIN draft_event e ON e.practice_id = d.practice_id AND e.draft_id = d.id AND e.kind = 'retired'
      WHERE a.practice_id = ${practiceId}::uuid AND a.key = n."caseId" AND d.number = n.version)
    ORDER BY n."isOwn" DESC, n."caseId" LIMIT 500`
}

/** A module with what it teaches, for whoever says what a case exercises. */
export type TeachingModule = {
  readonly moduleId: string
  readonly title: string
  readonly objectives: readonly Objective[]
}

/** Of the library and of the practice's own, in their newest versions and in the language in which they were written. */
export async function listTeachingModules(tx: Tx, practiceId: PracticeId): Promise<TeachingModule[]> {
  return await tx.$queryRaw<TeachingModule[]>`
    SELECT DISTINCT ON (v.module_id) v.module_id AS "moduleId", v.title, v.objectives
    FROM module_version v WHERE v.practice_id IS NULL OR v.practice_id = ${practiceId}::uuid
    ORDER BY v.module_id, v.version DESC LIMIT 500`
}
