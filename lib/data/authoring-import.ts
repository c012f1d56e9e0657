import type { Tx } from '#lib/data/database'
import { fromInstantColumn } from '#lib/data/dates'
import type { DraftContent } from '#lib/data/draft'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

export type AuthoringImportKind = 'items' | 'folder'

export type AuthoringImport<Facts, Report> = {
  readonly id: string
  readonly kind: AuthoringImportKind
  /** Null for a folder that becomes a unit of its own. */
  readonly draftId: string | null
  readonly fileName: string
  readonly facts: Facts
  readonly confirmedAt: Instant | null
  /** Null until it is confirmed. */
  readonly report: Report | null
}

type NewImport<Facts> = Pick<AuthoringImport<Facts, null>, 'id' | 'kind' | 'draftId' | 'fileName' | 'facts'>

/** The newest ones of a practice are kept; nobody comes back to the others. */
const keptImports = 20

/** Something on its way in, with its files. */
export async function insertAuthoringImport<Facts extends object>(
  tx: Tx,
  practiceId: PracticeId,
  { id, kind, draftId, fileName, facts }: NewImport<Facts>,
  files: readonly DraftContent[],
  by: StaffMemberId,
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM authoring_import WHERE practice_id = ${practiceId}::uuid AND id NOT IN (SELECT k.id FROM authoring_import k
      WHERE k.practice_id = ${practiceId}::uuid ORDER BY k.created_at DESC, k.id LIMIT ${keptImports - 1})`
  await tx.$executeRaw`
    INSERT INTO authoring_import (practice_id, id, kind, draft_id, created_by, created_at, file_name, facts)
    VALUES (${practiceId}::uuid, ${id}::uuid, ${kind}, ${draftId}::uuid, ${by}::uuid, ${now}::timestamptz, ${fileName},
      ${JSON.stringify(facts)}::jsonb)`
  const rows = files.map(({ path, bytes }) => ({ practiceId, importId: id, path, bytes: Buffer.from(bytes) }))
  await tx.authoringImportFile.createMany({ data: rows })
}

type Row<Facts, Report> = Omit<AuthoringImport<Facts, Report>, 'confirmedAt'> & {
  readonly confirmedAt: Date | null
}

/** Undefined where the practice has no such import of that kind. It is held until the transaction ends. */
export async function findAuthoringImport<Facts, Report>(
  tx: Tx,
  practiceId: PracticeId,
  kind: AuthoringImportKind,
  id: string,
): Promise<AuthoringImport<Facts, Report> | undefined> {
  const [row] = await tx.$queryRaw<Row<Facts, Report>[]>`
    SELECT id, kind, draft_id AS "draftId", file_name AS "fileName", facts, confirmed_at AS "confirmedAt", report
    FROM authoring_import WHERE practice_id = ${practiceId}::uuid AND id = ${id}::uuid AND kind = ${kind} FOR UPDATE`
  return row && { ...row, confirmedAt: row.confirmedAt && fromInstantColumn(row.confirmedAt) }
}

/** Its files by path; none once it is confirmed. */
export async function listImportFiles(
  tx: Tx,
  practiceId: PracticeId,
  importId: string,
): Promise<DraftContent[]> {
  const rows = await tx.authoringImportFile.findMany({
    where: { practiceId, importId },
    orderBy: { path: 'asc' },
    take: 1000,
  })
  return rows.map(({ path, bytes }) => ({ path, bytes: new Uint8Array(bytes) }))
}

/** Writes down what became of it, and lets its files go. */
export async function closeAuthoringImport(
  tx: Tx,
  practiceId: PracticeId,
  id: string,
  report: object,
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE authoring_import SET confirmed_at = ${now}::timestamptz, report = ${JSON.stringify(report)}::jsonb
    WHERE practice_id = ${practiceId}::uuid AND id = ${id}::uuid`
  await tx.authoringImportFile.deleteMany({ where: { practiceId, importId: id } })
}
