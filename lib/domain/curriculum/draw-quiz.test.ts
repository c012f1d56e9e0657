import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BankItem, DrawnItem } from '#lib/domain/curriculum/bank-item'
import { drawQuiz } from '#lib/domain/curriculum/draw-quiz'

type Objective = { readonly plain: number; readonly mustPass: number }

const bankOf = (objectives: readonly Objective[]): readonly BankItem[] =>
  objectives.flatMap(({ plain, mustPass }, objective) =>
    Array.from({ length: plain + mustPass }, (_, index) => ({
      id: `o${objective}-q${index}`,
      kind: 'single' as const,
      objectiveId: `o${objective}`,
      vignetteId: null,
      mustPass: index < mustPass,
      promptIds: [],
      optionIds: ['a', 'b', 'c', 'd'],
    })),
  )

const objective = fc.record({
  plain: fc.integer({ min: 2, max: 6 }),
  mustPass: fc.integer({ min: 0, max: 3 }),
})
const bank = fc.array(objective, { minLength: 1, maxLength: 5 }).map(bankOf)
const idsOf = (items: readonly BankItem[]) => new Set(items.map((item) => item.objectiveId))
const critical = (items: readonly BankItem[]) => idsOf(items.filter((item) => item.mustPass))
const bankAndSize = bank.chain((items) =>
  fc.tuple(
    fc.constant(items),
    fc.integer({ min: Math.max(1, critical(items).size), max: 2 * idsOf(items).size }),
  ),
)
const seed = fc.string({ maxLength: 40 })
const countBy = (items: readonly BankItem[]) =>
  [...Map.groupBy(items, (item) => item.objectiveId).values()].map((each) => each.length)
const drawn = (items: readonly BankItem[], quiz: readonly DrawnItem[]) =>
  quiz.flatMap((each) => items.filter((item) => item.id === each.itemId))

describe('the blueprint always holds', () => {
  test('each objective gets its share, and no item comes twice', () => {
    fc.assert(
      fc.property(bankAndSize, seed, ([items, size], text) => {
        const chosen = drawn(items, drawQuiz(items, { size, seed: text, seen: [] }))
        const shares = countBy(chosen)
        const objectives = new Set(items.map((item) => item.objectiveId)).size
        expect(chosen).toHaveLength(size)
        expect(new Set(chosen).size).toBe(size)
        expect(shares.length).toBe(Math.min(size, objectives))
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('every objective that has must-pass items gives one', () => {
    fc.assert(
      fc.property(
        bankAndSize,
        seed,
        fc.array(fc.array(fc.nat(40)), { maxLength: 3 }),
        ([items, size], text, past) => {
          const seen = past.map((attempt) => attempt.flatMap((n) => items[n]?.id ?? []))
          const chosen = drawn(items, drawQuiz(items, { size, seed: text, seen }))
          expect([...critical(chosen)].sort()).toEqual([...critical(items)].sort())
        },
      ),
    )
  })

  test('six of three objectives is two each', () => {
    const items = bankOf([
      { plain: 3, mustPass: 1 },
      { plain: 4, mustPass: 0 },
      { plain: 4, mustPass: 0 },
    ])
    expect(countBy(drawn(items, drawQuiz(items, { size: 6, seed: 's', seen: [] })))).toEqual([2, 2, 2])
  })

  test('options are shown in some order, each once', () => {
    fc.assert(
      fc.property(bankAndSize, seed, ([items, size], text) => {
        for (const item of drawQuiz(items, { size, seed: text, seen: [] })) {
          expect(item.optionIds.toSorted()).toEqual(['a', 'b', 'c', 'd'])
        }
      }),
    )
  })
})

test('the same seed draws the same quiz, and other seeds draw others', () => {
  const items = bankOf(Array.from({ length: 3 }, () => ({ plain: 4, mustPass: 1 })))
  const quizzes = Array.from({ length: 50 }, (_, n) => {
    const draw = { size: 6, seed: `seed ${n}`, seen: [] }
    expect(drawQuiz(items, draw)).toEqual(drawQuiz(items, draw))
    return JSON.stringify(drawQuiz(items, draw))
  })
  expect(new Set(quizzes).size).toBe(50)
})

test('a draw is the same on every machine and in every release', () => {
  const items = bankOf([
    { plain: 3, mustPass: 1 },
    { plain: 4, mustPass: 0 },
  ])
  expect(drawQuiz(items, { size: 2, seed: 'frozen', seen: [] })).toMatchInlineSnapshot(`
    [
      {
        "itemId": "o1-q1",
        "kind": "single",
        "optionIds": [
          "d",
          "a",
          "b",
          "c",
        ],
        "promptIds": [],
      },
      {
        "itemId": "o0-q0",
        "kind": "single",
        "optionIds": [
          "c",
          "d",
          "a",
          "b",
        ],
        "promptIds": [],
      },
    ]
  `)
})

test('nothing repeats while its objective has items not seen yet, must-pass items aside', () => {
  const pair = bankAndSize.chain(([items, size]) =>
    fc.tuple(
      fc.constant(items),
      fc.constant(size),
      fc.array(fc.subarray([...items.keys()]), { maxLength: 3 }),
    ),
  )
  fc.assert(
    fc.property(pair, seed, ([items, size, past], text) => {
      const seen = past.map((attempt) => attempt.flatMap((n) => items[n]?.id ?? []))
      const isSeen = (item: BankItem) => seen.flat().includes(item.id)
      const chosen = drawn(items, drawQuiz(items, { size, seed: text, seen }))
      const unused = items.filter((item) => !(isSeen(item) || chosen.includes(item)))
      const needless = chosen.filter(
        (item) =>
          isSeen(item) &&
          unused.some(
            (other) => other.objectiveId === item.objectiveId && (other.mustPass || !item.mustPass),
          ),
      )
      expect(needless).toEqual([])
    }),
  )
})

test('when everything was seen, the items seen longest ago come back first', () => {
  const items = bankOf([{ plain: 6, mustPass: 0 }])
  const ids = items.map((item) => item.id)
  const seen = [ids.slice(0, 2), ids.slice(2, 4), ids.slice(4, 6)]
  const again = drawQuiz(items, { size: 2, seed: 'x', seen }).map((each) => each.itemId)
  expect(again.toSorted()).toEqual(ids.slice(4, 6))
})

test('every item and every place of an option comes up about equally often', () => {
  const items = bankOf([{ plain: 4, mustPass: 0 }])
  const runs = Array.from({ length: 4000 }, (_, n) => drawQuiz(items, { size: 1, seed: `${n}`, seen: [] })[0])
  const tally = (key: (item: DrawnItem) => string) =>
    [...Map.groupBy(runs, key).values()].map((each) => each.length)
  const counts = [...tally((item) => item.itemId), ...tally((item) => `${item.optionIds.indexOf('a')}`)]
  expect(counts).toHaveLength(8)
  expect(Math.min(...counts)).toBeGreaterThan(880)
  expect(Math.max(...counts)).toBeLessThan(1120)
})

test.for([
  ['more items than the bank has', 7, [{ plain: 3, mustPass: 0 }]],
  [
    'an objective too small for its share',
    6,
    [
      { plain: 8, mustPass: 0 },
      { plain: 1, mustPass: 1 },
    ],
  ],
  [
    'fewer items than objectives with must-pass items',
    1,
    [
      { plain: 3, mustPass: 1 },
      { plain: 3, mustPass: 1 },
    ],
  ],
  ['no item', 0, [{ plain: 3, mustPass: 0 }]],
  ['half an item', 1.5, [{ plain: 3, mustPass: 0 }]],
  ['an empty bank', 1, []],
] as const)('a draw that the bank cannot fill is a fault: %s', ([, size, objectives]) => {
  expect(() => drawQuiz(bankOf(objectives), { size, seed: 's', seen: [] })).toThrow('Broken invariant')
})

test('two items with one id are a fault', () => {
  const [one] = bankOf([{ plain: 1, mustPass: 0 }])
  expect(() => drawQuiz(one ? [one, one] : [], { size: 1, seed: 's', seen: [] })).toThrow('unique')
})
