import { expect, test } from 'vitest'
import { localDateFrom } from '#lib/domain/calendar'
import {
  type LocalContact,
  localContactTasks,
  withLocalContacts,
} from '#lib/domain/curriculum/local-contacts'
import type { Contact } from '#lib/domain/curriculum/reference'

const contact = (id: string, scope: Contact['scope']): Contact => ({
  id,
  scope,
  name: `Name of ${id}`,
  who: 'Whoever asks',
  hours: 'Enter with the number',
  languages: 'Enter with the number',
  notes: 'Not entered yet.',
  source: 'source',
  checkedOn: '2026-11-01',
  confidence: 'general-knowledge',
})

const shelter: LocalContact = {
  contactId: 'local-shelter',
  version: 2,
  name: 'Harbor House',
  phone: '573-555-0100',
  hours: 'Day and night',
  note: null,
  checkedOn: localDateFrom('2026-10-01'),
}

test('what the practice entered stands in the place of the register’s words, with nothing of them left over', () => {
  const [local, other] = withLocalContacts(
    [contact('local-shelter', 'local'), contact('local-advocate', 'local')],
    [shelter],
  )
  expect(local).toEqual({
    id: 'local-shelter',
    scope: 'local',
    source: 'source',
    name: 'Harbor House',
    who: 'Whoever asks',
    phone: '573-555-0100',
    hours: 'Day and night',
    checkedOn: '2026-10-01',
    confidence: 'practice',
  })
  expect(other).toEqual(contact('local-advocate', 'local'))
})

test('no entry of a practice takes the place of a hotline', () => {
  const hotline = contact('national-hotline', 'national')
  expect(withLocalContacts([hotline], [{ ...shelter, contactId: 'national-hotline' }])).toEqual([hotline])
})

test('an entry is to be checked again after three months, that day included', () => {
  const checks = [null, localDateFrom('2026-08-22'), localDateFrom('2026-08-21')]
  expect(localContactTasks(checks, localDateFrom('2026-11-22'))).toEqual({ outOf: 3, missing: 1, stale: 1 })
})
