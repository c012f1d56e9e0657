import type { AuthoredKind } from '#lib/data/authored'
import type { Tx } from '#lib/data/database'

/** The folder of a shipped version, by its id; undefined where the library no longer has it. */
export async function findOriginFolder(
  tx: Tx,
  kind: AuthoredKind,
  versionId: string,
): Promise<{ readonly slug: string; readonly version: number } | undefined> {
  const where = { id: versionId, practiceId: null }
  const select = { slug: true, version: true }
  const found =
    kind === 'case'
      ? await tx.caseVersion.findFirst({ where, select })
      : await tx.moduleVersion.findFirst({ where, select })
  return found ?? undefined
}
