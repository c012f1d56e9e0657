import { describe, expect, test } from 'vitest'
import {
  type ItemForm,
  itemFaults,
  keyOf,
  optionLetters,
  promptLetters,
} from '#lib/domain/authoring/item-form'

const option = (id: (typeof optionLetters)[number], change: Partial<ItemForm['options'][number]> = {}) => ({
  id,
  text: `Text ${id}`,
  rationale: `Reason ${id}`,
  place: '',
  ...change,
})
const nothing = { text: '', rationale: '', place: '' }
const single: ItemForm = {
  kind: 'single',
  stem: 'What do you do?',
  objective: 'o1',
  bloom: 'apply',
  source: 'clinical-consensus',
  state: 'ready',
  vignette: '',
  mustPass: false,
  options: (['a', 'b', 'c', 'd'] as const).map((id) => option(id)),
  prompts: [],
  right: ['b'],
}
const six = (filled: number) => optionLetters.map((id, index) => option(id, index < filled ? {} : nothing))
const multiple: ItemForm = { ...single, kind: 'multiple', options: six(4), right: ['a', 'c'] }
const placed = (...places: readonly string[]) =>
  optionLetters.map((id, index) =>
    option(id, index < places.length ? { place: places[index] ?? '' } : nothing),
  )
const ordering: ItemForm = { ...single, kind: 'ordering', options: placed('2', '1', '3'), right: [] }
const pairs = (...letters: readonly string[]) =>
  promptLetters.map((id, index) => {
    const pair = letters[index]
    return pair === undefined
      ? { id, text: '', pair: '', rationale: '' }
      : { id, text: `Entry ${id}`, pair, rationale: `Because ${id}` }
  })
const matching: ItemForm = {
  ...single,
  kind: 'matching',
  options: six(3),
  prompts: pairs('b', 'a', 'c'),
  right: [],
}
const told = (form: ItemForm) => itemFaults(form).map(({ field, words }) => `${field}: ${words}`)

test.each([single, multiple, ordering, matching])('a whole item of kind $kind lacks nothing', (form) => {
  expect(told(form)).toEqual([])
})

test('everything that a new item lacks is named at its field at once', () => {
  const options = single.options.map(({ id }) => option(id, nothing))
  const empty = { ...single, stem: '', objective: '', bloom: '', source: '', right: [], options }
  expect(told(empty)).toEqual([
    'itemStem: item-text-missing',
    'itemObjective: item-choice-missing',
    'itemBloom: item-choice-missing',
    'itemSource: item-choice-missing',
    ...['A', 'B', 'C', 'D'].map((letter) => `text${letter}: item-text-missing`),
    ...['A', 'B', 'C', 'D'].map((letter) => `rationale${letter}: item-text-missing`),
    'right: item-right-missing',
  ])
})

describe('a fault is named at its field', () => {
  const options = (change: (form: ItemForm['options'][number]) => object, form = single) => ({
    ...form,
    options: form.options.map((each) => ({ ...each, ...change(each) })),
  })
  test.each<[what: string, form: ItemForm, told: readonly string[]]>([
    ['a long question', { ...single, stem: 'x'.repeat(2001) }, ['itemStem: item-text-too-long']],
    [
      'two options that say the same',
      options(({ id }) => (id === 'c' ? { text: 'Text a' } : {})),
      ['textC: item-text-twice'],
    ],
    [
      'a reason left out',
      options(({ id }) => (id === 'd' ? { rationale: '' } : {})),
      ['rationaleD: item-text-missing'],
    ],
    ['two right options of a single item', { ...single, right: ['a', 'b'] }, ['right: item-right-several']],
    ['one right option of several', { ...multiple, right: ['a'] }, ['right: item-right-several']],
    ['all options right', { ...multiple, right: ['a', 'b', 'c', 'd'] }, ['right: item-right-several']],
    ['a right option without a text', { ...multiple, right: ['a', 'f'] }, ['right: item-right-empty']],
    [
      'a gap between options',
      options(({ id }) => (id === 'f' ? { text: 'Text f', rationale: 'Reason f' } : {}), multiple),
      ['textE: item-slot-skipped'],
    ],
    [
      'an option without a place',
      { ...ordering, options: placed('2', '', '3') },
      ['placeB: item-choice-missing'],
    ],
    ['a place given twice', { ...ordering, options: placed('2', '2', '3') }, ['placeB: item-place-twice']],
    [
      'a place beyond the last',
      { ...ordering, options: placed('2', '1', '4') },
      ['placeC: item-place-twice'],
    ],
    [
      'a place of an option without a text',
      {
        ...ordering,
        options: ordering.options.map((each) => (each.id === 'd' ? { ...each, place: '4' } : each)),
      },
      ['textD: item-text-missing', 'rationaleD: item-text-missing'],
    ],
    [
      'the right order as it stands',
      { ...ordering, options: placed('1', '2', '3') },
      ['placeA: item-order-as-written'],
    ],
    [
      'the right order begun at another',
      { ...ordering, options: placed('3', '1', '2') },
      ['placeA: item-order-as-written'],
    ],
    [
      'an entry without an option',
      { ...matching, prompts: pairs('b', '', 'c') },
      ['pairQ: item-choice-missing'],
    ],
    [
      'an entry with an empty option',
      { ...matching, prompts: pairs('b', 'a', 'e') },
      ['pairR: item-right-empty'],
    ],
    [
      'all entries with one option',
      { ...matching, prompts: pairs('b', 'b', 'b') },
      ['pairP: item-pairs-one-option'],
    ],
    [
      'options in the order of their entries',
      { ...matching, prompts: pairs('a', 'b', 'c') },
      ['textA: item-options-in-order'],
    ],
    [
      'an option too long for a list',
      options(({ id }) => (id === 'a' ? { text: 'x'.repeat(71) } : {}), matching),
      ['textA: item-text-too-long-for-list'],
    ],
  ])('%s', (_, form, wanted) => {
    expect(told(form)).toEqual(wanted)
  })
})

test('an option that goes with an entry needs no reason, one that goes with none does', () => {
  const bare = matching.options.map((each) => ({ ...each, rationale: '' }))
  expect(told({ ...matching, options: bare })).toEqual([])
  expect(told({ ...matching, options: bare, prompts: pairs('b', 'a', 'b') })).toEqual([
    'rationaleC: item-text-missing',
  ])
})

test('the key is what is right and nothing else', () => {
  expect(keyOf({ ...multiple, right: ['c', 'a'], stem: 'Other' })).toBe(keyOf(multiple))
  expect(keyOf({ ...multiple, right: ['a', 'b'] })).not.toBe(keyOf(multiple))
  expect(keyOf({ ...ordering, options: placed('3', '2', '1') })).not.toBe(keyOf(ordering))
  expect(keyOf({ ...matching, prompts: pairs('c', 'a', 'b') })).not.toBe(keyOf(matching))
})
