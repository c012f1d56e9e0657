import { quantileOfF } from '#lib/domain/assessment/f-distribution'
import type { Figure } from '#lib/domain/assessment/figure'

/** Item scores by person: one row a person, one number an item, all rows equally long. */
export type ScoreRows = readonly (readonly number[])[]

/**
 * Reliability of a quiz that asked everybody the same items: coefficient alpha, which for right and wrong is KR-20. Undefined
 * where all people have one total, where there is one item only, or where rows differ in length.
 *
 * Formulas: G. F. Kuder and M. W. Richardson (1937), "The theory of the estimation of test reliability", Psychometrika 2,
 * 151-160 (formula 20); L. J. Cronbach (1951), "Coefficient alpha and the internal structure of tests", Psychometrika 16,
 * 297-334. Interval: L. S. Feldt (1965), "The approximate sampling distribution of Kuder-Richardson reliability coefficient
 * twenty", Psychometrika 30, 357-370.
 */
export function fixedFormReliability(rows: ScoreRows): Figure | undefined {
  const squares = squaresOf(rows)
  if (!squares || squares.betweenPeople === 0) return undefined
  const { people, items, betweenPeople, betweenItems, total } = squares
  const freedom = (people - 1) * (items - 1)
  const leftOver = (total - betweenPeople - betweenItems) / freedom
  return withInterval(1 - leftOver / (betweenPeople / (people - 1)), people - 1, freedom)
}

/**
 * Reliability of a quiz that draws for each person: how well the score on one draw tells the score on another. Nobody
 * answered the same items, so that alpha does not exist; items are nested in people, and the coefficient is the one-way
 * intraclass correlation of the mean, ICC(1,k). With a blueprint, which draws more evenly than chance, it is a little too
 * low. Undefined where all people have one total, where there is one item only, or where rows differ in length.
 *
 * Formula and interval: P. E. Shrout and J. L. Fleiss (1979), "Intraclass correlations: uses in assessing rater reliability",
 * Psychological Bulletin 86, 420-428. As the dependability of a nested design: R. L. Brennan (2001), "Generalizability
 * Theory", Springer, chapter 2; for right and wrong it is KR-21 of Kuder and Richardson (1937) but for n and n - 1.
 */
export function drawnFormReliability(rows: ScoreRows): Figure | undefined {
  const squares = squaresOf(rows)
  if (!squares || squares.betweenPeople === 0) return undefined
  const { people, items, betweenPeople, total } = squares
  const freedom = people * (items - 1)
  const within = (total - betweenPeople) / freedom
  return withInterval(1 - within / (betweenPeople / (people - 1)), people - 1, freedom)
}

/** One minus the estimate, times a quotient of mean squares, follows F with these degrees of freedom. */
function withInterval(value: number, above: number, below: number): Figure {
  const end = (probability: number) => 1 - (1 - value) * quantileOfF(probability, above, below)
  return { value, low: end(0.975), high: end(0.025) }
}

type Squares = {
  readonly people: number
  readonly items: number
  readonly betweenPeople: number
  readonly betweenItems: number
  readonly total: number
}

/** The sums of squares of a table of people by items. */
function squaresOf(rows: ScoreRows): Squares | undefined {
  const people = rows.length
  const items = rows[0]?.length ?? 0
  if (people < 2 || items < 2 || rows.some((row) => row.length !== items)) return undefined
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const squared = (values: readonly number[]) => sum(values.map((value) => value ** 2))
  const rowSums = rows.map(sum)
  const columnSums = Array.from({ length: items }, (_, index) => sum(rows.map((row) => row[index] ?? 0)))
  const mean = sum(rowSums) ** 2 / (people * items)
  // Differences of equal numbers must be nought and not a rounding.
  const difference = (value: number) => (Math.abs(value) < 1e-9 ? 0 : value)
  return {
    people,
    items,
    betweenPeople: difference(squared(rowSums) / items - mean),
    betweenItems: difference(squared(columnSums) / people - mean),
    total: difference(sum(rows.map(squared)) - mean),
  }
}
