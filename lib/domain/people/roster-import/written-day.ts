import { isLocalDate, type LocalDate } from '#lib/domain/calendar'

/** Which of the two comes first where a day is written with numbers, as in 03/04/2026. */
export type DayOrder = 'month-first' | 'day-first'

/** `either`: both orders give a day, and they are not the same one. */
type WrittenDay =
  | { readonly kind: 'day'; readonly on: LocalDate; readonly order: DayOrder | null }
  | { readonly kind: 'either'; readonly monthFirst: LocalDate; readonly dayFirst: LocalDate }
  | { readonly kind: 'no-day' }

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)?$/

/**
 * Reads a day that begins or ends with a year of four digits; a time of day behind it is left aside. Years of two digits are
 * not read: nobody knows the century.
 */
function writtenDay(text: string): WrittenDay {
  const iso = yearFirst.exec(text)
  if (iso) return dayOr(dateFrom(iso[1], iso[3], iso[4]), null)
  const numbers = yearLast.exec(text)
  if (!numbers) return { kind: 'no-day' }
  const monthFirst = dateFrom(numbers[4], numbers[1], numbers[3])
  const dayFirst = dateFrom(numbers[4], numbers[3], numbers[1])
  if (monthFirst && dayFirst && monthFirst !== dayFirst) return { kind: 'either', monthFirst, dayFirst }
  if (monthFirst === dayFirst) return dayOr(monthFirst, null)
  return monthFirst ? dayOr(monthFirst, 'month-first') : dayOr(dayFirst, 'day-first')
}

function dayOr(on: LocalDate | undefined, order: DayOrder | null): WrittenDay {
  return on === undefined ? { kind: 'no-day' } : { kind: 'day', on, order }
}

function dateFrom(year = '', month = '', day = ''): LocalDate | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(text) ? text : undefined
}

export type DayProblem = 'day-invalid' | 'day-ambiguous' | 'day-in-other-order'

export const isDayProblem = (read: LocalDate | DayProblem): read is DayProblem => read.startsWith('day-')

/** The day by the order that was chosen for the whole file, or what keeps it from being read. Null: not chosen yet. */
export function dayInOrder(text: string, order: DayOrder | null): LocalDate | DayProblem {
  const written = writtenDay(text)
  switch (written.kind) {
    case 'no-day':
      return 'day-invalid'
    case 'either':
      if (order === null) return 'day-ambiguous'
      return order === 'month-first' ? written.monthFirst : written.dayFirst
    case 'day':
      // A file in which one day can only be read the other way is not as it was said to be.
      return order !== null && written.order !== null && written.order !== order
        ? 'day-in-other-order'
        : written.on
  }
}

/** The order that the days with one reading only speak for; null where they speak for none, or for both. */
export function likelyOrder(texts: Iterable<string>): DayOrder | null {
  const found = new Set<DayOrder>()
  for (const text of texts) {
    const written = writtenDay(text)
    if (written.kind === 'day' && written.order !== null) found.add(written.order)
  }
  const [only = null] = found
  return found.size === 1 ? only : null
}
