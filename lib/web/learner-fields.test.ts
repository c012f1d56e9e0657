import { expect, test } from 'vitest'
import { drafts } from '#lib/web/learner-fields'

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
