import type { Tx } from '#lib/data/database'
import type { PracticeId } from '#lib/domain/ids'
import type { ImportField } from '#lib/domain/people/roster-import/columns'
import type { RowResult } from '#lib/domain/people/roster-import/import-state'
import type { RowCause } from '#lib/domain/people/roster-import/imported-row'
import type { ImportPlan, MissingPlan } from '#lib/domain/people/roster-import/plan-row'

type Place = { readonly practiceId: PracticeId; readonly importId: string }

export type PlanKind = ImportPlan['kind']
export type PlanCounts = Readonly<Partial<Record<PlanKind, number>>>

/** How many rows do what. */
export async function countPlans(tx: Tx, { practiceId, importId }: Place): Promise<PlanCounts> {
  const rows = await tx.$queryRaw<{ kind: PlanKind; rows: number }[]>`
    SELECT plan ->> 'kind' AS kind, count(*)::int AS rows FROM roster_import_row
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND plan IS NOT NULL GROUP BY 1`
  return Object.fromEntries(rows.map(({ kind, rows: count }) => [kind, count]))
}

/** How many of the rows that were written did what. */
export async function countApplied(tx: Tx, { practiceId, importId }: Place): Promise<PlanCounts> {
  const rows = await tx.$queryRaw<{ kind: PlanKind; rows: number }[]>`
    SELECT plan ->> 'kind' AS kind, count(*)::int AS rows FROM roster_import_row
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND result = 'applied' GROUP BY 1`
  return Object.fromEntries(rows.map(({ kind, rows: count }) => [kind, count]))
}

/** How many rows were written, left since they changed, taken back, or kept. */
export async function countResults(
  tx: Tx,
  { practiceId, importId }: Place,
): Promise<Readonly<Partial<Record<RowResult, number>>>> {
  const rows = await tx.$queryRaw<{ result: RowResult; rows: number }[]>`
    SELECT result, count(*)::int AS rows FROM roster_import_row
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND result IS NOT NULL GROUP BY 1`
  return Object.fromEntries(rows.map(({ result, rows: count }) => [result, count]))
}

export type ProblemGroup = {
  readonly cause: RowCause
  readonly field: ImportField | null
  readonly rows: number
  /** The first of them. */
  readonly numbers: readonly number[]
  /** What stands there, a few of them. */
  readonly texts: readonly string[]
}

const shownNumbers = 30
const shownTexts = 5

/** The problems of all rows by their cause and column, the most frequent first. */
export async function listProblemGroups(tx: Tx, { practiceId, importId }: Place): Promise<ProblemGroup[]> {
  return await tx.$queryRaw<ProblemGroup[]>`
    SELECT p ->> 'cause' AS cause, p ->> 'field' AS field, count(*)::int AS rows,
      (array_agg(number ORDER BY number))[1:${shownNumbers}::int] AS numbers,
      (array_agg(DISTINCT p ->> 'text') FILTER (WHERE p ->> 'text' IS NOT NULL))[1:${shownTexts}::int] AS texts
    FROM roster_import_row, jsonb_array_elements(plan -> 'problems') p
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND plan ->> 'kind' = 'problem'
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`
}

export type UnknownWord = {
  readonly cause: 'role-unknown' | 'kind-unknown'
  readonly word: string
  readonly rows: number
}

/** The words that stand for a role or a kind of employment and that nobody has explained yet. */
export async function listUnknownWords(tx: Tx, { practiceId, importId }: Place): Promise<UnknownWord[]> {
  return await tx.$queryRaw<UnknownWord[]>`
    SELECT p ->> 'cause' AS cause, min(p ->> 'text') AS word, count(*)::int AS rows
    FROM roster_import_row, jsonb_array_elements(plan -> 'problems') p
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND plan ->> 'kind' = 'problem'
      AND p ->> 'cause' IN ('role-unknown', 'kind-unknown')
    GROUP BY 1, lower(p ->> 'text') ORDER BY 3 DESC, 2 LIMIT 100`
}

export type PlannedLine = {
  readonly number: number
  readonly cells: readonly string[]
  readonly plan: ImportPlan
  readonly result: RowResult | null
}

/** A page of the rows that do one thing, in the order of the file. */
export async function listPlannedLines(
  tx: Tx,
  { practiceId, importId }: Place,
  kind: PlanKind,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<PlannedLine[]> {
  return await tx.$queryRaw<PlannedLine[]>`
    SELECT number, cells, plan, result FROM roster_import_row
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND plan ->> 'kind' = ${kind}
    ORDER BY number LIMIT ${limit} OFFSET ${offset}`
}

/** Rows of which something must be said after they were confirmed: left since they changed, or kept. */
export async function listLinesWith(
  tx: Tx,
  { practiceId, importId }: Place,
  result: RowResult,
  { limit }: { readonly limit: number },
): Promise<PlannedLine[]> {
  return await tx.$queryRaw<PlannedLine[]>`
    SELECT number, cells, plan, result FROM roster_import_row
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND result = ${result}
    ORDER BY number LIMIT ${limit}`
}

/** Who works here and is in no row of the file, by name. */
export async function listMissing(
  tx: Tx,
  { practiceId, importId }: Place,
  { limit }: { readonly limit: number },
): Promise<MissingPlan[]> {
  const rows = await tx.$queryRaw<{ plan: MissingPlan }[]>`
    SELECT plan FROM roster_import_row
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND plan ->> 'kind' = 'missing'
    ORDER BY number LIMIT ${limit}`
  return rows.map(({ plan }) => plan)
}

/** Up to a hundred rows whose plan carries a warning, with how many there are of each. */
export async function countWarnings(
  tx: Tx,
  { practiceId, importId }: Place,
): Promise<{ readonly warning: string; readonly rows: number; readonly numbers: readonly number[] }[]> {
  return await tx.$queryRaw<{ warning: string; rows: number; numbers: number[] }[]>`
    SELECT w AS warning, count(*)::int AS rows, (array_agg(number ORDER BY number))[1:${shownNumbers}::int] AS numbers
    FROM roster_import_row, jsonb_array_elements_text(plan -> 'warnings') w
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid AND plan IS NOT NULL
    GROUP BY 1 ORDER BY 1`
}

/** A few rows as they stand in the file, to recognise its columns by. */
export async function listSampleRows(
  tx: Tx,
  { practiceId, importId }: Place,
  { limit }: { readonly limit: number },
): Promise<(readonly string[])[]> {
  const rows = await tx.$queryRaw<{ cells: readonly string[] }[]>`
    SELECT cells FROM roster_import_row
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid ORDER BY number LIMIT ${limit}`
  return rows.map(({ cells }) => cells)
}

/** How many of those who are new or come back have an address, and could be invited. */
export async function countInvitable(tx: Tx, { practiceId, importId }: Place): Promise<number> {
  const rows = await tx.$queryRaw<{ rows: number }[]>`
    SELECT count(*)::int AS rows FROM roster_import_row
    WHERE practice_id = ${practiceId}::uuid AND import_id = ${importId}::uuid
      AND plan ->> 'kind' IN ('new', 'back') AND plan -> 'post' ->> 'emailAddress' IS NOT NULL`
  return rows[0]?.rows ?? 0
}
