import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inFives, optionGroups, splitOf } from '#lib/domain/assessment/disclosure'
import { type FirstAttempt, quizReport } from '#lib/domain/assessment/quiz-report'

/** Attempts of so many people at the items `a` and `b`: `a` is right for the first `right` of them, who choose `x`. */
function attemptsOf(people: number, right: number, wrong: readonly string[] = ['y']): FirstAttempt[] {
  return Array.from({ length: people }, (_, index) => ({
    minutes: 7,
    items: new Map([
      [
        'a',
        index < right
          ? { isRight: true, chosen: ['x'] }
          : { isRight: false, chosen: [wrong[index % wrong.length] ?? 'y'] },
      ],
      ['b', { isRight: index % 2 === 0, chosen: ['x'] }],
    ]),
  }))
}
const itemA = (attempts: readonly FirstAttempt[]) => quizReport(['a', 'b'], attempts).items[0]

describe('floors', () => {
  test.each([
    [0, 0, 'untold'],
    [4, 0, 'untold'],
    [5, 5, 'counted'],
    [9, 5, 'counted'],
    [10, 10, 'too-few'],
    [29, 25, 'too-few'],
    [30, 30, 'judged'],
  ])('%s people are told as %s, and %s', (people, told, kind) => {
    expect(itemA(attemptsOf(people, 3))).toMatchObject({ people: told, kind })
  })

  test('a total of 6 with a group of 5 does not reveal the one: the sixth person is not counted yet', () => {
    expect(itemA(attemptsOf(6, 5))).toEqual({ itemId: 'a', people: 5, kind: 'counted' })
  })

  test('a group of fewer than five is not told, nor what it could be reckoned from', () => {
    expect(itemA(attemptsOf(40, 37))).toEqual({
      itemId: 'a',
      people: 40,
      kind: 'judged',
      split: { kind: 'few-wrong' },
      wrongOptions: [],
      facility: null,
      discrimination: null,
    })
    expect(itemA(attemptsOf(40, 3))).toMatchObject({ split: { kind: 'few-right' }, facility: null })
  })

  test('between two looks a report changes by five people at least', () => {
    const before = quizReport(['a'], attemptsOf(32, 20))
    const after = quizReport(['a'], attemptsOf(34, 20))
    expect(after).toEqual(before)
  })
})

describe('wrong options', () => {
  const groupsOf = (counts: Readonly<Record<string, number>>) => optionGroups(new Map(Object.entries(counts)))

  test('each is told by itself from five people on', () => {
    expect(groupsOf({ b: 9, c: 5, d: 6 })).toEqual([
      { optionIds: ['b'], people: 9 },
      { optionIds: ['d'], people: 6 },
      { optionIds: ['c'], people: 5 },
    ])
  })

  test('smaller ones are told together, with the next smallest if they are still too few', () => {
    expect(groupsOf({ b: 9, c: 3, d: 2 })).toEqual([
      { optionIds: ['b'], people: 9 },
      { optionIds: ['c', 'd'], people: 5 },
    ])
    expect(groupsOf({ b: 9, c: 6, d: 1 })).toEqual([
      { optionIds: ['b'], people: 9 },
      { optionIds: ['c', 'd'], people: 7 },
    ])
    expect(groupsOf({ b: 2, c: 1, d: 1 })).toEqual([])
  })

  test('no number is about fewer than five people, whatever was chosen', () => {
    const counts = fc.dictionary(fc.constantFrom('b', 'c', 'd', 'e', 'f'), fc.nat({ max: 14 }))
    fc.assert(
      fc.property(counts, (chosen) => {
        const groups = groupsOf(chosen)
        const total = Object.values(chosen).reduce((sum, people) => sum + people, 0)
        const told = groups.reduce((sum, { people }) => sum + people, 0)
        expect(groups.every(({ people }) => people >= 5)).toBe(true)
        // All or nothing: what is left over tells nobody.
        expect([0, total]).toContain(told)
      }),
    )
  })

  test('are not told where an answer is more than one option', () => {
    const both = attemptsOf(30, 10).map(({ minutes, items }) => ({
      minutes,
      items: new Map([...items].map(([id, answer]) => [id, { ...answer, chosen: ['y', 'z'] }])),
    }))
    expect(itemA(both)).toMatchObject({ kind: 'judged', wrongOptions: [] })
  })
})

test('a split is told only where both its groups are of five or more, whatever the numbers', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (right, wrong) => {
      const isTold = splitOf(right, right + wrong).kind === 'told'
      expect(isTold).toBe(right >= 5 && wrong >= 5)
    }),
  )
  expect(inFives([1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 4, 5])
})

describe('reliability and time', () => {
  test('are not judged for fewer than thirty', () => {
    expect(quizReport(['a', 'b'], attemptsOf(29, 20))).toMatchObject({
      reliability: { kind: 'too-few' },
      timeTaken: null,
    })
  })

  test('a quiz that asks everybody the same has KR-20, one that draws has the one-way coefficient', () => {
    const fixed = attemptsOf(30, 20)
    expect(quizReport(['a', 'b'], fixed)).toMatchObject({
      reliability: { kind: 'fixed-form' },
      timeTaken: 'up-to-10',
    })
    const drawn = fixed.map(({ minutes, items }, index) => ({
      minutes,
      items: index < 2 ? new Map([...items].map(([id, answer]) => [`${id}2`, answer])) : items,
    }))
    expect(quizReport(['a', 'b'], drawn).reliability.kind).toBe('drawn-form')
  })

  test('nothing is said of a quiz in which all had the same total', () => {
    const all = attemptsOf(30, 30).map(({ minutes, items }) => ({
      minutes,
      items: new Map([...items].map(([id]) => [id, { isRight: true, chosen: ['x'] }])),
    }))
    expect(quizReport(['a', 'b'], all).reliability).toEqual({ kind: 'not-computable' })
  })
})
