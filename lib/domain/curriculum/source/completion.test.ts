import { expect, test } from 'vitest'
import { completionsAfter } from '#lib/domain/curriculum/source/completion'
import type { ComponentForm, RegisterChoices } from '#lib/domain/curriculum/source/component-form'

const part = { text: 'none', parts: [] } as const
const forms: readonly ComponentForm[] = [
  {
    ...part,
    name: 'Callout',
    place: 'block',
    fields: [
      { name: 'kind', kind: 'choice', choices: ['note', 'safety'], isRequired: true },
      { name: 'title', kind: 'words', isRequired: false },
    ],
  },
  {
    ...part,
    name: 'Cite',
    place: 'inline',
    fields: [{ name: 'id', kind: 'name', isRequired: true, register: 'sources' }],
  },
]
const choices: RegisterChoices = {
  sources: [{ id: 'study', words: 'A study of 2019' }],
  contacts: [],
  terms: [],
  objectives: [],
  media: [],
}
const offered = (before: string) => {
  const found = completionsAfter(before, forms, choices)
  return found && [found.from, ...found.options.map(({ insert }) => insert)]
}

test('after a less-than sign come the names of components', () => {
  expect(offered('Words <')).toEqual([7, 'Callout', 'Cite'])
  expect(offered('Words <Ca')).toEqual([7, 'Callout', 'Cite'])
})

test('in a tag come the attributes that it does not have yet', () => {
  expect(offered('<Callout ')).toEqual([9, 'kind=""', 'title=""'])
  expect(offered('<Callout kind="note" ti')).toEqual([21, 'title=""'])
})

test('in quotes come the values that an attribute may have, from the registers too', () => {
  expect(offered('<Callout kind="')).toEqual([15, 'note', 'safety'])
  expect(offered('<Cite id="st')).toEqual([10, 'study'])
  expect(completionsAfter('<Cite id="', forms, choices)?.options[0]?.detail).toBe('A study of 2019')
})

test('in words, in free text of an attribute, and after a tag comes nothing', () => {
  expect(offered('Words only')).toBeUndefined()
  expect(offered('<Callout title="a b')).toBeUndefined()
  expect(offered('<Callout kind="note">wo')).toBeUndefined()
})
