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

type KeptText = { readonly file: string; readonly text: string }

/**
 * The last texts of the lessons that were removed from this version of a draft, by their files below its folder, the one that
 * was removed last first; and the kept texts of `version.yaml`, the newest first. One query more where there are any.
 */
export async function listRemovedLessons(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  number: number,
): Promise<readonly [readonly KeptText[], readonly string[]]> {
  const folder = `v${number}/`
  const rows = await tx.$queryRaw<DraftContent[]>`
    SELECT g.path, t.bytes
    FROM (SELECT DISTINCT ON (path) path, bytes, changed_at FROM draft_file_revision
      WHERE practice_id = ${practiceId}::uuid AND draft_id = ${draftId}::uuid
        AND starts_with(path, ${`${folder}lessons/`})
      ORDER BY path, revision DESC) g
    JOIN LATERAL (SELECT r.bytes FROM draft_file_revision r
      WHERE r.practice_id = ${practiceId}::uuid AND r.draft_id = ${draftId}::uuid AND r.path = g.path
        AND r.bytes IS NOT NULL ORDER BY r.revision DESC LIMIT 1) t ON true
    WHERE g.bytes IS NULL ORDER BY g.changed_at DESC, g.path LIMIT 50`
  if (rows.length === 0) return [[], []]
  const versions = await tx.draftFileRevision.findMany({
    where: { practiceId, draftId, path: `${folder}version.yaml`, bytes: { not: null } },
    orderBy: { revision: 'desc' },
    select: { bytes: true },
    take: 60,
  })
  return [
    rows.map(({ path, bytes }) => ({ file: path.slice(folder.length), text: textOf(bytes) })),
    versions.map(({ bytes }) => textOf(bytes)),
  ]
}

const textOf = (bytes: Uint8Array | null) => new TextDecoder().decode(bytes ?? new Uint8Array())
