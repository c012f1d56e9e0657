import { expect, test } from 'vitest'
import { discriminationOf, facilities, type Outcomes } from '#lib/domain/assessment/discrimination'
import { quantileOfF } from '#lib/domain/assessment/f-distribution'
import { facilityOf } from '#lib/domain/assessment/facility'
import {
  lawSchoolPublished,
  lawSchoolRows,
  newcombe,
  shroutFleissRows,
} from '#lib/domain/assessment/published.examples'
import { drawnFormReliability, fixedFormReliability } from '#lib/domain/assessment/reliability'

const itemIds = ['q1', 'q2', 'q3', 'q4', 'q5']
const attempts: readonly Outcomes[] = lawSchoolRows.map(
  (row) => new Map(row.map((score, index) => [itemIds[index] ?? '', score === 1])),
)

test('the intervals of Newcombe’s table are met to four decimals', () => {
  for (const { right, people, low, high } of newcombe) {
    const figure = facilityOf(right, people)
    expect(figure.low).toBeCloseTo(low, 4)
    expect(figure.high).toBeCloseTo(high, 4)
  }
})

test('facility, discrimination and KR-20 of the law school test are those that ltm prints, to four decimals', () => {
  const facility = facilities(attempts)
  itemIds.forEach((itemId, index) => {
    expect(facility.get(itemId)).toBeCloseTo(lawSchoolPublished.facility[index] ?? 0, 4)
    const { value } = discriminationOf(itemId, attempts, facility) ?? { value: Number.NaN }
    expect(value).toBeCloseTo(lawSchoolPublished.discrimination[index] ?? 0, 4)
  })
  expect(fixedFormReliability(lawSchoolRows)?.value).toBeCloseTo(lawSchoolPublished.alpha, 4)
})

test('alpha and the one-way coefficient of Shrout and Fleiss’s table are those that they print', () => {
  expect(fixedFormReliability(shroutFleissRows)?.value).toBeCloseTo(0.91, 2)
  expect(drawnFormReliability(shroutFleissRows)?.value).toBeCloseTo(0.44, 2)
})

test('Feldt’s interval is the one published with the code of the MRC Cognition and Brain Sciences Unit', () => {
  // Statistics wiki of the unit, "Confidence intervals for Cronbach's alpha" (C. Evans): alpha 0.913, 873 people, 20 items.
  const end = (probability: number) => 1 - (1 - 0.913) * quantileOfF(probability, 872, 872 * 19)
  expect(end(0.975)).toBeCloseTo(0.9044024, 6)
  expect(end(0.025)).toBeCloseTo(0.9211588, 6)
})

test.each([
  // Upper five and two and a half percent points, as every table of F prints them.
  [0.95, 2, 10, 4.1028],
  [0.95, 5, 20, 2.7109],
  [0.975, 4, 60, 3.0077],
  [0.95, 1, 1, 161.4476],
])('the %s point of F with %s and %s degrees of freedom is %s', (probability, above, below, expected) => {
  expect(quantileOfF(probability, above, below)).toBeCloseTo(expected, 3)
})
