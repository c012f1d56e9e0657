import type { Tx } from '#lib/data/database'
import type { PracticeId } from '#lib/domain/ids'
import { firstMissingNumber, type RowResult } from '#lib/domain/people/roster-import/import-state'
import type { RowChoice } from '#lib/domain/people/roster-import/match-row'
import type { FileRow } from '#lib/domain/people/roster-import/plan-import'
import type { ImportPlan } from '#lib/domain/people/roster-import/plan-row'

type Place = { readonly practiceId: PracticeId; readonly importId: string }
type Cells = Pick<FileRow, 'number' | 'cells'>

const rowsAtOnce = 2000

/** Puts the rows of a file in place of those of an earlier reading. */
export async function replaceRows(
  tx: Tx,
  { practiceId, importId }: Place,
  rows: readonly Cells[],
): Promise<void> {
  await deleteRows(tx, { practiceId, importId })
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const batch = JSON.stringify(rows.slice(from, from + rowsAtOnce))
    await tx.$executeRaw`
      INSERT INTO roster_import_row (practice_id, import_id, number, cells, fact_ids)
      SELECT ${practiceId}::uuid, ${importId}::uuid, r.number, r.cells, '{}'
      FROM jsonb_to_recordset(${batch}::jsonb) AS r(number int, cells jsonb)`
  }
}

export async function deleteRows(tx: Tx, { practiceId, importId }: Place): Promise<void> {
  await tx.rosterImportRow.deleteMany({ where: { practiceId, importId } })
}

/**
 * Takes from the rows of a file that is written what only its check needed: the cells, which may hold more about people than
 * was asked for, and every row that wrote nothing. What is left is what an undo needs.
 */
export async function forgetCells(tx: Tx, { practiceId, importId }: Place): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM roster_import_row
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND result IS NULL`
  await tx.$executeRaw`
    UPDATE roster_import_row SET cells = '[]', choice = NULL
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid`
}

/** The rows of the file itself, in its order. */
export async function listFileRows(tx: Tx, { practiceId, importId }: Place): Promise<FileRow[]> {
  return await tx.$queryRaw<FileRow[]>`
    SELECT number, cells, choice FROM roster_import_row
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND number < ${firstMissingNumber}
    ORDER BY number LIMIT 10000`
}

type Planned = { readonly number: number; readonly plan: ImportPlan }

/** Writes what each row will do, and who is not in the file, in place of what an earlier check found. */
export async function savePlans(
  tx: Tx,
  { practiceId, importId }: Place,
  plans: readonly Planned[],
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM roster_import_row WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid
      AND number >= ${firstMissingNumber}`
  for (let from = 0; from < plans.length; from += rowsAtOnce) {
    const batch = JSON.stringify(plans.slice(from, from + rowsAtOnce))
    await tx.$executeRaw`
      INSERT INTO roster_import_row (practice_id, import_id, number, cells, plan, fact_ids)
      SELECT ${practiceId}::uuid, ${importId}::uuid, r.number, '[]', r.plan, '{}'
      FROM jsonb_to_recordset(${batch}::jsonb) AS r(number int, plan jsonb)
      ON CONFLICT (practice_id, import_id, number) DO UPDATE SET plan = excluded.plan`
  }
}

/** What somebody decided about rows, by their numbers. */
export async function saveChoices(
  tx: Tx,
  { practiceId, importId }: Place,
  choices: readonly { readonly number: number; readonly choice: RowChoice }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE roster_import_row row SET choice = r.choice
    FROM jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) AS r(number int, choice jsonb)
    WHERE row.practice_id = ${practiceId}::uuid AND row.import_id = ${importId}::uuid AND row.number = r.number`
}

/**
 * Marks what is to be written: every row that does something, and of those who are not in the file the ticked ones. Returns
 * how many.
 */
export async function markWaiting(
  tx: Tx,
  { practiceId, importId }: Place,
  endedStaffMemberIds: readonly string[],
): Promise<number> {
  return await tx.$executeRaw`
    UPDATE roster_import_row SET result = 'waiting'
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid
      AND (plan ->> 'kind' IN ('new', 'back', 'changed')
        OR (plan ->> 'kind' = 'missing' AND plan ->> 'staffMemberId' = ANY (${endedStaffMemberIds}::text[])))`
}

/** Marks what was written as waiting to be taken back. Returns how many. */
export async function markForUndo(tx: Tx, { practiceId, importId }: Place): Promise<number> {
  return await tx.$executeRaw`
    UPDATE roster_import_row SET result = 'waiting'
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND result = 'applied'`
}

export type WaitingRow = FileRow & {
  readonly plan: ImportPlan
  /** Whose post it wrote; null before it did. */
  readonly staffMemberId: string | null
  readonly factIds: readonly string[]
}

/** The next rows that wait, in the order of the file. */
export async function listWaiting(
  tx: Tx,
  { practiceId, importId }: Place,
  { limit }: { readonly limit: number },
): Promise<WaitingRow[]> {
  return await tx.$queryRaw<WaitingRow[]>`
    SELECT number, cells, choice, plan, staff_member_id AS "staffMemberId", fact_ids AS "factIds" FROM roster_import_row
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND result = 'waiting'
    ORDER BY number LIMIT ${limit}`
}

export type RowOutcome = {
  readonly number: number
  readonly result: RowResult
  /** Left out, they stay as they are. */
  readonly staffMemberId?: string
  readonly factIds: readonly string[]
}

/** What became of rows. The facts that a row wrote stay named when it is taken back. */
export async function saveOutcomes(
  tx: Tx,
  { practiceId, importId }: Place,
  outcomes: readonly RowOutcome[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE roster_import_row row SET result = r.result,
      staff_member_id = coalesce(r."staffMemberId", row.staff_member_id),
      fact_ids = row.fact_ids || ARRAY(SELECT jsonb_array_elements_text(r."factIds"))::uuid[]
    FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS r(number int, result text,
      "staffMemberId" uuid, "factIds" jsonb)
    WHERE row.practice_id = ${practiceId}::uuid AND row.import_id = ${importId}::uuid AND row.number = r.number`
}
