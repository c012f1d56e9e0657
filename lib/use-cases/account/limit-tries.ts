import type { Database } from '#lib/data/database'
import { spendTry, type Throttle } from '#lib/data/throttle'

/** Counts a try against each limit. True where any limit was reached already. */
export async function limitTries(db: Database, throttles: readonly Throttle[]): Promise<boolean> {
  const reached = await Promise.all(throttles.map((throttle) => spendTry(db, throttle)))
  return reached.includes(true)
}
