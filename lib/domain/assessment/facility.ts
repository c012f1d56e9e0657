import { type Figure, normal95 } from '#lib/domain/assessment/figure'
import { invariant } from '#lib/domain/invariant'

/**
 * Facility: the share of right answers, from 0 to 1, with Wilson's score interval.
 *
 * Formula: E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22, 209-212. Chosen since it holds for few people and for shares near 0 and 1: R. G.
 * Newcombe (1998), "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in
 * Medicine 17, 857-872.
 */
export function facilityOf(right: number, people: number): Figure {
  invariant(people > 0 && right >= 0 && right <= people, 'a share is of at least one person')
  const value = right / people
  const square = normal95 ** 2
  const middle = (right + square / 2) / (people + square)
  const half = (normal95 / (people + square)) * Math.sqrt(people * value * (1 - value) + square / 4)
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
