import { expect, test } from 'vitest'
import { answersIn, drafts, draftsIn } from '#lib/web/learner-fields'

const draft = (itemId: string, revision = 0) => ({ itemId, optionIds: ['a'], revision })
const reads = (sent: unknown) =>
  drafts.safeParse(typeof sent === 'string' ? sent : JSON.stringify(sent)).success

test('drafts are answers with the revision that their page showed', () => {
  expect(drafts.parse(JSON.stringify([draft('q1'), draft('q2', 4)]))).toEqual([draft('q1'), draft('q2', 4)])
})

test('an item that stands twice is refused: no row could take both answers', () => {
  expect(reads([draft('q1'), draft('q1', 1)])).toBe(false)
})

test('anything else is refused', () => {
  const wrong = [
    [],
    'no JSON',
    [draft('q1', -1)],
    [draft('Not an item')],
    {},
    [{ ...draft('q1'), more: true }],
  ]
  for (const sent of wrong) expect(reads(sent), JSON.stringify(sent)).toBe(false)
})

test('a plain form saves its answers with the revisions that it showed, and says of which the saved one shall count', () => {
  const fields = {
    'answer.q1': 'a',
    'revision.q1': '2',
    'answer.q2': ['b', 'c'],
    'revision.q2': '0',
    'answer.q3': 'd',
    'revision.q3': 'saved',
    idempotencyKey: 'key',
  }
  expect(draftsIn(fields)).toEqual({
    drafts: [
      { itemId: 'q1', optionIds: ['a'], revision: 2 },
      { itemId: 'q2', optionIds: ['b', 'c'], revision: 0 },
    ],
  })
  expect(answersIn(fields)).toEqual({
    answers: { q1: ['a'], q2: ['b', 'c'] },
    revisions: { q1: 2, q2: 0 },
    idempotencyKey: 'key',
  })
  expect(answersIn({ 'answer.q1': 'a', other: 'x' })).toEqual({ answers: { q1: ['a'] }, other: 'x' })
})
