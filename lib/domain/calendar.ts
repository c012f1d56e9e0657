import { Temporal } from 'temporal-polyfill'

declare const localDate: unique symbol
declare const instant: unique symbol
declare const monthDay: unique symbol

/** A calendar day in the practice's own time zone, as `YYYY-MM-DD`, years 0001 to 9999. Compare with `<` and `===`. */
export type LocalDate = string & { readonly [localDate]: true }

/** A moment in UTC, always as `YYYY-MM-DDTHH:mm:ss.sssZ`, so that `<` and `===` compare moments. */
export type Instant = string & { readonly [instant]: true }

/** A day of every year as `MM-DD`. `02-29` is 28 February in common years. */
export type MonthDay = string & { readonly [monthDay]: true }

const dayPattern = /^\d{4}-\d{2}-\d{2}$/
const instantPattern = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** True for `YYYY-MM-DD` naming a day that exists; 2026-02-30 and 20260228 are not dates. */
export function isLocalDate(text: string): text is LocalDate {
  if (!dayPattern.test(text)) return false
  const { year, month, day } = fieldsOf(text)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Throws a RangeError unless the text is `YYYY-MM-DD` and that day exists. */
export function localDateFrom(text: string): LocalDate {
  if (isLocalDate(text)) return text
  throw new RangeError('not a calendar date: expected YYYY-MM-DD')
}

/** True for `MM-DD` naming a day that some year has. */
export function isMonthDay(text: string): text is MonthDay {
  return isLocalDate(`2000-${text}`)
}

/** Throws a RangeError unless the text is `MM-DD` and some year has that day. */
export function monthDayFrom(text: string): MonthDay {
  if (isMonthDay(text)) return text
  throw new RangeError('not a day of the year: expected MM-DD')
}

/** Reads ISO 8601 with `Z` or an offset; keeps milliseconds. Throws a RangeError on anything else. */
export function instantFrom(text: string): Instant {
  if (instantPattern.test(text) && isLocalDate(text.slice(0, 10))) return text as Instant
  return canonical(Temporal.Instant.from(text))
}

/** An IANA name such as `America/Chicago`; a bare offset such as `+05:45` has no history and is refused. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)
    return true
  } catch {
    return false
  }
}

/** The calendar day that the people of the zone were living at this moment. Throws on an unknown zone. */
export function localDateAt(at: Instant, zone: string): LocalDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() as LocalDate
}

/**
 * The first moment of a day in the zone: midnight, or later where the clocks skip it. A day that the zone skipped
 * whole (Apia, 30 December 2011) begins when the next one does.
 */
export function startOfDayAt(date: LocalDate, zone: string): Instant {
  return canonical(Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant())
}

/** The last moment of a day in the zone that can be told from the next day. */
export function endOfDayAt(date: LocalDate, zone: string): Instant {
  const next = Temporal.PlainDate.from(addDays(date, 1)).toZonedDateTime(zone).toInstant()
  return canonical(next.subtract({ milliseconds: 1 }))
}

/** What the clocks on the wall of the zone show at this moment, as `HH:MM`. */
export function localTimeAt(at: Instant, zone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5)
}

/** The moment at which the clocks of the zone show `HH:MM` on that day: the first where they show it twice, later where they skip it. */
export function momentAt(date: LocalDate, time: string, zone: string): Instant {
  return canonical(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant())
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  // 0000-03-01, day number 0, was a Wednesday.
  return ((dayNumberOf(date) + 2) % 7) + 1
}

/** Minutes of elapsed time, whatever the clocks on the wall do; negative goes back. */
export function addMinutes(at: Instant, minutes: number): Instant {
  return canonical(Temporal.Instant.from(at).add({ minutes }))
}

/** Month ends clamp: one month after 31 January is the last day of February. Give it the anchor, never a clamped result. */
export function addMonths(anchor: LocalDate, months: number): LocalDate {
  const { year, month, day } = fieldsOf(anchor)
  const count = year * 12 + (month - 1) + months
  const newYear = Math.floor(count / 12)
  const newMonth = count - newYear * 12 + 1
  return dateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + days)
}

/** Whole days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from)
}

/** From the month of one day to the month of another: 1 from 31 January to 1 February, negative when `to` is earlier. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  const [a, b] = [fieldsOf(from), fieldsOf(to)]
  return (b.year - a.year) * 12 + b.month - a.month
}

/** The last day that can be written: for what has no end. */
export const endOfTime = '9999-12-31' as LocalDate

export function earlierOf(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b
}

export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}

function canonical(moment: Temporal.Instant): Instant {
  return moment.toString({ fractionalSecondDigits: 3 }) as Instant
}

// Own integers, since Temporal's date arithmetic costs microseconds and a dashboard does thousands of additions.
// The tests prove that they equal Temporal.

type Fields = { readonly year: number; readonly month: number; readonly day: number }

function fieldsOf(date: string): Fields {
  return { year: digits(date, 0, 4), month: digits(date, 5, 7), day: digits(date, 8, 10) }
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index += 1) value = value * 10 + (text.charCodeAt(index) - 48)
  return value
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 0000-03-01 of the proleptic Gregorian calendar: a year that starts in March ends with its leap day. */
function dayNumberOf(date: LocalDate): number {
  const { year, month, day } = fieldsOf(date)
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = month > 2 ? month - 3 : month + 9
  return daysBeforeMarchYear(marchYear) + Math.floor((153 * marchMonth + 2) / 5) + day - 1
}

function daysBeforeMarchYear(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

function dateOfDayNumber(number: number): LocalDate {
  const guess = Math.floor(number / 365.2425)
  const marchYear = daysBeforeMarchYear(guess + 1) <= number ? guess + 1 : guess
  const rest = number - daysBeforeMarchYear(marchYear)
  if (rest < 0) return dateFromMarch(marchYear - 1, number - daysBeforeMarchYear(marchYear - 1))
  return dateFromMarch(marchYear, rest)
}

function dateFromMarch(marchYear: number, dayOfYear: number): LocalDate {
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return dateOf(month <= 2 ? marchYear + 1 : marchYear, month, day)
}

function dateOf(year: number, month: number, day: number): LocalDate {
  if (!Number.isInteger(year + day) || year < 1 || year > 9999)
    throw new RangeError('calendar date out of range')
  const yearText = year < 1000 ? String(year).padStart(4, '0') : String(year)
  const text = `${yearText}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
  return text as LocalDate
}
