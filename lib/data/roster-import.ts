import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import type { ImportSettings, ImportStage } from '#lib/domain/people/roster-import/import-state'

export type ImportRecord = {
  readonly id: string
  readonly fileName: string
  readonly stage: ImportStage
  readonly settings: ImportSettings
  /** How many rows the work of this stage has, and how many are done. */
  readonly total: number
  readonly done: number
  readonly createdAt: Instant
  readonly createdBy: PersonId
  readonly confirmedAt: Instant | null
  readonly confirmedBy: PersonId | null
  readonly undoneBy: PersonId | null
}

type NewImport = Pick<ImportRecord, 'id' | 'createdBy' | 'fileName' | 'settings'>

/** A file begins its way: nothing of it is read yet. */
export async function insertImport(
  tx: Tx,
  practiceId: PracticeId,
  { id, createdBy, fileName, settings }: NewImport,
  bytes: Uint8Array,
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO roster_import (practice_id, id, created_at, created_by, file_name, stage, settings, changed_at)
    VALUES (${practiceId}::uuid, ${id}::uuid, ${now}::timestamptz, ${createdBy}::uuid, ${fileName}, 'read-file',
      ${JSON.stringify(settings)}::jsonb, ${now}::timestamptz)`
  await tx.rosterImportFile.create({ data: { practiceId, importId: id, bytes: new Uint8Array(bytes) } })
}

export async function findImport(
  tx: Tx,
  practiceId: PracticeId,
  id: string,
): Promise<ImportRecord | undefined> {
  const rows = await tx.$queryRaw<ImportRecord[]>`
    SELECT id, file_name AS "fileName", stage, settings, total, done, created_by AS "createdBy",
      to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt",
      to_char(confirmed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "confirmedAt",
      confirmed_by AS "confirmedBy", undone_by AS "undoneBy"
    FROM roster_import WHERE practice_id = ${practiceId}::uuid AND id = ${id}::uuid`
  return rows[0]
}

/**
 * The same, held until the transaction ends, so that nobody else goes on with it. Undefined also where somebody else holds it
 * and `wait` is not said.
 */
export async function lockImport(
  tx: Tx,
  practiceId: PracticeId,
  id: string,
  { wait }: { readonly wait: boolean },
): Promise<ImportRecord | undefined> {
  const held = wait
    ? await tx.$queryRaw<unknown[]>`
        SELECT FROM roster_import WHERE practice_id = ${practiceId}::uuid AND id = ${id}::uuid FOR UPDATE`
    : await tx.$queryRaw<unknown[]>`
        SELECT FROM roster_import WHERE practice_id = ${practiceId}::uuid AND id = ${id}::uuid
        FOR UPDATE SKIP LOCKED`
  return held.length === 0 ? undefined : findImport(tx, practiceId, id)
}

type Change = Partial<
  Pick<ImportRecord, 'stage' | 'settings' | 'total' | 'done' | 'confirmedAt' | 'confirmedBy' | 'undoneBy'>
>

export async function updateImport(
  tx: Tx,
  practiceId: PracticeId,
  id: string,
  change: Change,
  now: Instant,
): Promise<void> {
  const { confirmedAt, settings, ...plain } = change
  await tx.rosterImport.update({
    where: { practiceId_id: { practiceId, id } },
    data: {
      ...plain,
      ...(settings && { settings }),
      ...(confirmedAt && { confirmedAt: toInstantColumn(confirmedAt) }),
      changedAt: toInstantColumn(now),
    },
  })
}

/** The newest first. */
export async function listImports(
  tx: Tx,
  practiceId: PracticeId,
  { limit }: { readonly limit: number },
): Promise<Pick<ImportRecord, 'id' | 'fileName' | 'stage' | 'createdAt'>[]> {
  return await tx.$queryRaw<ImportRecord[]>`
    SELECT id, file_name AS "fileName", stage,
      to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt"
    FROM roster_import WHERE practice_id = ${practiceId}::uuid AND stage <> 'withdrawn'
    ORDER BY created_at DESC, id LIMIT ${limit}`
}

export async function findImportFile(
  tx: Tx,
  practiceId: PracticeId,
  importId: string,
): Promise<Uint8Array | undefined> {
  const row = await tx.rosterImportFile.findUnique({
    where: { practiceId_importId: { practiceId, importId } },
  })
  return row?.bytes
}

/** The file holds more about people than was asked for: it goes as soon as it is of no more use. */
export async function deleteImportFile(tx: Tx, practiceId: PracticeId, importId: string): Promise<void> {
  await tx.rosterImportFile.deleteMany({ where: { practiceId, importId } })
}

/**
 * Removes at most `limit` imports that were given up, or that nobody confirmed and nothing happened to since that moment, with
 * their files and rows. Nothing rests on them. Returns how many; one that somebody is at work on is left.
 */
export async function deleteAbandonedImports(
  tx: Tx,
  practiceId: PracticeId,
  at: Instant,
  limit: number,
): Promise<number> {
  return await tx.$executeRaw`
    DELETE FROM roster_import WHERE practice_id = ${practiceId}::uuid AND id IN (
      SELECT id FROM roster_import
      WHERE practice_id = ${practiceId}::uuid AND changed_at <= ${at}::timestamptz
        AND stage NOT IN ('apply', 'applied', 'undo', 'undone')
      ORDER BY changed_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)`
}

/** Where Beacon itself has something to do, what waits longest first. */
export async function listImportsAtWork(
  tx: Tx,
): Promise<{ readonly practiceId: PracticeId; readonly importId: string }[]> {
  return await tx.$queryRaw<{ practiceId: PracticeId; importId: string }[]>`
    SELECT practice_id AS "practiceId", id AS "importId" FROM list_imports_at_work()`
}
