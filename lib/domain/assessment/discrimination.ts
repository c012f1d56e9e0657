import { type Figure, normal95 } from '#lib/domain/assessment/figure'

/** Right or wrong by item id, of one person's attempt. A quiz that draws leaves most of a bank out. */
export type Outcomes = ReadonlyMap<string, boolean>

/** The share of right answers to each item, among all who answered it. */
export function facilities(attempts: readonly Outcomes[]): ReadonlyMap<string, number> {
  const counts = new Map<string, { right: number; people: number }>()
  for (const attempt of attempts) {
    for (const [itemId, isRight] of attempt) {
      const before = counts.get(itemId) ?? { right: 0, people: 0 }
      counts.set(itemId, { right: before.right + (isRight ? 1 : 0), people: before.people + 1 })
    }
  }
  return new Map([...counts].map(([itemId, { right, people }]) => [itemId, right / people]))
}

/**
 * How somebody did on all items of an attempt but one: the mean, over those items, of being right (1 or 0) less the item's
 * facility. Undefined where the attempt has no other item.
 *
 * Everybody draws other items, and who drew hard ones must not look weak: hence the difference from what all made of the
 * same item. Where everybody answered the same items it is the rest score less a constant, and correlates as that does.
 * Since items are drawn by chance, what was not drawn is missing completely at random (D. B. Rubin (1976), "Inference and
 * missing data", Biometrika 63, 581-592), and pairs of item and rest may be used as they are.
 */
export function restOf(
  attempt: Outcomes,
  itemId: string,
  facility: ReadonlyMap<string, number>,
): number | undefined {
  let sum = 0
  let items = 0
  for (const [otherId, isRight] of attempt) {
    if (otherId === itemId) continue
    sum += (isRight ? 1 : 0) - (facility.get(otherId) ?? 0)
    items += 1
  }
  return items > 0 ? sum / items : undefined
}

/**
 * Corrected item-rest discrimination: the point-biserial correlation of being right on the item with the rest of the same
 * attempt (`restOf`), over these people, all of whom answered it. Undefined where all were right, all wrong, or all the same
 * on the rest.
 *
 * Correction for the item's own part in the total: S. Henrysson (1963), "Correction of item-total correlations in item
 * analysis", Psychometrika 28, 211-218.
 */
export function discriminationOf(
  itemId: string,
  attempts: readonly Outcomes[],
  facility: ReadonlyMap<string, number>,
): Figure | undefined {
  const pairs = attempts.flatMap((attempt) => {
    const rest = restOf(attempt, itemId, facility)
    return rest === undefined ? [] : [{ isRight: attempt.get(itemId) === true, rest }]
  })
  const right = pairs.filter(({ isRight }) => isRight)
  const share = right.length / pairs.length
  const mean = meanOf(pairs.map(({ rest }) => rest))
  const spread = Math.sqrt(meanOf(pairs.map(({ rest }) => (rest - mean) ** 2)))
  if (!(share > 0 && share < 1) || spread < 1e-9) return undefined
  const difference = meanOf(right.map(({ rest }) => rest)) - mean
  const value = (difference / spread) * Math.sqrt(share / (1 - share))
  return pointBiserial(value, pairs.length, share)
}

/**
 * The interval of a point-biserial correlation: Fisher's transformation with the variance that holds when one of the two is
 * right or wrong. `share`: of the right ones, between 0 and 1. People: more than 3.
 *
 * R. A. Fisher (1921), "On the 'probable error' of a coefficient of correlation deduced from a small sample", Metron 1, 3-32;
 * R. F. Tate (1954), "Correlation between a discrete and a continuous variable. Point-biserial correlation", Annals of
 * Mathematical Statistics 25, 603-607 (the asymptotic variance).
 */
export function pointBiserial(correlation: number, people: number, share: number): Figure {
  const value = Math.max(-0.9999, Math.min(0.9999, correlation))
  const square = value ** 2
  const variance = 1 - 1.5 * square + square / (4 * share * (1 - share))
  const half = normal95 * Math.sqrt(variance / (people - 3))
  return {
    value: correlation,
    low: Math.tanh(Math.atanh(value) - half),
    high: Math.tanh(Math.atanh(value) + half),
  }
}

const meanOf = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0) / values.length
