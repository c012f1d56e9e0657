import { describe, expect, test } from 'vitest'
import { discriminationOf, facilities, type Outcomes, restOf } from '#lib/domain/assessment/discrimination'
import { facilityOf } from '#lib/domain/assessment/facility'
import { drawnFormReliability, fixedFormReliability } from '#lib/domain/assessment/reliability'
import { medianTimeClass } from '#lib/domain/assessment/time-taken'

/** Five people, three items. Facilities 4/5, 3/5, 2/5. */
const rows = [
  [1, 1, 1],
  [1, 1, 0],
  [1, 0, 0],
  [1, 1, 1],
  [0, 0, 0],
]
const ids = ['a', 'b', 'c']
const attempts: readonly Outcomes[] = rows.map(
  (row) => new Map(row.map((score, index) => [ids[index] ?? '', score === 1])),
)

test('facility and its interval: 24 right of 30', () => {
  // z² = 3.841459; middle (24 + 1.920729) / 33.841459 = 0.765946; half 1.959964 / 33.841459 · √(4.8 + 0.960365) = 0.139003.
  const { value, low, high } = facilityOf(24, 30)
  expect(value).toBe(0.8)
  expect(low).toBeCloseTo(0.6269, 4)
  expect(high).toBeCloseTo(0.9049, 4)
})

test('discrimination with the rest score: the item “a” and the others together', () => {
  // Rests 2, 1, 0, 2, 0: mean 1, variance 4/5. Mean of the right ones 5/4. (1/4) / √0.8 · √(0.8 / 0.2) = 0.5590.
  const figure = discriminationOf('a', attempts, facilities(attempts))
  expect(figure?.value).toBeCloseTo(0.559, 4)
})

test('KR-20: three items, five people', () => {
  // Σpq = 0.16 + 0.24 + 0.24 = 0.64; totals 3, 2, 1, 3, 0: variance 1.36; 3/2 · (1 - 0.64 / 1.36) = 0.7941.
  expect(fixedFormReliability(rows)?.value).toBeCloseTo(0.7941, 4)
})

test('the one-way coefficient: the same table, as if everybody had drawn other items', () => {
  // Between people 23/3 - 81/15 = 2.266667, mean square 0.566667; within 9 - 23/3 = 1.333333 over 10 = 0.133333; 1 - 0.2353.
  expect(drawnFormReliability(rows)?.value).toBeCloseTo(0.7647, 4)
})

describe('what cannot be computed is not a number', () => {
  test('where all have one total, there is one item, or rows differ in length', () => {
    const same = [
      [1, 0],
      [0, 1],
    ]
    expect(fixedFormReliability(same)).toBeUndefined()
    expect(drawnFormReliability(same)).toBeUndefined()
    expect(drawnFormReliability([[1], [0]])).toBeUndefined()
    expect(drawnFormReliability([[1, 0], [1]])).toBeUndefined()
  })

  test('where everybody was right', () => {
    const all = attempts.map((attempt) => new Map([...attempt, ['a', true]]))
    expect(discriminationOf('a', all, facilities(all))).toBeUndefined()
  })
})

test('who drew a hard item and missed it does not look weaker than who drew an easy one and missed it', () => {
  const facility = new Map([
    ['easy', 0.9],
    ['hard', 0.2],
  ])
  const missed = (itemId: string) =>
    new Map([
      ['asked', true],
      [itemId, false],
    ])
  expect(restOf(missed('easy'), 'asked', facility)).toBeCloseTo(-0.9, 10)
  expect(restOf(missed('hard'), 'asked', facility)).toBeCloseTo(-0.2, 10)
})

test.each([
  [[3, 4, 30], 'up-to-5'],
  [[5, 6], 'up-to-5'],
  [[6, 7, 8], 'up-to-10'],
  [[1, 20, 60], 'up-to-20'],
  [[21, 40, 40], 'up-to-40'],
  [[41], 'longer'],
])('the median of %j minutes is told as %s', (minutes, told) => {
  expect(medianTimeClass(minutes)).toBe(told)
})

test('nobody has no median', () => {
  expect(medianTimeClass([])).toBeUndefined()
})
