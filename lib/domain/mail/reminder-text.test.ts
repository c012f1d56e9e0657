import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDateFrom } from '#lib/domain/calendar'
import { filledIn, isNeutral, reminderTextProblems, spokenDays } from '#lib/domain/mail/reminder-text'

const text = { subject: 'Training due', body: 'Hello {name}, by {dueOn}: {link}' }

describe('a text of the practice’s own', () => {
  test.each([
    [{}, []],
    [{ subject: ' ' }, ['subject-missing']],
    [{ subject: 'Training\r\nBcc: x@evil.example' }, ['subject-not-one-line']],
    [{ subject: 'Training of {name}' }, ['subject-placeholder-unknown']],
    [{ subject: 'Training due on {dueOn}' }, []],
    [{ subject: 'Trafficking training' }, ['subject-not-neutral']],
    [{ body: '' }, ['body-missing']],
    [{ body: 'Hi {firstName}: {link}' }, ['body-placeholder-unknown']],
    [{ body: 'Hi {name: {link}' }, ['body-brace-open']],
    [{ body: 'Hi } {link}' }, ['body-brace-open']],
    [{ body: 'Hi {name}' }, ['body-without-link']],
    [{ body: 'Hi {name} {link}x' }, ['body-without-link']],
    [{ body: 'Hi {name}, see ({link}).' }, []],
    [{ body: 'About survivors: {link}' }, ['body-not-neutral']],
    [{ subject: '', body: '' }, ['subject-missing', 'body-missing']],
  ])('%j asks for %j', (own, problems) => {
    expect(reminderTextProblems({ ...text, ...own })).toEqual(problems)
  })
})

test.each([
  'Human trafficking',
  'HUMAN TRAFFICKING',
  'anti-traffickers',
  't r a f f i c k i n g now',
  't-r-a-f-f-i-c-k-i-n-g',
  'traf\u200bficking',
  'Tráfico de personas',
  'Capacitación sobre la trata',
  'trata de personas',
  'Sexual exploitation',
  'víctimas',
  'forced labor',
  'trabajo forzado',
  'abuse',
])('%j tells what the training is about', (words) => {
  expect(isNeutral(words)).toBe(false)
})

test.each([
  'Training due',
  'Capacitación pendiente',
  'De qué se trata: vence el 3',
  'Sexto piso',
  'Traffic on Main',
])('%j does not', (words) => {
  expect(isNeutral(words)).toBe(true)
})

test('a name that looks like a placeholder stays a name, and every placeholder is filled', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, practice) => {
      const values = { name, practice, dueOn: 'May 1', begin: 'Begin', link: 'https://b.example' }
      expect(filledIn('{name}|{practice}|{link}', values)).toBe(`${name}|${practice}|https://b.example`)
    }),
  )
  const values = { name: '{link}', practice: '', dueOn: '', begin: '', link: 'L' }
  expect(filledIn('{name} {link}', values)).toBe('{link} L')
})

test('one mail speaks of days that are over, or else of those ahead, each once', () => {
  const [first, second, third] = ['2026-03-01', '2026-03-20', '2026-04-09'].map(localDateFrom)
  if (!first || !second || !third) throw new Error('three days')
  const today = localDateFrom('2026-03-10')
  expect(spokenDays([third, second, third], today)).toEqual({ moment: 'before', days: [second, third] })
  expect(spokenDays([third, first], today)).toEqual({ moment: 'after', days: [first] })
})
