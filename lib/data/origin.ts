import type { AuthoredKind } from '#lib/data/authored'
import type { Tx } from '#lib/data/database'

/** What a copy was made of, and how far the library has come since. */
export type Origin = {
  /** Of its folder. */
  readonly slug: string
  readonly version: number
  readonly newestVersion: number
}

/** A shipped version, by its id; undefined where the library no longer has it. */
export async function findOrigin(tx: Tx, kind: AuthoredKind, versionId: string): Promise<Origin | undefined> {
  const rows = await tx.$queryRaw<Origin[]>`
    SELECT o.slug, o.version, o.newest AS "newestVersion" FROM (
      SELECT 'module' AS kind, m.id, m.slug, m.version, (SELECT max(n.version) FROM module_version n
        WHERE n.module_id = m.module_id) AS newest
      FROM module_version m WHERE m.practice_id IS NULL
      UNION ALL
      SELECT 'case', c.id, c.slug, c.version, (SELECT max(n.version) FROM case_version n WHERE n.case_id = c.case_id)
      FROM case_version c WHERE c.practice_id IS NULL) o
    WHERE o.kind = ${kind} AND o.id = ${versionId}`
  return rows[0]
}

/** The newest version of what was copied, where it is a later one; null else. */
export const laterThanOrigin = (origin: Origin | undefined): number | null =>
  origin && origin.newestVersion > origin.version ? origin.newestVersion : null
