import { expect, test } from 'vitest'
import { reviewedAnswer } from '#lib/domain/curriculum/reviewed-answer'

const texts = (...ids: string[]) => ids.map((id) => ({ id, text: `Text ${id}` }))
const given = { prompts: [], rationales: { a: 'Why a', b: 'Why b', p: 'Why p' } }

test('every option of a choice says whether it is right, whether it was chosen, and why', () => {
  const item = { ...given, kind: 'multiple' as const, options: texts('b', 'a', 'c') }
  expect(reviewedAnswer({ ...item, chosen: ['b'], correctOptionIds: ['a'] })).toEqual({
    kind: 'choice',
    options: [
      { id: 'b', text: 'Text b', why: 'Why b', isChosen: true, isRight: false },
      { id: 'a', text: 'Text a', why: 'Why a', isChosen: false, isRight: true },
      { id: 'c', text: 'Text c', why: null, isChosen: false, isRight: false },
    ],
  })
})

test('an order stands as it is right, with the places that it was given', () => {
  const item = { ...given, kind: 'ordering' as const, options: texts('a', 'b', 'c') }
  const { kind, ...rest } = reviewedAnswer({
    ...item,
    chosen: ['a', 'c', 'b'],
    correctOptionIds: ['c', 'a', 'b'],
  })
  expect(kind).toBe('ordering')
  expect(rest).toMatchObject({
    lines: [
      { id: 'c', ownPlace: 2 },
      { id: 'a', ownPlace: 1, why: 'Why a' },
      { id: 'b', ownPlace: 3 },
    ],
  })
})

test('each line of a matching item says what goes with it and what was chosen', () => {
  const item = { ...given, kind: 'matching' as const, prompts: texts('p', 'q'), options: texts('a', 'c') }
  expect(reviewedAnswer({ ...item, chosen: ['p=c', 'q=c'], correctOptionIds: ['p=a', 'q=c'] })).toEqual({
    kind: 'matching',
    lines: [
      { id: 'p', text: 'Text p', why: 'Why p', own: 'Text c', right: 'Text a' },
      { id: 'q', text: 'Text q', why: null, own: 'Text c', right: 'Text c' },
    ],
    options: [{ id: 'a', text: 'Text a', why: 'Why a' }],
  })
})
