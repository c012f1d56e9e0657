import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { localDateFrom } from '#lib/domain/calendar'
import { languages } from '#lib/domain/language'
import { isNeutral, reminderMoments, reminderTextProblems } from '#lib/domain/mail/reminder-text'
import { composeMail } from '#lib/mail/compose-mail'
import { composeReminder, defaultReminderText } from '#lib/mail/compose-reminder'
import { mailWords } from '#lib/mail/mail-words'
import { icuShape } from '#tests/content/icu-shape'

type Messages = { readonly [key: string]: string | Messages }

function entriesOf(messages: Messages, above = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[above + key, value] as [string, string]]
      : entriesOf(value, `${above}${key}.`),
  )
}

const english = entriesOf(mailWords.en)
const spanish = entriesOf(mailWords.es)

test('every mail exists in both languages, asks for the same and is translated', () => {
  expect(spanish.map(([key]) => key)).toEqual(english.map(([key]) => key))
  const shapes = (entries: readonly [string, string][]) => entries.map(([, words]) => icuShape(words))
  expect(shapes(spanish)).toEqual(shapes(english))
  expect(spanish.filter(([, words], index) => words === english[index]?.[1])).toEqual([])
})

describe.each(languages)('in %s', (language) => {
  test('every subject is neutral, and so is what stands below it', () => {
    for (const [key, words] of entriesOf(mailWords[language]))
      expect([key, isNeutral(words)]).toEqual([key, true])
  })

  test('Beacon’s own reminders keep the rules that a practice’s own must keep', () => {
    for (const moment of reminderMoments)
      expect(reminderTextProblems(defaultReminderText(language, moment))).toEqual([])
  })

  test('no mail says a brace', () => {
    const link = 'https://beacon.example/x'
    const day = localDateFrom('2026-03-31')
    const named = { name: 'Ana', practice: 'Gateway', link }
    const counts = { late: 1, grace: 2, soon: 3, current: 4 }
    const mails = [
      composeMail('invitation', language, { ...named, days: 14 }),
      composeMail('reset', language, { ...named, minutes: 30 }),
      composeMail('refresher', language, { ...named, settings: 'https://beacon.example/y' }),
      ...[0, 1, 5].map((failed) => composeMail('digest', language, { ...named, ...counts, failed })),
      composeReminder(language, { ...named, dueDays: [day], today: day, way: 'training' }),
      composeReminder(language, { ...named, dueDays: [day], today: day, way: 'invitation' }),
    ]
    for (const { subject, body } of mails) expect(subject + body).not.toMatch(/[{}]/)
    expect(mails.every(({ body }) => body.includes(link))).toBe(true)
    expect(() => createTranslator({ locale: language, messages: mailWords[language] })).not.toThrow()
  })
})

test('the day is written as the reader writes it', () => {
  const day = localDateFrom('2026-03-31')
  const values = {
    name: 'Ana',
    practice: 'Gateway',
    dueDays: [day],
    today: day,
    way: 'training',
    link: 'x',
  } as const
  expect(composeReminder('en', values).body).toContain('March 31, 2026')
  expect(composeReminder('es', values).body).toContain('31 de marzo de 2026')
})

test('words of the practice’s own that say nothing of a link that works once get a line that does', () => {
  const day = localDateFrom('2026-03-31')
  const values = { name: 'Ana', practice: 'Gateway', dueDays: [day], today: day, link: 'x' }
  const own = () => ({ subject: 'Training', body: 'Go to {link}' })
  expect(composeReminder('en', { ...values, way: 'training' }, own).body).toBe('Go to x')
  expect(composeReminder('en', { ...values, way: 'invitation' }, own).body).toContain('It works once')
})
