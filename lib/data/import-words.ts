import type { Tx } from '#lib/data/database'
import type { PracticeId } from '#lib/domain/ids'
import type { EmploymentKind, Role } from '#lib/domain/people/roles'
import type { ImportField } from '#lib/domain/people/roster-import/columns'

export type ImportWordKind = 'column' | 'role' | 'employment-kind'
export type ImportWord = {
  readonly kind: ImportWordKind
  /** As `plainWord` writes it. */
  readonly word: string
  /** Empty for a column that is not read. */
  readonly meaning: string
}

export type ImportWords = {
  readonly columns: ReadonlyMap<string, ImportField | null>
  readonly roles: ReadonlyMap<string, Role>
  readonly kinds: ReadonlyMap<string, EmploymentKind>
}

/** What the practice said before of the words in its files. */
export async function listImportWords(tx: Tx, practiceId: PracticeId): Promise<ImportWords> {
  const rows = await tx.$queryRaw<ImportWord[]>`
    SELECT kind, word, meaning FROM import_word WHERE practice_id = ${practiceId}::uuid LIMIT 5000`
  const of = (kind: ImportWordKind) =>
    rows.filter((row) => row.kind === kind).map(({ word, meaning }) => [word, meaning] as const)
  return {
    columns: new Map(of('column').map(([word, meaning]) => [word, (meaning || null) as ImportField | null])),
    roles: new Map(of('role') as [string, Role][]),
    kinds: new Map(of('employment-kind') as [string, EmploymentKind][]),
  }
}

/** Keeps what was said; what was said of a word last holds. */
export async function saveImportWords(
  tx: Tx,
  practiceId: PracticeId,
  words: readonly ImportWord[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO import_word (practice_id, kind, word, meaning)
    SELECT DISTINCT ON (r.kind, r.word) ${practiceId}::uuid, r.kind, r.word, r.meaning
    FROM jsonb_to_recordset(${JSON.stringify(words)}::jsonb) AS r(kind text, word text, meaning text)
    ON CONFLICT (practice_id, kind, word) DO UPDATE SET meaning = excluded.meaning`
}
