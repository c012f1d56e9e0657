import type { Tx } from '#lib/data/database'
import { assertStorable, type DraftContent } from '#lib/data/draft'
import type { DraftEvent, DraftEventKind, HoldCause } from '#lib/domain/authoring/draft-state'
import { type Instant, instantFrom, type LocalDate } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

export type AuthoredKind = 'module' | 'case'

export type NewAuthored = {
  readonly id: string
  readonly kind: AuthoredKind
  /** "own-" and twelve hexadecimal digits. */
  readonly key: string
  readonly slug: string
  readonly originVersionId: string | null
  /** The practice that wrote what it is a copy of, by its name today; none where it is the library's. */
  readonly originPractice?: string | null
}

/** A version being written, or written, with what its state follows from. */
export type DraftRecord = {
  readonly id: string
  readonly authoredId: string
  readonly kind: AuthoredKind
  /** The module or case id that it is published under. */
  readonly key: string
  readonly slug: string
  readonly originVersionId: string | null
  /** The practice that wrote the origin, by its name when it was copied; null where the library did. */
  readonly originPractice: string | null
  /** Of the version. */
  readonly number: number
  readonly createdBy: StaffMemberId
  readonly createdAt: Instant
  /** Of all files as they stand. */
  readonly filesHash: string
  readonly events: readonly DraftEvent[]
  /** Who changed a file of it, the last one first, with their names. */
  readonly authors: readonly { readonly id: StaffMemberId; readonly name: string }[]
  readonly changedAt: Instant
  /** A later version is published. */
  readonly isReplaced: boolean
}

/** The folders that a practice's modules and cases have. */
export async function listFolderNames(tx: Tx, practiceId: PracticeId): Promise<string[]> {
  const rows = await tx.authored.findMany({ where: { practiceId }, select: { slug: true }, take: 1000 })
  return rows.map(({ slug }) => slug)
}

/** False where there is one of this id, or the practice has another folder of this name. */
export async function insertAuthored(
  tx: Tx,
  practiceId: PracticeId,
  { id, kind, key, slug, originVersionId, originPractice = null }: NewAuthored,
  by: StaffMemberId,
  now: Instant,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO authored (practice_id, id, kind, key, slug, origin_version_id, origin_practice, created_by, created_at)
    VALUES (${practiceId}::uuid, ${id}::uuid, ${kind}, ${key}, ${slug}, ${originVersionId}, ${originPractice}, ${by}::uuid,
      ${now}::timestamptz)
    ON CONFLICT DO NOTHING`
  return written === 1
}

/** Waits for whoever else begins a version of this module or case, until the transaction ends. */
export async function lockAuthored(tx: Tx, practiceId: PracticeId, authoredId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('authored ' || ${practiceId} || ${authoredId}, 0))::text`
}

export type NewDraft = { readonly id: string; readonly authoredId: string; readonly number: number }

/** Begins a version with these files. False where it was begun already. */
export async function insertDraft(
  tx: Tx,
  practiceId: PracticeId,
  { id, authoredId, number }: NewDraft,
  files: readonly DraftContent[],
  by: StaffMemberId,
  now: Instant,
): Promise<boolean> {
  files.forEach(assertStorable)
  const written = await tx.$executeRaw`
    INSERT INTO draft (practice_id, id, authored_id, number, created_by, created_at)
    VALUES (${practiceId}::uuid, ${id}::uuid, ${authoredId}::uuid, ${number}, ${by}::uuid, ${now}::timestamptz)
    ON CONFLICT DO NOTHING`
  if (written === 0) return false
  const rows = files.map(({ path, bytes }) => ({
    practiceId,
    draftId: id,
    path,
    bytes: Buffer.from(bytes),
    revision: 1,
    changedBy: by,
    changedAt: new Date(now),
  }))
  await tx.draftFile.createMany({ data: rows })
  await tx.draftFileRevision.createMany({ data: rows })
  return true
}

type Row = Omit<DraftRecord, 'createdAt' | 'changedAt'> & {
  readonly createdAt: Date
  readonly changedAt: Date
}

type WhichDrafts = { readonly draftId?: string; readonly authoredId?: string }

/** The drafts of a practice, published ones included, by folder and number; those of one module or case, or one of them. */
export async function listDrafts(
  tx: Tx,
  practiceId: PracticeId,
  { draftId, authoredId }: WhichDrafts = {},
): Promise<DraftRecord[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d.id, d.authored_id AS "authoredId", a.kind, a.key, a.slug, a.origin_version_id AS "originVersionId",
      a.origin_practice AS "originPractice", d.number,
      d.created_by AS "createdBy", d.created_at AS "createdAt", draft_files_hash(d.practice_id, d.id) AS "filesHash",
      (SELECT coalesce(json_agg(json_build_object('number', e.number, 'kind', e.kind, 'by', e.by_staff_member_id,
          'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', e.reason,
          'filesHash', e.files_hash, 'publishOn', e.details ->> 'publishOn',
          'fromNumber', e.details -> 'fromNumber', 'cause', e.details ->> 'cause') ORDER BY e.number), '[]')
        FROM draft_event e WHERE e.practice_id = d.practice_id AND e.draft_id = d.id) AS events,
      (SELECT coalesce(json_agg(json_build_object('id', w.by, 'name', m.name) ORDER BY w.at DESC, w.by), '[]') FROM (
          SELECT r.changed_by AS by, max(r.changed_at) AS at FROM draft_file_revision r
          WHERE r.practice_id = d.practice_id AND r.draft_id = d.id GROUP BY r.changed_by) w
        JOIN staff_member m ON m.practice_id = d.practice_id AND m.id = w.by) AS authors,
      (SELECT coalesce(max(r.changed_at), d.created_at) FROM draft_file_revision r
        WHERE r.practice_id = d.practice_id AND r.draft_id = d.id) AS "changedAt",
      EXISTS (SELECT FROM draft n JOIN draft_event e ON e.practice_id = n.practice_id AND e.draft_id = n.id
        WHERE n.practice_id = d.practice_id AND n.authored_id = d.authored_id AND n.number > d.number
          AND e.kind = 'published') AS "isReplaced"
    FROM draft d JOIN authored a ON a.practice_id = d.practice_id AND a.id = d.authored_id
    WHERE d.practice_id = ${practiceId}::uuid AND (${draftId ?? null}::uuid IS NULL OR d.id = ${draftId ?? null}::uuid)
      AND (${authoredId ?? null}::uuid IS NULL OR d.authored_id = ${authoredId ?? null}::uuid)
    ORDER BY a.slug, d.number LIMIT 500`
  return rows.map((row) => ({
    ...row,
    createdAt: instantFrom(row.createdAt.toISOString()),
    changedAt: instantFrom(row.changedAt.toISOString()),
  }))
}

export async function findDraft(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
): Promise<DraftRecord | undefined> {
  return (await listDrafts(tx, practiceId, { draftId }))[0]
}

export type NewDraftEvent = {
  readonly kind: DraftEventKind
  readonly by: StaffMemberId
  readonly reason: string | null
  readonly filesHash: string
  readonly details: {
    readonly publishOn?: LocalDate
    readonly fromNumber?: number
    readonly cause?: HoldCause
  } & Readonly<Record<string, unknown>>
}

/**
 * Records a deed as the draft's next one. The caller holds the draft (`lockDraft`). What goes to review is written down file by
 * file, and the text of each is kept: what was reviewed can be read again however much is written afterwards.
 */
export async function insertDraftEvent(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  { kind, by, reason, filesHash, details }: NewDraftEvent,
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO draft_event (practice_id, draft_id, number, kind, by_staff_member_id, at, reason, files_hash, details)
    SELECT ${practiceId}::uuid, ${draftId}::uuid, coalesce(max(e.number), 0) + 1, ${kind}, ${by}::uuid, ${now}::timestamptz,
      ${reason}, ${filesHash}, ${JSON.stringify(details)}::jsonb || CASE WHEN ${kind} = 'sent-to-review'
        THEN jsonb_build_object('revisions', (SELECT coalesce(jsonb_object_agg(f.path, f.revision), '{}') FROM draft_file f
          WHERE f.practice_id = ${practiceId}::uuid AND f.draft_id = ${draftId}::uuid))
        ELSE '{}' END
    FROM draft_event e WHERE e.practice_id = ${practiceId}::uuid AND e.draft_id = ${draftId}::uuid`
}
