import type { DraftRecord } from '#lib/data/authored'
import type { Tx } from '#lib/data/database'
import { listNetworkOffers } from '#lib/data/network-offer'
import type { PracticeId } from '#lib/domain/ids'

/** What a copy was made of, and how far whoever wrote that has come since. */
export type Origin = {
  /** Of its folder in the library, or of the module or case of another practice. */
  readonly slug: string
  readonly version: number
  readonly newestVersion: number
  /** Of the library; else another practice of the network offers it. */
  readonly isShipped: boolean
}

type Copy = Pick<DraftRecord, 'kind' | 'originVersionId' | 'originPractice'>

/** The origin of a copy; undefined where there is none, the library no longer has it, or nobody in the network offers it now. */
export async function findOrigin(tx: Tx, practiceId: PracticeId, copy: Copy): Promise<Origin | undefined> {
  const { kind, originVersionId: versionId, originPractice } = copy
  if (versionId === null) return undefined
  if (originPractice !== null) return await findOfferedOrigin(tx, practiceId, versionId)
  const rows = await tx.$queryRaw<Omit<Origin, 'isShipped'>[]>`
    SELECT o.slug, o.version, o.newest AS "newestVersion" FROM (
      SELECT 'module' AS kind, m.id, m.slug, m.version, (SELECT max(n.version) FROM module_version n
        WHERE n.module_id = m.module_id) AS newest
      FROM module_version m WHERE m.practice_id IS NULL
      UNION ALL
      SELECT 'case', c.id, c.slug, c.version, (SELECT max(n.version) FROM case_version n WHERE n.case_id = c.case_id)
      FROM case_version c WHERE c.practice_id IS NULL) o
    WHERE o.kind = ${kind} AND o.id = ${versionId}`
  return rows[0] && { ...rows[0], isShipped: true }
}

/** "own-0123456789ab@2" is the second version of what another practice wrote. */
async function findOfferedOrigin(
  tx: Tx,
  practiceId: PracticeId,
  versionId: string,
): Promise<Origin | undefined> {
  const [slug = '', version] = versionId.split('@')
  const newest = (await listNetworkOffers(tx, practiceId)).find(({ id }) => id === slug)
  return newest && { slug, version: Number(version), newestVersion: newest.version, isShipped: false }
}

/** The newest version of what was copied, where it is a later one; null else. */
export const laterThanOrigin = (origin: Origin | undefined): number | null =>
  origin && origin.newestVersion > origin.version ? origin.newestVersion : null
