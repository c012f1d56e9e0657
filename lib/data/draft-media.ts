import type { Tx } from '#lib/data/database'
import { type DraftSave, findDraftFile, lockDraft, type Saved, saveDraftFile } from '#lib/data/draft'
import { isTextPath } from '#lib/domain/authoring/draft-path'
import { picturePath } from '#lib/domain/authoring/picture-place'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

/** The draft of a module, as far as its pictures need it. */
export type MediaFrame = {
  readonly slug: string
  /** Of the version. */
  readonly number: number
  /** Not published yet. */
  readonly isOpen: boolean
  /** In bytes, by name. */
  readonly pictures: readonly { readonly name: string; readonly size: number }[]
  readonly texts: readonly { readonly path: string; readonly text: string }[]
}

type Row = Omit<MediaFrame, 'texts'>

/** Undefined where the practice has no such draft of a module. */
export async function findMediaFrame(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
): Promise<MediaFrame | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT a.slug, d.number,
      NOT EXISTS (SELECT FROM draft_event e WHERE e.practice_id = d.practice_id AND e.draft_id = d.id
        AND e.kind = 'published') AS "isOpen",
      (SELECT coalesce(json_agg(json_build_object('name', substring(f.path from '[^/]+$'), 'size', octet_length(f.bytes))
          ORDER BY f.path), '[]') FROM draft_file f
        WHERE f.practice_id = d.practice_id AND f.draft_id = d.id
          AND starts_with(f.path, 'v' || d.number || '/media/')) AS pictures
    FROM draft d JOIN authored a ON a.practice_id = d.practice_id AND a.id = d.authored_id
    WHERE d.practice_id = ${practiceId}::uuid AND d.id = ${draftId}::uuid AND a.kind = 'module'`
  if (!row) return undefined
  const files = await tx.$queryRaw<{ path: string; bytes: Uint8Array }[]>`
    SELECT path, bytes FROM draft_file WHERE practice_id = ${practiceId}::uuid AND draft_id = ${draftId}::uuid
      AND path ~ '\.(yaml|mdx)$' ORDER BY path LIMIT 600`
  return { ...row, texts: files.map(({ path, bytes }) => ({ path, text: new TextDecoder().decode(bytes) })) }
}

/** How many bytes the pictures of a practice take: those of what it published, and of drafts that are not published yet. */
export async function sizeOfPictures(tx: Tx, practiceId: PracticeId): Promise<number> {
  const [row] = await tx.$queryRaw<{ size: number }[]>`
    SELECT ((SELECT coalesce(sum(octet_length(m.bytes)), 0) FROM module_media m WHERE m.practice_id = ${practiceId}::uuid)
      + (SELECT coalesce(sum(octet_length(f.bytes)), 0) FROM draft_file f
        WHERE f.practice_id = ${practiceId}::uuid AND f.path ~ '/media/'
          AND NOT EXISTS (SELECT FROM draft_event e WHERE e.practice_id = f.practice_id AND e.draft_id = f.draft_id
            AND e.kind = 'published')))::float8 AS size`
  return row?.size ?? 0
}

/** Waits for whoever else adds pictures at the practice, until the transaction ends, so that two cannot fill the same room. */
export async function lockPictures(tx: Tx, practiceId: PracticeId): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('pictures ' || ${practiceId}, 0))::text`
}

/** The bytes of a picture of the version that the draft is. */
export async function findDraftPicture(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [row] = await tx.$queryRaw<{ bytes: Uint8Array }[]>`
    SELECT f.bytes FROM draft d
    JOIN draft_file f ON f.practice_id = d.practice_id AND f.draft_id = d.id
      AND f.path = 'v' || d.number || '/media/' || ${name}
    WHERE d.practice_id = ${practiceId}::uuid AND d.id = ${draftId}::uuid`
  return row && new Uint8Array(row.bytes)
}

type Change = {
  readonly number: number
  readonly name: string
  /** As it was drawn again; null removes the picture. */
  readonly bytes: Uint8Array | null
}

/** Puts a picture in place of whatever stands there, or removes it. Its earlier bytes are not kept: they are large. */
export async function saveDraftPicture(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  { number, name, bytes }: Change,
  by: StaffMemberId,
  now: Instant,
): Promise<Saved> {
  const path = picturePath(number, name)
  await lockDraft(tx, practiceId, draftId)
  const base = (await findDraftFile(tx, practiceId, draftId, path))?.revision ?? 0
  const saved = await saveDraftFile(tx, practiceId, draftId, { path, bytes, base }, by, now)
  await forgetPictureBytes(tx, practiceId, draftId, path)
  return saved
}

/** What each person did last stays, since it tells who changed the draft. */
async function forgetPictureBytes(tx: Tx, practiceId: PracticeId, draftId: string, path: string) {
  await tx.$executeRaw`
    DELETE FROM draft_file_revision r
    WHERE r.practice_id = ${practiceId}::uuid AND r.draft_id = ${draftId}::uuid AND r.path = ${path}
      AND EXISTS (SELECT FROM draft_file_revision n WHERE n.practice_id = r.practice_id AND n.draft_id = r.draft_id
        AND n.path = r.path AND n.changed_by = r.changed_by AND n.revision > r.revision)`
}

/** Saves many files of a draft that is held, pictures as above. False where the draft has no room for them all. */
export async function replaceDraftFiles(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  saves: readonly DraftSave[],
  by: StaffMemberId,
  now: Instant,
): Promise<boolean> {
  for (const save of saves) {
    const saved = await saveDraftFile(tx, practiceId, draftId, save, by, now)
    if (saved.kind !== 'saved') return false
    if (!isTextPath(save.path)) await forgetPictureBytes(tx, practiceId, draftId, save.path)
  }
  return true
}
