import type { Tx } from '#lib/data/database'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

/** The draft of a module, as far as one of its lessons needs it. */
export type LessonFrame = {
  /** Of the version. */
  readonly number: number
  /** Not published yet. */
  readonly isOpen: boolean
  readonly moduleFile: Uint8Array | null
  readonly versionFile: Uint8Array | null
  /** Of that file. */
  readonly versionRevision: number
  /** Names of the pictures. */
  readonly media: readonly string[]
}

/** Undefined where the practice has no such draft of a module. One query. */
export async function findLessonFrame(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
): Promise<LessonFrame | undefined> {
  const rows = await tx.$queryRaw<LessonFrame[]>`
    SELECT d.number,
      NOT EXISTS (SELECT FROM draft_event e WHERE e.practice_id = d.practice_id AND e.draft_id = d.id
        AND e.kind = 'published') AS "isOpen",
      (SELECT f.bytes FROM draft_file f WHERE f.practice_id = d.practice_id AND f.draft_id = d.id
        AND f.path = 'module.yaml') AS "moduleFile",
      (SELECT f.bytes FROM draft_file f WHERE f.practice_id = d.practice_id AND f.draft_id = d.id
        AND f.path = 'v' || d.number || '/version.yaml') AS "versionFile",
      (SELECT coalesce(max(f.revision), 0) FROM draft_file f WHERE f.practice_id = d.practice_id
        AND f.draft_id = d.id AND f.path = 'v' || d.number || '/version.yaml') AS "versionRevision",
      (SELECT coalesce(json_agg(substring(f.path from '[^/]+$') ORDER BY f.path), '[]') FROM draft_file f
        WHERE f.practice_id = d.practice_id AND f.draft_id = d.id
        AND starts_with(f.path, 'v' || d.number || '/media/')) AS media
    FROM draft d JOIN authored a ON a.practice_id = d.practice_id AND a.id = d.authored_id
    WHERE d.practice_id = ${practiceId}::uuid AND d.id = ${draftId}::uuid AND a.kind = 'module'`
  return rows[0]
}

/** The lessons of a draft's version that say exactly this, as `version.yaml` names their files. */
export async function listLessonsSaying(
  tx: Tx,
  practiceId: PracticeId,
  { draftId, number }: { readonly draftId: string; readonly number: number },
  bytes: Uint8Array,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ file: string }[]>`
    SELECT 'lessons/' || substring(f.path from '[^/]+$') AS file FROM draft_file f
    WHERE f.practice_id = ${practiceId}::uuid AND f.draft_id = ${draftId}::uuid
      AND starts_with(f.path, ${`v${number}/lessons/`}) AND f.bytes = ${bytes}
    ORDER BY f.path LIMIT 600`
  return rows.map(({ file }) => file)
}

/** Names of those who changed a file since then, but for one person. */
export async function listOthersWriting(
  tx: Tx,
  practiceId: PracticeId,
  { draftId, path }: { readonly draftId: string; readonly path: string },
  since: Instant,
  butFor: StaffMemberId,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT m.name FROM draft_file_revision r
    JOIN staff_member m ON m.practice_id = r.practice_id AND m.id = r.changed_by
    WHERE r.practice_id = ${practiceId}::uuid AND r.draft_id = ${draftId}::uuid AND r.path = ${path}
      AND r.changed_at >= ${since}::timestamptz AND r.changed_by <> ${butFor}::uuid
    ORDER BY m.name LIMIT 20`
  return rows.map(({ name }) => name)
}

type RegisterIds = { readonly contacts: string[]; readonly sources: string[]; readonly terms: string[] }

/** The ids that a lesson may name. */
export async function listRegisterIds(tx: Tx): Promise<RegisterIds> {
  const rows = await tx.$queryRaw<{ register: string; ids: string[] }[]>`
    SELECT register, array_agg(entry_id) AS ids FROM register_entry
    WHERE register IN ('contacts', 'sources', 'terms') GROUP BY register`
  const idsOf = (register: string) => rows.find((row) => row.register === register)?.ids ?? []
  return { contacts: idsOf('contacts'), sources: idsOf('sources'), terms: idsOf('terms') }
}
