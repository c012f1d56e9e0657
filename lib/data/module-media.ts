import type { Tx } from '#lib/data/database'
import type { Picture } from '#lib/domain/curriculum/picture'
import type { ModuleVersionId, PracticeId } from '#lib/domain/ids'

/** Writes a version's pictures with it, of the same practice; null for the library, which the owner's role writes. */
export async function insertPictures(
  tx: Tx,
  moduleVersionId: string,
  pictures: readonly Picture[],
  practiceId: PracticeId | null = null,
): Promise<void> {
  if (pictures.length === 0) return
  await tx.moduleMedia.createMany({
    data: pictures.map((picture) => ({ ...picture, moduleVersionId, practiceId })),
  })
}

export async function findPicture(
  tx: Tx,
  moduleVersionId: ModuleVersionId,
  name: string,
): Promise<Picture | undefined> {
  const where = { moduleVersionId_name: { moduleVersionId, name } }
  const row = await tx.moduleMedia.findUnique({
    where,
    select: { name: true, contentType: true, bytes: true },
  })
  return row ? { ...row, contentType: row.contentType as Picture['contentType'] } : undefined
}
