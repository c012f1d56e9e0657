import { expect, test } from 'vitest'
import { rightStep } from '#lib/domain/assessment/right-step'

const texts = (...ids: string[]) => ids.map((id) => ({ id, text: `Text ${id}` }))
const shown = { prompts: [], options: texts('c', 'a', 'b'), rationales: { a: 'Why a', b: 'Why b' } }

test.each([
  ['single', ['b'], [{ of: null, text: 'Text b', why: 'Why b' }]],
  [
    'multiple',
    ['a', 'c'],
    [
      { of: null, text: 'Text a', why: 'Why a' },
      { of: null, text: 'Text c', why: null },
    ],
  ],
  [
    'ordering',
    ['a', 'b', 'c'],
    [
      { of: null, text: 'Text a', why: 'Why a' },
      { of: null, text: 'Text b', why: 'Why b' },
      { of: null, text: 'Text c', why: null },
    ],
  ],
] as const)(
  'of a question of kind %s, the right answer is told with its reasons, and nothing else',
  (kind, correctOptionIds, lines) => {
    expect(rightStep({ ...shown, kind, correctOptionIds })).toEqual(lines)
  },
)

test('of a matching question each line is told with what it goes with, and why', () => {
  const item = { ...shown, kind: 'matching', prompts: texts('q', 'p'), rationales: { p: 'Why p' } } as const
  expect(rightStep({ ...item, correctOptionIds: ['p=b', 'q=a'] })).toEqual([
    { of: 'Text q', text: 'Text a', why: null },
    { of: 'Text p', text: 'Text b', why: 'Why p' },
  ])
})
