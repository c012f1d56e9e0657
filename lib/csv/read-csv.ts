import { mostColumns, mostRows, type TableRow } from '#lib/csv/table'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

type Rows = readonly TableRow[]
export type CsvRefusal = 'quote-left-open' | 'too-many-rows'

// Rows without a word are not counted against the limit of the table, but nobody sends a hundred thousand of them.
const mostRecords = mostRows * 4

/**
 * Every record of a CSV text by RFC 4180, more kindly: a line may end with LF or CR alone, and a quote inside an unquoted cell
 * is a quote. Cells are texts; what looks like a formula or a number stays as it is written.
 */
export function readCsv(text: string, delimiter: Delimiter, most = mostRecords): Rows | CsvRefusal {
  const rows: TableRow[] = []
  let at = 0
  while (at < text.length) {
    if (rows.length === most) return 'too-many-rows'
    const record = readRecord(text, at, delimiter)
    if (record === 'quote-left-open') return record
    rows.push({ number: rows.length + 1, cells: record.cells })
    at = record.end
  }
  return rows
}

type Read = { readonly cells: string[]; readonly end: number }

function readRecord(text: string, start: number, delimiter: Delimiter): Read | 'quote-left-open' {
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = cellAt(text, at, delimiter)
    if (cell === 'quote-left-open') return cell
    // What is beyond is refused as a table; until then it need not be kept.
    if (cells.length <= mostColumns * 4) cells.push(cell.text)
    at = cell.end
    if (text[at] !== delimiter) return { cells, end: afterLineEnd(text, at) }
    at += 1
    if (at === text.length) return { cells: [...cells, ''], end: at }
  }
}

type Cell = { readonly text: string; readonly end: number }

function cellAt(text: string, at: number, delimiter: Delimiter): Cell | 'quote-left-open' {
  return text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter)
}

function quotedCell(text: string, start: number): Cell | 'quote-left-open' {
  let content = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return 'quote-left-open'
    content += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { text: content, end: quote + 1 }
    content += '"'
    at = quote + 2
  }
}

function plainCell(text: string, start: number, delimiter: Delimiter): Cell {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(start, end), end }
}

/** Past the end of the line. What stands between a closing quote and the delimiter belongs to nothing. */
function afterLineEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}

const sniffed = 20

/** The delimiter by which the first records agree best on how many cells a record has. A comma where nothing tells. */
export function sniffDelimiter(text: string): Delimiter {
  const head = text.slice(0, 64 * 1024)
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const score = agreement(head, delimiter)
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}

function agreement(head: string, delimiter: Delimiter): number {
  const widths: number[] = []
  for (let at = 0; at < head.length && widths.length < sniffed; ) {
    const record = readRecord(head, at, delimiter)
    if (record === 'quote-left-open') break
    if (record.cells.some((cell) => cell.trim() !== '')) widths.push(record.cells.length)
    at = record.end
  }
  const first = widths[0] ?? 1
  if (first < 2) return 0
  const alike = widths.filter((width) => width === first).length
  return (alike / widths.length) * 1000 + first
}
