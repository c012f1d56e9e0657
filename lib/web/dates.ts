import { getFormatter } from 'next-intl/server'

/** Writes a LocalDate with its year in the reader's language, for example `March 31, 2028`. */
export async function dateFormatter(): Promise<(on: string) => string> {
  const format = await getFormatter()
  // A calendar date has no zone: read and written at UTC, it stays the day that it is.
  return (on) => format.dateTime(new Date(`${on}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
}
