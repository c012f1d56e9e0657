import type { Tx } from '#lib/data/database'
import type { DraftContent } from '#lib/data/draft'
import { mostFiles } from '#lib/domain/authoring/draft-path'
import type { PracticeId } from '#lib/domain/ids'

/**
 * The files of a draft as they went to review by the event of this number. Of a picture that was replaced since only the name
 * is kept: it comes without bytes, and so as another one than what stands there now.
 */
export async function listReviewedFiles(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  number: number,
): Promise<DraftContent[]> {
  const rows = await tx.$queryRaw<{ path: string; bytes: Uint8Array | null }[]>`
    SELECT f.key AS path, r.bytes
    FROM draft_event e CROSS JOIN LATERAL jsonb_each_text(e.details -> 'revisions') f
    LEFT JOIN draft_file_revision r ON r.practice_id = e.practice_id AND r.draft_id = e.draft_id AND r.path = f.key
      AND r.revision = f.value::int
    WHERE e.practice_id = ${practiceId}::uuid AND e.draft_id = ${draftId}::uuid AND e.number = ${number}
      AND e.kind = 'sent-to-review'
    ORDER BY f.key COLLATE "C" LIMIT ${mostFiles}`
  return rows.map(({ path, bytes }) => ({ path, bytes: new Uint8Array(bytes ?? []) }))
}
