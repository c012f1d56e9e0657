import { stringify } from 'csv-stringify/sync'
import { invariant } from '#lib/domain/invariant'

export type CsvCell = string | number | null

// OWASP's list of what starts a formula, with the full-width forms that spreadsheets take for the same, wherever spaces
// or invisible marks stand before it. A cell that starts with a tab or a line break is shifted, so it counts as well. One
// that is written with apostrophes already gets one more, so that taking one away always gives what was written.
const startsFormula = /^'*(?:[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u

/**
 * A CSV file that opens in a spreadsheet as text and runs nothing: UTF-8 with a byte order mark, lines ended by CR LF, every
 * cell quoted. Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are left alone. An
 * empty cell stands for null.
 *
 * @param rows cells in the order of `header`, one for each column.
 */
export function csvFile(header: readonly string[], rows: readonly (readonly CsvCell[])[]): Uint8Array {
  invariant(
    rows.every((row) => row.length === header.length),
    'a CSV row has one cell for each column',
  )
  const lines = [header, ...rows].map((row) => row.map(safeCell))
  return Buffer.from(
    stringify(lines, { bom: true, record_delimiter: '\r\n', quoted: true, quoted_empty: true }),
  )
}

/** The same, batch by batch, for tables that are longer than the memory. */
export async function* csvStream(
  header: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvCell[])[]>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`\ufeff${csvLine(header)}`)
  for await (const rows of batches) yield Buffer.from(rows.map(csvLine).join(''))
}

function csvLine(cells: readonly CsvCell[]): string {
  let line = ''
  for (const cell of cells) line += `${line === '' ? '"' : ',"'}${safeCell(cell).replaceAll('"', '""')}"`
  return `${line}\r\n`
}

/** A cell as it was before `csvFile` made it safe, for what is exported and read again. */
export const unguardedCell = (cell: string): string =>
  cell.startsWith("'") && startsFormula.test(cell) ? cell.slice(1) : cell

function safeCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = cell.toWellFormed().replaceAll('\u0000', '')
  return startsFormula.test(text) ? `'${text}` : text
}
