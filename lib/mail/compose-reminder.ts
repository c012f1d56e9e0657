import type { LocalDate } from '#lib/domain/calendar'
import type { Language } from '#lib/domain/language'
import {
  filledIn,
  type OwnReminderText,
  type ReminderMoment,
  type ReminderText,
  spokenDays,
} from '#lib/domain/mail/reminder-text'
import type { ComposedMail } from '#lib/mail/compose-mail'
import { mailWords } from '#lib/mail/mail-words'

type ReminderValues = {
  readonly name: string
  readonly practice: string
  /** Every day that the mail is about. */
  readonly dueDays: readonly LocalDate[]
  readonly today: LocalDate
  /** Where the link leads: to the training, or for somebody who has no password yet to choosing one. */
  readonly way: 'training' | 'invitation'
  readonly link: string
}

/** Beacon's own words, with their placeholders. */
export function defaultReminderText(language: Language, moment: ReminderMoment): ReminderText {
  return mailWords[language].reminder[moment]
}

/** A reminder in the words of the practice, or in Beacon's, in the reader's language. */
export function composeReminder(
  language: Language,
  { dueDays, today, way, ...values }: ReminderValues,
  own: OwnReminderText = () => undefined,
): ComposedMail {
  const { moment, days } = spokenDays(dueDays, today)
  const { subject, body } = own(language, moment) ?? defaultReminderText(language, moment)
  const { begin, linkNote } = mailWords[language].reminder
  const dueOn = listed(language, days)
  const all = { ...values, dueOn, begin: begin[way] }
  const said = filledIn(body, all)
  // Words of the practice's own may say nothing of a link that works once.
  const note = way === 'invitation' && !body.includes('{begin}') ? `\n${linkNote}\n` : ''
  return { subject: filledIn(subject, all), body: said + note }
}

function listed(language: Language, days: readonly LocalDate[]): string {
  // A calendar day is read as midnight UTC, and so written in UTC: no zone moves it.
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return new Intl.ListFormat(language).format(days.map((day) => long.format(new Date(day))))
}
