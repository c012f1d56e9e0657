import type { LocalDate } from '#lib/domain/calendar'
import type { ProjectedSpan } from '#lib/domain/compliance/projection'

/** Whether two projections, made on whatever days, say the same of every day from `today` on. */
export function isSameFrom(
  today: LocalDate,
  a: readonly ProjectedSpan[],
  b: readonly ProjectedSpan[],
): boolean {
  return toldFrom(today, a) === toldFrom(today, b)
}

function toldFrom(today: LocalDate, spans: readonly ProjectedSpan[]): string {
  return JSON.stringify(
    spans
      .filter(({ through }) => through === null || through >= today)
      .map(({ from, through, ...rest }) => [from < today ? today : from, through, sortedFields(rest)]),
  )
}

/** Fields in an order of their own: one side comes out of a table, the other out of the function. */
function sortedFields(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .map(([name, field]) => [name, sortedFields(field)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}
