import type { Database } from '#lib/data/database'
import { spendTry } from '#lib/data/throttle'
import type { Throttle } from '#lib/domain/access/throttle'

/** Counts a try against each limit. True where any limit was reached already. */
export async function limitTries(db: Database, throttles: readonly Throttle[]): Promise<boolean> {
  const reached = await Promise.all(throttles.map((throttle) => spendTry(db, throttle)))
  return reached.includes(true)
}
