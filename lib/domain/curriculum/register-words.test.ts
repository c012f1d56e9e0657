import { expect, test } from 'vitest'
import type { Contact } from '#lib/domain/curriculum/reference'
import { contactIn, termIn } from '#lib/domain/curriculum/register-words'

const contact: Contact = {
  id: 'line',
  name: 'The Line',
  who: 'Anybody.',
  phone: '1-888-000-0000',
  hours: 'Always.',
  languages: 'Many.',
  notes: 'Ask for an interpreter.',
  source: 'source',
  checkedOn: '2026-01-01',
  confidence: 'verified',
  scope: 'national',
}
const es = { who: 'Cualquier persona.', hours: 'Siempre.', languages: 'Muchos.' }

test('a contact is read in Spanish, by the same number, under the name that the service has', () => {
  const { notes: _notes, ...others } = contact
  expect(contactIn({ ...contact, es }, 'es')).toEqual({ ...others, ...es })
})

test('a contact without Spanish words stays as it is, and says in which language that is', () => {
  expect(contactIn(contact, 'es')).toEqual({ ...contact, wordsIn: 'en' })
})

test('in English nothing of the Spanish is left', () => {
  expect(contactIn({ ...contact, es }, 'en')).toEqual(contact)
})

test('a term is read in the language where it has one', () => {
  const term = { id: 't', term: 'Coercion', definition: 'Pressure.' }
  const words = { term: 'Coacción', definition: 'Presión.' }
  expect(termIn({ ...term, es: words }, 'es')).toEqual({ id: 't', ...words })
  expect(termIn(term, 'es')).toEqual({ ...term, wordsIn: 'en' })
  expect(termIn({ ...term, es: words }, 'en')).toEqual(term)
})
