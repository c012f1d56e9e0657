import { getFormatter } from 'next-intl/server'

/** Writes a moment out as the clocks of the zone show it: "March 10, 2026 at 12:31 PM". */
export async function momentWords(timeZone: string): Promise<(at: string) => string> {
  const format = await getFormatter()
  return (at) => format.dateTime(new Date(at), { timeZone, dateStyle: 'long', timeStyle: 'short' })
}
