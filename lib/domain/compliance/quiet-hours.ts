import {
  addDays,
  type Instant,
  type LocalDate,
  localDateAt,
  localTimeAt,
  momentAt,
  weekdayOf,
} from '#lib/domain/calendar'

/** When the practice's people are left in peace, in its own zone. Times are `HH:MM`; alike, no hour is quiet. */
export type QuietHours = {
  /** From this time on, included. */
  readonly quietFrom: string
  /** Up to this time, which is no longer quiet. Earlier than `quietFrom`: the night between. */
  readonly quietUntil: string
  /** Saturday and Sunday are quiet, whole. */
  readonly quietWeekends: boolean
}

const saturday = 6
const plainMorning = '08:00'

export function isQuietDay({ quietWeekends }: QuietHours, day: LocalDate): boolean {
  return quietWeekends && weekdayOf(day) >= saturday
}

function isQuietTime({ quietFrom, quietUntil }: QuietHours, time: string): boolean {
  return quietFrom <= quietUntil
    ? quietFrom <= time && time < quietUntil
    : quietFrom <= time || time < quietUntil
}

export function isQuiet(hours: QuietHours, at: Instant, zone: string): boolean {
  return isQuietDay(hours, localDateAt(at, zone)) || isQuietTime(hours, localTimeAt(at, zone))
}

/** The next moment at which mail may leave; null where it may leave now. */
export function quietEndsAt(hours: QuietHours, at: Instant, zone: string): Instant | null {
  if (!isQuiet(hours, at, zone)) return null
  const today = localDateAt(at, zone)
  // A weekend is the longest that whole days are quiet.
  const days = [0, 1, 2, 3, 4].map((days) => addDays(today, days))
  const ends = days.flatMap((day) =>
    ['00:00', hours.quietUntil].map((time) => momentAt(day, time, zone)).toSorted(),
  )
  return ends.find((end) => end > at && !isQuiet(hours, end, zone)) ?? null
}

/** The morning has come in the zone and mail may leave: when a day's reminders are planned, once. */
export function isPlanningTime(hours: QuietHours, at: Instant, zone: string): boolean {
  const { quietFrom, quietUntil } = hours
  const morning = quietFrom > quietUntil ? quietUntil : plainMorning
  return !isQuiet(hours, at, zone) && localTimeAt(at, zone) >= morning
}

/** The first day after this one that is not quiet. */
export function nextSendingDay(hours: QuietHours, day: LocalDate): LocalDate {
  const next = addDays(day, 1)
  return isQuietDay(hours, next) ? nextSendingDay(hours, next) : next
}
