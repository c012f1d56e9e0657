import type { Tx } from '#lib/data/database'
import type { Objective } from '#lib/domain/curriculum/module'
import type { PracticeId } from '#lib/domain/ids'

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
