import { pointBiserial } from '#lib/domain/assessment/discrimination'
import { facilityOf } from '#lib/domain/assessment/facility'
import type { Figure } from '#lib/domain/assessment/figure'

/** What several practices found of one item, as the database tells it: right answers in fives, a correlation to two decimals. */
export type PooledCounts = {
  readonly people: number
  readonly practices: number
  readonly right: number | null
  readonly correlation: number | null
}

/** Null where nearly everybody did the same. */
export type PooledReport = {
  readonly people: number
  readonly practices: number
  readonly facility: Figure | null
  readonly discrimination: Figure | null
}

/** The same figures and intervals as for one practice, from rounded counts. */
export function pooledReport({ people, practices, right, correlation }: PooledCounts): PooledReport {
  if (right === null) return { people, practices, facility: null, discrimination: null }
  const facility = facilityOf(right, people)
  const isComputable = correlation !== null && right > 0 && right < people
  const discrimination = isComputable ? pointBiserial(correlation, people, facility.value) : null
  return { people, practices, facility, discrimination }
}
