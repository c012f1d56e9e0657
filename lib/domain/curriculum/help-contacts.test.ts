import { expect, test } from 'vitest'
import { helpContacts } from '#lib/domain/curriculum/help-contacts'
import type { Contact, ContactScope } from '#lib/domain/curriculum/reference'

const contact = (id: string, scope: ContactScope, phone?: string): Contact => ({
  id,
  name: id,
  who: 'Anybody',
  hours: 'Always',
  languages: 'English',
  source: 'a-source',
  checkedOn: '2026-11-01',
  confidence: 'verified',
  scope,
  ...(phone ? { phone } : {}),
})

const ids = (contacts: readonly { readonly id: string }[]) => contacts.map(({ id }) => id)

test('emergency services and the hotline stand first, wherever the register has them', () => {
  const shown = helpContacts([
    contact('crisis-line', 'national', '1'),
    contact('national-hotline', 'national', '2'),
    contact('emergency', 'national', '3'),
  ])
  expect(ids(shown.urgent)).toEqual(['emergency', 'national-hotline'])
  expect(ids(shown.national)).toEqual(['crisis-line'])
})

test('an entry without a way to reach anybody is left out, except those that the practice fills in', () => {
  const shown = helpContacts([contact('explains-only', 'missouri'), contact('local-shelter', 'local')])
  expect(ids(shown.missouri)).toEqual([])
  expect(ids(shown.local)).toEqual(['local-shelter'])
})

test('no entry stands in two places', () => {
  const shown = helpContacts([contact('emergency', 'national', '1'), contact('abuse-line', 'missouri', '2')])
  expect(Object.values(shown).flat()).toHaveLength(2)
})
