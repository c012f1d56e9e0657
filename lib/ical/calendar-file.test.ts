import { expect, test } from 'vitest'
import { localDateFrom } from '#lib/domain/calendar'
import { languages } from '#lib/domain/language'
import { isNeutral } from '#lib/domain/mail/reminder-text'
import { calendarFile, calendarWords } from '#lib/ical/calendar-file'

const entries = [{ id: 'a-1', kind: 'due', on: localDateFrom('2026-03-31') }] as const
const file = {
  entries,
  language: 'en',
  alarmDays: 1,
  url: 'https://beacon.example/training',
  today: localDateFrom('2026-03-10'),
} as const
const linesOf = (text: string) => text.split('\r\n')

test('an entry is a whole day, neutral, and takes no time of anybody', () => {
  expect(linesOf(calendarFile(file))).toEqual(
    expect.arrayContaining([
      'UID:a-1',
      'DTSTART;VALUE=DATE:20260331',
      'SUMMARY:Training due',
      'TRANSP:TRANSPARENT',
      'URL;VALUE=URI:https://beacon.example/training',
      'DTSTAMP:20260310T000000Z',
    ]),
  )
})

test.each([
  [0, 'TRIGGER;RELATED=START:PT9H'],
  [1, 'TRIGGER;RELATED=START:-PT15H'],
  [7, 'TRIGGER;RELATED=START:-P6DT15H'],
])('the calendar reminds %i days before at nine: %s', (alarmDays, trigger) => {
  expect(linesOf(calendarFile({ ...file, alarmDays }))).toContain(trigger)
})

test('without an alarm there is none', () => {
  expect(calendarFile({ ...file, alarmDays: null })).not.toContain('VALARM')
})

test('the same day gives the same file, and no line is longer than a calendar may expect', () => {
  const text = calendarFile(file)
  expect(calendarFile(file)).toBe(text)
  expect(linesOf(text).filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
})

test('both languages say the same neutral things', () => {
  for (const language of languages) {
    expect(Object.keys(calendarWords[language])).toEqual(Object.keys(calendarWords.en))
    expect(Object.values(calendarWords[language]).every(isNeutral)).toBe(true)
  }
  expect(calendarFile({ ...file, language: 'es' })).toContain('SUMMARY:Capacitación pendiente')
})
