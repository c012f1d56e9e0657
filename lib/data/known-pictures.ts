import type { Tx } from '#lib/data/database'
import type { PracticeId } from '#lib/domain/ids'

/**
 * SHA-256 in hex of every picture that the practice has or may show: its drafts', its published ones and the library's. All of
 * them were drawn here or shipped with us, so that the same bytes need not be drawn again.
 */
export async function listKnownPictures(tx: Tx, practiceId: PracticeId): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ hash: string }[]>`
    SELECT encode(sha256(bytes), 'hex') AS hash FROM draft_file
      WHERE practice_id = ${practiceId}::uuid AND path ~ '/media/'
    UNION SELECT encode(sha256(bytes), 'hex') FROM module_media
      WHERE practice_id IS NULL OR practice_id = ${practiceId}::uuid
    LIMIT 20000`
  return rows.map(({ hash }) => hash)
}
