import type { Tx } from '#lib/data/database'
import { fromInstantColumn } from '#lib/data/dates'
import { isTextPath, mostFiles } from '#lib/domain/authoring/draft-path'
import type { Instant } from '#lib/domain/calendar'
import { isBarePicture } from '#lib/domain/curriculum/bare-picture'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'

/** A file of a draft by its path below the folder of the module or case. */
export type DraftContent = { readonly path: string; readonly bytes: Uint8Array }

export type DraftFile = DraftContent & {
  /** From 1; a file that was removed and written again counts on. */
  readonly revision: number
  readonly changedBy: StaffMemberId
  readonly changedAt: Instant
}

/**
 * The last wall before a picture is stored: it was drawn here, so that nothing is in it but what can be seen. Whoever calls with
 * another one has not had it drawn.
 */
export function assertStorable({
  path,
  bytes,
}: {
  readonly path: string
  readonly bytes: Uint8Array | null
}) {
  const isStorable = bytes === null || isTextPath(path) || isBarePicture(bytes)
  invariant(isStorable, 'a picture is stored as it was drawn here')
}

/** How many texts of a file are kept, beside the last one of each person who wrote in it. */
const keptRevisions = 50

const fileOf = (row: {
  path: string
  bytes: Uint8Array
  revision: number
  changedBy: string
  changedAt: Date
}): DraftFile => ({
  path: row.path,
  bytes: new Uint8Array(row.bytes),
  revision: row.revision,
  changedBy: row.changedBy as StaffMemberId,
  changedAt: fromInstantColumn(row.changedAt),
})

/** All files of a draft by path; none where the practice has no such draft. */
export async function listDraftFiles(tx: Tx, practiceId: PracticeId, draftId: string): Promise<DraftFile[]> {
  const rows = await tx.draftFile.findMany({ where: { practiceId, draftId }, take: mostFiles })
  return rows.map(fileOf).toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

export async function findDraftFile(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  path: string,
): Promise<DraftFile | undefined> {
  const row = await tx.draftFile.findFirst({ where: { practiceId, draftId, path } })
  return row ? fileOf(row) : undefined
}

/**
 * Waits for whoever else changes this draft, until the transaction ends: what is read after it is what will be changed. Every
 * deed and every change of a file begins with it.
 */
export async function lockDraft(tx: Tx, practiceId: PracticeId, draftId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('draft ' || ${practiceId} || ${draftId}, 0))::text`
}

export type Saved =
  | { readonly kind: 'saved'; readonly revision: number }
  /** Somebody else has saved since; undefined where the file is gone. */
  | { readonly kind: 'stale'; readonly current: DraftFile | undefined }
  /** Published, or no draft of this practice. */
  | { readonly kind: 'frozen' }
  /** The draft has as many files as it may have. */
  | { readonly kind: 'full' }

export type DraftSave = {
  readonly path: string
  /** Null removes the file. */
  readonly bytes: Uint8Array | null
  /** The revision that was read and changed; 0 where there was no such file. */
  readonly base: number
}

/**
 * Saves one file, if it still stands as it was read, and keeps its text among the revisions. Path and size are the caller's
 * to check (`isDraftPath`, `mostBytesOf`); the database refuses others.
 */
export async function saveDraftFile(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  { path, bytes, base }: DraftSave,
  by: StaffMemberId,
  now: Instant,
): Promise<Saved> {
  assertStorable({ path, bytes })
  await lockDraft(tx, practiceId, draftId)
  const current = await findDraftFile(tx, practiceId, draftId, path)
  if (!(await isOpen(tx, practiceId, draftId))) return { kind: 'frozen' }
  if ((current?.revision ?? 0) !== base) return { kind: 'stale', current }
  const files = await tx.draftFile.count({ where: { practiceId, draftId } })
  if (!current && bytes && files >= mostFiles) return { kind: 'full' }
  const content = bytes === null ? null : Buffer.from(bytes)
  const [kept] = await tx.$queryRaw<{ revision: number }[]>`
    INSERT INTO draft_file_revision (practice_id, draft_id, path, revision, bytes, changed_by, changed_at)
    SELECT ${practiceId}::uuid, ${draftId}::uuid, ${path}, coalesce(max(r.revision), 0) + 1, ${content}::bytea,
      ${by}::uuid, ${now}::timestamptz
    FROM draft_file_revision r WHERE r.practice_id = ${practiceId}::uuid AND r.draft_id = ${draftId}::uuid AND r.path = ${path}
    RETURNING revision`
  const revision = kept?.revision ?? 1
  const key = { practiceId_draftId_path: { practiceId, draftId, path } }
  if (content === null) await tx.draftFile.deleteMany({ where: { practiceId, draftId, path } })
  else {
    const row = { bytes: content, revision, changedBy: by, changedAt: new Date(now) }
    await tx.draftFile.upsert({ where: key, create: { practiceId, draftId, path, ...row }, update: row })
  }
  await forgetOldRevisions(tx, practiceId, draftId, path)
  return { kind: 'saved', revision }
}

async function isOpen(tx: Tx, practiceId: PracticeId, draftId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ open: boolean }[]>`
    SELECT NOT EXISTS (SELECT FROM draft_event e WHERE e.practice_id = d.practice_id AND e.draft_id = d.id
      AND e.kind = 'published') AS open
    FROM draft d WHERE d.practice_id = ${practiceId}::uuid AND d.id = ${draftId}::uuid`
  return rows[0]?.open ?? false
}

/**
 * The last text of each person stays, since it tells who wrote in the draft: none of them approves it. So does every text that
 * went to review.
 */
async function forgetOldRevisions(tx: Tx, practiceId: PracticeId, draftId: string, path: string) {
  await tx.$executeRaw`
    DELETE FROM draft_file_revision r
    WHERE r.practice_id = ${practiceId}::uuid AND r.draft_id = ${draftId}::uuid AND r.path = ${path}
      AND r.revision <= (SELECT max(n.revision) FROM draft_file_revision n WHERE n.practice_id = r.practice_id
        AND n.draft_id = r.draft_id AND n.path = r.path) - ${keptRevisions}
      AND EXISTS (SELECT FROM draft_file_revision n WHERE n.practice_id = r.practice_id AND n.draft_id = r.draft_id
        AND n.path = r.path AND n.changed_by = r.changed_by AND n.revision > r.revision)
      AND NOT EXISTS (SELECT FROM draft_event e WHERE e.practice_id = r.practice_id AND e.draft_id = r.draft_id
        AND e.kind = 'sent-to-review' AND (e.details -> 'revisions' ->> r.path)::int = r.revision)`
}

export type DraftRevision = {
  readonly revision: number
  readonly changedBy: StaffMemberId
  readonly changedAt: Instant
  readonly isRemoved: boolean
}

/** The texts of a file that are kept, the newest first. */
export async function listDraftRevisions(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  path: string,
): Promise<DraftRevision[]> {
  const rows = await tx.$queryRaw<(Omit<DraftRevision, 'changedAt'> & { readonly changedAt: Date })[]>`
    SELECT revision, changed_by AS "changedBy", changed_at AS "changedAt", bytes IS NULL AS "isRemoved"
    FROM draft_file_revision
    WHERE practice_id = ${practiceId}::uuid AND draft_id = ${draftId}::uuid AND path = ${path}
    ORDER BY revision DESC LIMIT 200`
  return rows.map((row) => ({ ...row, changedAt: fromInstantColumn(row.changedAt) }))
}

/** One kept text: null where the file was removed with it, undefined where it is kept no longer or never was. */
export async function findDraftRevision(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  path: string,
  revision: number,
): Promise<Uint8Array | null | undefined> {
  const row = await tx.draftFileRevision.findFirst({ where: { practiceId, draftId, path, revision } })
  return row?.bytes ? new Uint8Array(row.bytes) : row?.bytes
}
