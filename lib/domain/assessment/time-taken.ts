/** Minutes, coarsely: up to and including the number. */
export const timeClasses = ['up-to-5', 'up-to-10', 'up-to-20', 'up-to-40', 'longer'] as const
export type TimeClass = (typeof timeClasses)[number]

/**
 * The class in which the median lies: half of the people were as quick or quicker. Coarse on purpose, and of whole attempts
 * only: how long somebody looked at a question is not kept. Undefined for nobody.
 */
export function medianTimeClass(minutes: readonly number[]): TimeClass | undefined {
  const ordered = minutes.toSorted((a, b) => a - b)
  const median = ordered[Math.ceil(ordered.length / 2) - 1]
  if (median === undefined) return undefined
  if (median <= 5) return 'up-to-5'
  if (median <= 10) return 'up-to-10'
  if (median <= 20) return 'up-to-20'
  return median <= 40 ? 'up-to-40' : 'longer'
}
