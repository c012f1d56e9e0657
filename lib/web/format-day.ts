const formats = new Map<string, Intl.DateTimeFormat>()

/** Writes a LocalDate out in full, year included, as the language does: "March 31, 2028". */
export function dayFormatter(locale: string): (on: string) => string {
  const format =
    formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  formats.set(locale, format)
  return (on) => format.format(new Date(`${on}T00:00:00Z`))
}
