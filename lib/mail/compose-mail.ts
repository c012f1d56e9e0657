import { createTranslator } from 'next-intl'
import type { LocalDate } from '#lib/domain/calendar'
import words from './messages/en.json' with { type: 'json' }

type ReminderValues = {
  readonly name: string
  readonly practice: string
  readonly dueOn: LocalDate
  readonly when: 'ahead' | 'past'
  /** Where the link leads: to the training, or for somebody who has no password yet to choosing one. */
  readonly way: 'training' | 'invitation'
  readonly link: string
}

type MailValues = {
  invitation: { name: string; practice: string; link: string; days: number }
  reset: { name: string; link: string; minutes: number }
  reminder: ReminderValues
}

export type ComposedMail = { readonly subject: string; readonly body: string }

/** Subject and plain text. Subjects are neutral: a mail list is read over a shoulder. */
export function composeMail<Kind extends keyof MailValues>(
  kind: Kind,
  values: MailValues[Kind],
): ComposedMail {
  const t = createTranslator({ locale: 'en', messages: words })
  const shown = 'dueOn' in values ? { ...values, dueOn: longDay.format(new Date(values.dueOn)) } : values
  return {
    subject: t(`${kind}.subject` as 'reset.subject'),
    body: t(`${kind}.body` as 'reset.body', shown as never),
  }
}

/** A calendar day is read as midnight UTC, and so written in UTC: no zone moves it. */
const longDay = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })
