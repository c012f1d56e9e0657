import {
  askedEncodings,
  decodedAs,
  decodedText,
  type TextEncoding,
  tellingLines,
  textEncodings,
} from '#lib/csv/decode-text'
import { type CsvRefusal, delimiters, readCsv, sniffDelimiter } from '#lib/csv/read-csv'
import { readWorkbook, type WorkbookRefusal } from '#lib/csv/read-workbook'
import { type Table, type TableRefusal, tableFrom } from '#lib/csv/table'

/** How somebody said that a file is to be read; null is for what the file tells itself. */
export type HowToRead = {
  readonly encoding: string | null
  readonly delimiter: string | null
  /** Of a workbook, from 0. */
  readonly sheet: number
}

export type FileRefusal = TableRefusal | CsvRefusal | WorkbookRefusal

export type ReadTable =
  | {
      readonly kind: 'table'
      readonly table: Table
      readonly sheets: readonly string[]
      readonly encoding: string | null
      readonly delimiter: string | null
    }
  | { readonly kind: 'ask-encoding' }
  | { readonly kind: 'refused'; readonly refusal: FileRefusal }

const begins = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte)

/** Whether the bytes are those of an archive, which every XLSX file is. */
export const isWorkbook = (bytes: Uint8Array) => begins(bytes, 0x50, 0x4b, 0x03, 0x04)

/**
 * The table in a file of a spreadsheet or of comma-separated values, told apart by their bytes and never by a name.
 *
 * @param sameWord headers of which this gives the same are the same.
 */
export async function readTable(
  bytes: Uint8Array,
  how: HowToRead,
  sameWord: (text: string) => string,
): Promise<ReadTable> {
  if (isWorkbook(bytes)) {
    const workbook = await readWorkbook(bytes, how.sheet)
    if (typeof workbook === 'string') return refused(workbook)
    const { sheets } = workbook
    return tableOr(tableFrom(workbook.rows, sameWord), { sheets, encoding: null, delimiter: null })
  }
  // The container of Excel before 2007, and of every workbook that a password protects.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('file-old-or-protected')
  if (bytes.length === 0) return refused('file-empty')
  // "%PDF": a page for printing, whatever text may be found in it.
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return refused('file-not-a-table')
  return readText(bytes, how, sameWord)
}

const refused = (refusal: FileRefusal): ReadTable => ({ kind: 'refused', refusal })

function readText(bytes: Uint8Array, how: HowToRead, sameWord: (text: string) => string): ReadTable {
  const encoding = textEncodings.find((known) => known === how.encoding)
  const decoded = encoding ? decodedWith(bytes, encoding) : decodedText(bytes)
  if (!decoded) return { kind: 'ask-encoding' }
  if (decoded.text.includes('\0')) return refused('file-not-a-table')
  const named = /^sep=([,;|\t])\r?\n/.exec(decoded.text)
  const text = named ? decoded.text.slice(named[0].length) : decoded.text
  const delimiter =
    delimiters.find((known) => known === (how.delimiter ?? named?.[1])) ?? sniffDelimiter(text)
  const rows = readCsv(text, delimiter)
  if (typeof rows === 'string') return refused(rows)
  // The line that names the delimiter is a row to whoever counts them.
  const numbered = named ? rows.map((row) => ({ ...row, number: row.number + 1 })) : rows
  return tableOr(tableFrom(numbered, sameWord), { sheets: [], encoding: decoded.encoding, delimiter })
}

function decodedWith(bytes: Uint8Array, encoding: TextEncoding) {
  const text = decodedAs(bytes, encoding)
  return text === undefined ? undefined : { text, encoding }
}

type Found = Omit<Extract<ReadTable, { kind: 'table' }>, 'kind' | 'table'>

function tableOr(table: Table | TableRefusal, found: Found): ReadTable {
  return typeof table === 'string' ? refused(table) : { kind: 'table', table, ...found }
}

export type EncodingSample = { readonly encoding: string; readonly lines: readonly string[] }

/** The telling lines of a file in each encoding that somebody may choose from. */
export function encodingSamples(bytes: Uint8Array): readonly EncodingSample[] {
  return askedEncodings.map((encoding) => ({ encoding, lines: tellingLines(bytes, encoding, 4) }))
}
