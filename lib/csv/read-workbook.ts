import { readSheet } from 'read-excel-file/universal'
import { mostRows, type TableRow } from '#lib/csv/table'
import { type UnzipRefusal, unzip } from '#lib/csv/unzip'
import { zipStream } from '#lib/csv/zip-stream'

export type WorkbookRefusal = UnzipRefusal | 'too-many-rows'
export type Workbook = {
  /** The names of all sheets, in their order. */
  readonly sheets: readonly string[]
  readonly rows: readonly TableRow[]
}

// The largest roster that we take, written wastefully, unpacks to a tenth of this.
const mostUnpackedBytes = 48 * 1024 * 1024
const mostSheets = 50
const neededFile =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i

/**
 * The rows of one sheet of an XLSX file, as texts: a day as year-month-day, a number as it is stored, a formula as the text
 * that it last showed. The archive is unpacked by us, within a limit, before the library sees it.
 *
 * @param sheet from 0.
 */
export async function readWorkbook(bytes: Uint8Array, sheet: number): Promise<Workbook | WorkbookRefusal> {
  const files = unzip(bytes, (name) => neededFile.test(name), mostUnpackedBytes)
  if (typeof files === 'string') return files
  const contents = [...files.values()]
  // No spreadsheet declares entities; who does wants them expanded a billion times.
  if (contents.some((content) => content.includes('<!DOCTYPE') || content.includes('<!ENTITY')))
    return 'file-broken'
  if (contents.some((content) => hasTooManyRows(content))) return 'too-many-rows'
  if ([...files].some(([name, content]) => sheetFile.test(name) && spreadsTooFar(content)))
    return 'too-many-rows'
  const sheets = sheetNames(files.get('xl/workbook.xml')?.toString() ?? '')
  if (sheets.length === 0 || sheet >= sheets.length) return 'file-broken'
  try {
    const data = await readSheet(await repacked(files), sheet + 1, { trim: false, parseNumber: asWritten })
    return { sheets, rows: data.map((cells, index) => ({ number: index + 1, cells: cells.map(textOf) })) }
  } catch {
    return 'file-broken'
  }
}

// Rows that only look like something stand in many files; more than these are no roster.
const mostWrittenRows = mostRows * 5

function hasTooManyRows(content: Buffer): boolean {
  let rows = 0
  for (let at = content.indexOf('<row'); at !== -1; at = content.indexOf('<row', at + 4)) {
    rows += 1
    if (rows > mostWrittenRows) return true
  }
  return false
}

const sheetFile = /^xl\/worksheets\//i
// The library makes every cell up to the last row and column that are named, also of a sheet that holds two.
const mostCells = 1_000_000

function spreadsTooFar(sheet: Buffer): boolean {
  let rows = 1
  let columns = 1
  for (const [, , place = ''] of sheet.toString('latin1').matchAll(/\br\s*=\s*(["'])(.*?)\1/gs)) {
    const [, letters, number] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? []
    if (letters === undefined || number === undefined) return true
    rows = Math.max(rows, Number(number))
    columns = Math.max(columns, columnOf(letters))
    if (rows > mostWrittenRows || rows * columns > mostCells) return true
  }
  return false
}

/** "A" is 1, "AA" is 27. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** What was unpacked within the limit, as an archive again, since the library takes nothing else. */
async function repacked(files: ReadonlyMap<string, Buffer>): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const each = [...files].map(([name, content]) => ({ name, content: onePiece(content) }))
  for await (const piece of zipStream(each)) pieces.push(piece)
  const archive = Buffer.concat(pieces)
  return archive.buffer.slice(archive.byteOffset, archive.byteOffset + archive.length) as ArrayBuffer
}

async function* onePiece(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

function sheetNames(workbook: string): string[] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)]
    .slice(0, mostSheets)
    .map(([, name = '']) => name.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => entities[entity] ?? ''))
}

const asWritten = (number: string) => number

/** A day has no time of day in a roster, and the library gives it as midnight in UTC. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
