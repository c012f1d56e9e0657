import type { Columns } from '#lib/domain/people/roster-import/columns'

// What stands behind the comma of "Jane Doe, RN" and "Juan Pérez, Jr." is no first name.
const suffixes = new Set(
  `jr sr ii iii iv esq ma cma rma cna lpn lvn rn bsn msn dnp np fnp agnp pmhnp cnm crna aprn arnp pa md do mbbs phd psyd
  pharmd dds dmd rdh rda lcsw lmsw lpc pt dpt ot slp rt cpc mba mph`.split(/\s+/),
)
const isSuffix = (part: string) =>
  part
    .toLowerCase()
    .replaceAll('.', '')
    .split(/[-/ ]/)
    .every((word) => suffixes.has(word) || word === 'c')

/** "Vega, Marisol" is Marisol Vega; what stands behind a second comma stays there. A name without a comma is in order. */
export function nameInOrder(text: string): string {
  const [family = '', given = '', ...rest] = text.split(',').map((part) => part.trim())
  const name = [given, family].filter((part) => part !== '').join(' ')
  return [name, ...rest.filter((part) => part !== '')].join(', ')
}

/**
 * The columns with a column of names taken as "Last, First" where most of its names are written so. A proposal, which
 * somebody sees before the rows are checked; `isSettled` is for columns about which somebody said something before.
 */
export function withNameOrder(
  columns: Columns,
  rows: readonly { readonly cells: readonly string[] }[],
  isSettled: (index: number) => boolean,
): Columns {
  const index = columns.indexOf('name')
  if (index === -1 || isSettled(index)) return columns
  const names = rows.map(({ cells }) => cells[index] ?? '').filter((name) => name.trim() !== '')
  const reversed = names.filter(isReversed).length
  return reversed * 2 > names.length ? columns.with(index, 'reversedName') : columns
}

function isReversed(name: string): boolean {
  const [family = '', given = ''] = name.split(',').map((part) => part.trim())
  return family !== '' && given !== '' && !isSuffix(given)
}
