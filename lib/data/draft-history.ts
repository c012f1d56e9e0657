import type { Tx } from '#lib/data/database'
import type { DraftContent } from '#lib/data/draft'
import { mostFiles } from '#lib/domain/authoring/draft-path'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'

/** The files of a draft as they stood at a moment, as far as their texts are kept. */
export async function listDraftFilesAt(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  at: Instant,
): Promise<DraftContent[]> {
  const rows = await tx.$queryRaw<{ path: string; bytes: Uint8Array | null }[]>`
    SELECT DISTINCT ON (path) path, bytes FROM draft_file_revision
    WHERE practice_id = ${practiceId}::uuid AND draft_id = ${draftId}::uuid AND changed_at <= ${at}::timestamptz
    ORDER BY path, revision DESC LIMIT ${mostFiles * 2}`
  return rows.flatMap(({ path, bytes }) => (bytes ? [{ path, bytes: new Uint8Array(bytes) }] : []))
}
