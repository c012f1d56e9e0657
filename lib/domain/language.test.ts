import { expect, test } from 'vitest'
import { isLanguage, languageAccepted } from '#lib/domain/language'

test.each([
  ['es', 'es'],
  ['es-MX,es;q=0.9,en;q=0.8', 'es'],
  ['en-US,en;q=0.9,es;q=0.8', 'en'],
  ['en;q=0.5, es;q=0.7', 'es'],
  ['fr-FR, es;q=0.3', 'es'],
  ['es;q=0, en;q=0.1', 'en'],
  ['ES-419', 'es'],
])('a browser that asks for %s gets %s', (header, language) => {
  expect(languageAccepted(header)).toBe(language)
})

test.each([[null], [''], ['*'], ['fr'], ['es;q=much'], ['est'], [',;=;q=;,']])(
  'English where the browser names none of ours: %s',
  (header) => {
    expect(languageAccepted(header)).toBe('en')
  },
)

test('only the languages that there are are languages', () => {
  expect(['en', 'es', 'EN', '__proto__', '', undefined].filter(isLanguage)).toEqual(['en', 'es'])
})
