import type { VisitorContext } from '#lib/context'
import { readTable } from '#lib/csv/read-table'
import { replaceRows } from '#lib/data/import-rows'
import { listImportWords } from '#lib/data/import-words'
import { findImportFile, type ImportRecord, lockImport, updateImport } from '#lib/data/roster-import'
import type { PracticeId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { guessColumns } from '#lib/domain/people/roster-import/columns'
import { withNameOrder } from '#lib/domain/people/roster-import/name-order'
import { plainWord } from '#lib/domain/people/roster-import/plain-word'

type Step = Pick<VisitorContext, 'tx' | 'now'>
type Work = {
  readonly practiceId: PracticeId
  readonly importId: string
  /** Whoever is waited for takes small files only. */
  readonly isQuick: boolean
}

// What a web process reads without keeping others waiting; a workbook is packed, and its reading costs ten times as much.
const quickBytes = { csv: 256 * 1024, xlsx: 32 * 1024 } as const

/**
 * Reads a file that was taken in, all of it or nothing. Afterwards it waits for a person: to match the columns, to say how it
 * is written, or to see why it cannot be read. Twice, or cut off half-way, it comes out the same.
 */
export async function readRosterImport(
  { tx, now }: Step,
  { practiceId, importId, isQuick }: Work,
): Promise<void> {
  const record = await lockImport(tx, practiceId, importId, { wait: isQuick })
  if (record?.stage !== 'read-file') return
  const bytes = await findImportFile(tx, practiceId, importId)
  invariant(bytes, 'a file stays until it is confirmed')
  if (isQuick && bytes.length > quickBytes[record.settings.format]) return
  const change = await reading(tx, practiceId, record, bytes)
  await updateImport(tx, practiceId, importId, change, now)
}

async function reading(tx: Step['tx'], practiceId: PracticeId, record: ImportRecord, bytes: Uint8Array) {
  const { settings } = record
  const read = await readTable(bytes, settings, plainWord)
  if (read.kind === 'ask-encoding') return { stage: 'ask-encoding' } as const
  if (read.kind === 'refused') {
    return { stage: 'unreadable', settings: { ...settings, refusal: read.refusal } } as const
  }
  const { table, sheets, encoding, delimiter } = read
  await replaceRows(tx, { practiceId, importId: record.id }, table.rows)
  const { columns: remembered } = await listImportWords(tx, practiceId)
  const { headers, rows } = table
  const isSettled = (index: number) => remembered.has(plainWord(headers[index] ?? ''))
  const columns = withNameOrder(guessColumns(headers, remembered), rows, isSettled)
  const found = { ...settings, sheets, encoding, delimiter, headers, columns, refusal: null, dayOrder: null }
  return { stage: 'match', total: rows.length, done: 0, settings: found } as const
}
