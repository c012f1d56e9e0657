/** A table as it was read from a file: texts only, whatever they look like. */
export type Table = {
  readonly headers: readonly string[]
  /** Empty rows are left out. */
  readonly rows: readonly TableRow[]
}

/** `number` is the row's in the file as a spreadsheet counts: 1 is the first, often that of the headers. */
export type TableRow = { readonly number: number; readonly cells: readonly string[] }

export type TableRefusal =
  | 'file-empty'
  | 'file-broken'
  | 'file-not-a-table'
  | 'file-old-or-protected'
  | 'file-too-large-inside'
  | 'quote-left-open'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'headers-twice'
  | 'headers-missing'
  | 'rows-missing'

export const mostRows = 10_000
export const mostColumns = 100
/** No field of ours is longer. What is cut here is refused later, with its row and column. */
const mostCharacters = 2_001

/** Rows as they come, with what they say as a table, or why they say none. */
export function tableFrom(
  rows: readonly TableRow[],
  sameWord: (text: string) => string,
): Table | TableRefusal {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [head, ...rest] = filled
  if (!head) return 'file-empty'
  const headers = withoutEmptyEnd(head.cells).map((cell) => cell.trim().slice(0, 200))
  if (headers.length > mostColumns) return 'too-many-columns'
  if (rest.length > mostRows) return 'too-many-rows'
  if (headers.every((header) => header === '')) return 'headers-missing'
  const words = headers.map(sameWord).filter((word) => word !== '')
  if (new Set(words).size < words.length) return 'headers-twice'
  if (rest.length === 0) return 'rows-missing'
  return {
    headers,
    rows: rest.map(({ number, cells }) => ({ number, cells: withoutEmptyEnd(cells).map(cut) })),
  }
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
}

const cut = (cell: string) => (cell.length > mostCharacters ? cell.slice(0, mostCharacters) : cell)
