import type { Context } from '#lib/context'
import { saveImportWords } from '#lib/data/import-words'
import { lockImport, updateImport } from '#lib/data/roster-import'
import { membershipWith } from '#lib/domain/access/actor'
import {
  type Columns,
  type ColumnsProblem,
  columnsProblem,
  type ImportField,
} from '#lib/domain/people/roster-import/columns'
import { isOpen } from '#lib/domain/people/roster-import/import-state'
import { plainWord } from '#lib/domain/people/roster-import/plain-word'
import { ok, type Result, refuse } from '#lib/domain/result'

export type MatchImportColumnsRefusal = ColumnsProblem | 'not-found' | 'import-moved-on'

type Input = {
  readonly practiceId: string
  readonly importId: string
  /** For each column of the file, in its order; null for one that is not read. */
  readonly columns: readonly (ImportField | null)[]
}

/** Says what each column holds. The practice's next file with the same headers begins with it. */
export async function matchImportColumns(
  { tx, now, actor }: Context,
  input: Input,
): Promise<Result<null, MatchImportColumnsRefusal>> {
  const { importId } = input
  const post = membershipWith(actor, input.practiceId, 'manage')
  const record = post && (await lockImport(tx, post.practiceId, importId, { wait: true }))
  if (!post || !record) return refuse('not-found')
  const { headers } = record.settings
  if (!isOpen(record.stage) || headers.length === 0) return refuse('import-moved-on')
  const columns: Columns = headers.map((_, index) => input.columns[index] ?? null)
  const problem = columnsProblem(columns)
  if (problem) return refuse(problem)
  const words = headers.map((header, index) => {
    return { kind: 'column', word: plainWord(header), meaning: columns[index] ?? '' } as const
  })
  await saveImportWords(
    tx,
    post.practiceId,
    words.filter(({ word }) => word !== ''),
  )
  const settings = { ...record.settings, columns }
  await updateImport(tx, post.practiceId, importId, { stage: 'check', settings }, now)
  return ok(null)
}
