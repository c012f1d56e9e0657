import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersFromFields, fieldsOfAnswer } from '#lib/domain/curriculum/answer-fields'
import { answeredElsewhere, readAnswers, unanswered, withSaved } from '#lib/domain/curriculum/attempt-answers'
import type { DrawnItem } from '#lib/domain/curriculum/bank-item'
import { type ItemKind, itemKinds, pairOf } from '#lib/domain/curriculum/item-kind'

const optionIds = ['c', 'a', 'd', 'b']
const promptIds = ['p', 'q', 'r']

const item = (kind: ItemKind): DrawnItem => ({
  itemId: `m1-${kind}`,
  kind,
  promptIds: kind === 'matching' ? promptIds : [],
  optionIds,
})
const items = itemKinds.map(item)

const refused = (given: Record<string, readonly string[]>) => !readAnswers(items, given).ok
const isHole = (kind: ItemKind, chosen: readonly string[]) =>
  unanswered([item(kind)], new Map([[`m1-${kind}`, chosen]])).length > 0

describe('an answer that our page did not make is refused', () => {
  test.for([
    ['an item of another sitting', { 'm1-other': ['a'] }],
    ['an option of no item', { 'm1-single': ['e'] }],
    ['two options where one is asked', { 'm1-single': ['a', 'b'] }],
    ['an option twice', { 'm1-multiple': ['a', 'a'] }],
    ['an unknown one among others', { 'm1-multiple': ['a', 'e'] }],
    ['an order without one of the entries', { 'm1-ordering': ['a', 'b', 'c'] }],
    ['an order with one entry twice', { 'm1-ordering': ['a', 'b', 'c', 'c'] }],
    ['an order with an entry of elsewhere', { 'm1-ordering': ['a', 'b', 'c', 'e'] }],
    ['a choice without its prompt', { 'm1-matching': ['a'] }],
    ['an unknown prompt', { 'm1-matching': ['s=a'] }],
    ['an unknown option for a prompt', { 'm1-matching': ['p=e'] }],
    ['two options for one prompt', { 'm1-matching': ['p=a', 'p=b'] }],
    ['a pair of three', { 'm1-matching': ['p=a=b'] }],
    ['a pair where options are asked', { 'm1-multiple': ['p=a'] }],
  ] as const)('%s', ([, given]) => {
    expect(refused(given)).toBe(true)
  })
})

test('an item has no answer until it is whole', () => {
  expect(itemKinds.filter((kind) => isHole(kind, []))).toEqual([...itemKinds])
  expect(isHole('matching', ['p=a', 'q=b'])).toBe(true)
  expect(isHole('matching', ['p=a', 'q=b', 'r=a'])).toBe(false)
  expect(isHole('ordering', ['b', 'a', 'd', 'c'])).toBe(false)
  expect(isHole('multiple', ['b'])).toBe(false)
})

test('some prompts matched is a draft worth keeping', () => {
  expect(refused({ 'm1-matching': ['q=b'] })).toBe(false)
})

const anyAnswer: Readonly<Record<ItemKind, fc.Arbitrary<readonly string[]>>> = {
  single: fc.subarray(optionIds, { minLength: 1, maxLength: 1 }),
  multiple: fc.shuffledSubarray(optionIds),
  ordering: fc.shuffledSubarray(optionIds, { minLength: 4 }),
  matching: fc
    .subarray(promptIds)
    .chain((prompts) =>
      fc.tuple(...prompts.map((id) => fc.constantFrom(...optionIds.map((option) => pairOf(id, option))))),
    ),
}
const anyKind = fc.constantFrom(...itemKinds)
const kindAndAnswer = anyKind.chain((kind) => fc.tuple(fc.constant(kind), anyAnswer[kind]))

describe('the fields of a form', () => {
  test('give back the answer that they show, and it is read', () => {
    fc.assert(
      fc.property(kindAndAnswer, ([kind, chosen]) => {
        const { answers, others } = answersFromFields(fieldsOfAnswer(item(kind), chosen))
        expect(answers[`m1-${kind}`] ?? []).toEqual(chosen)
        expect(others).toEqual({})
        expect(refused(answers)).toBe(false)
      }),
    )
  })
  test('leave every other field alone', () => {
    const fields = { idempotencyKey: 'x', 'answer.': 'a', 'place.q1': '1', 'answer.q1': 'a' }
    expect(answersFromFields(fields)).toEqual({
      answers: { q1: ['a'] },
      others: { idempotencyKey: 'x', 'answer.': 'a', 'place.q1': '1' },
    })
  })
  test.for([
    ['a place is missing', { 'place.q1.a': '1', 'place.q1.b': '' }],
    ['two entries have one place', { 'place.q1.a': '1', 'place.q1.b': '1' }],
    ['a place is left out', { 'place.q1.a': '1', 'place.q1.b': '3' }],
    ['a place is no number', { 'place.q1.a': '1', 'place.q1.b': 'two' }],
    ['a place is written otherwise', { 'place.q1.a': '1', 'place.q1.b': '2.0' }],
    ['no box is ticked', { 'answer.q1': '' }],
    ['nothing is chosen for a prompt', { 'match.q1.p': '' }],
  ] as const)('say that an answer was taken back where %s', ([, fields]) => {
    expect(answersFromFields(fields).answers).toEqual({ q1: [] })
  })
  test('keep the ticks beside the hidden field that says the boxes were there', () => {
    expect(answersFromFields({ 'answer.q1': ['', 'b', 'd'] }).answers).toEqual({ q1: ['b', 'd'] })
  })
})

test('whatever is sent, what is read names ids of its own item, each once', () => {
  const id = fc.constantFrom(...optionIds, ...promptIds, 'x', 'p=a', 'q=a', 'q=d', 'p=x', '=', '')
  const given = fc.dictionary(
    fc.constantFrom(...items.map(({ itemId }) => itemId), 'other'),
    fc.array(id, { maxLength: 5 }),
  )
  fc.assert(
    fc.property(given, (sent) => {
      const read = readAnswers(items, sent)
      if (!read.ok) return
      for (const [itemId, chosen] of read.value) {
        const own = items.find((each) => each.itemId === itemId)
        const known = [
          ...optionIds,
          ...(own?.promptIds ?? []).flatMap((p) => optionIds.map((o) => pairOf(p, o))),
        ]
        expect(chosen.filter((each) => !known.includes(each))).toEqual([])
        expect(new Set(chosen).size).toBe(chosen.length)
      }
    }),
  )
})

describe('answers of a page beside what was saved', () => {
  const saved = {
    q1: { optionIds: ['a'], revision: 2 },
    q2: { optionIds: ['c', 'a', 'b'], revision: 1 },
  }

  test('what the page gives counts, and of what it leaves out, what was saved', () => {
    expect(withSaved({ q1: ['b'] }, saved)).toEqual({ q1: ['b'], q2: ['c', 'a', 'b'] })
    expect(withSaved({ q3: ['d'] }, {})).toEqual({ q3: ['d'] })
  })

  test('another answer that was saved after the page was shown leaves the choice to the learner', () => {
    expect(answeredElsewhere({ q1: ['b'] }, saved, { q1: 1 })).toEqual(['q1'])
    expect(answeredElsewhere({ q1: ['b'] }, saved, {})).toEqual(['q1'])
    expect(answeredElsewhere({ q1: ['b'] }, saved, { q1: 2 })).toEqual([])
  })

  test('the same answer is no other one, and another order of an ordering is', () => {
    expect(answeredElsewhere({ q1: ['a'] }, saved, { q1: 1 })).toEqual([])
    expect(answeredElsewhere({ q2: ['c', 'a', 'b'] }, saved, {})).toEqual([])
    expect(answeredElsewhere({ q2: ['a', 'b', 'c'] }, saved, {})).toEqual(['q2'])
  })

  test('what was never saved and what the page does not answer is nobody’s choice', () => {
    expect(answeredElsewhere({ q3: ['d'] }, saved, {})).toEqual([])
    expect(answeredElsewhere({}, saved, {})).toEqual([])
  })
})
