import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { LocalDate } from '#lib/domain/calendar'
import type { CalendarEntry } from '#lib/domain/compliance/calendar-entries'
import type { Language } from '#lib/domain/language'
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** What stands in a calendar: neutral, since calendars are shared and shown on locked screens. */
export const calendarWords: Readonly<Record<Language, typeof en>> = { en, es }

type CalendarFile = {
  readonly entries: readonly CalendarEntry[]
  readonly language: Language
  /** Days before an entry on which the calendar shall remind, at nine in the morning; null for never. */
  readonly alarmDays: number | null
  /** Where an entry leads: the list of trainings. */
  readonly url: string
  /** The day that the file is of: the same day gives the same file. */
  readonly today: LocalDate
}

const halfDay = 12 * 60 * 60
const nineHours = 9 * 60 * 60
const day = 24 * 60 * 60

/** An iCalendar file (RFC 5545) of whole days, which no time zone moves. */
export function calendarFile({ entries, language, alarmDays, url, today }: CalendarFile): string {
  const words = calendarWords[language]
  const calendar = ical({
    name: words.name,
    prodId: { company: 'Beacon', product: 'Training', language: language.toUpperCase() },
    ttl: halfDay,
  })
  for (const { id, kind, on } of entries) {
    const event = calendar.createEvent({
      id,
      start: asDate(on),
      allDay: true,
      stamp: asDate(today),
      summary: words[kind],
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    })
    if (alarmDays === null) continue
    // A whole day begins at midnight; seconds before it count as more than none, and must not count from its end.
    const trigger = alarmDays * day - nineHours
    event.createAlarm({ type: ICalAlarmType.display, trigger }).relatesTo(ICalAlarmRelatesTo.start)
  }
  return calendar.toString()
}

/** The library reads whole days in UTC. */
const asDate = (on: LocalDate) => new Date(`${on}T00:00:00Z`)
