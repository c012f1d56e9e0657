import { getFormatter } from 'next-intl/server'
import type { LocalDate } from '#lib/domain/calendar'

/** Writes a calendar day in the reader's language, with the year. The day is the practice's already: no zone moves it. */
export async function dayWords(): Promise<(day: LocalDate) => string> {
  const format = await getFormatter()
  return (day) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
    })
}
