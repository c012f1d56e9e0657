import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '#lib/data/database'
import type { Throttle } from '#lib/domain/access/throttle'

/** Counts one try. True where the limit was reached before it. Outside the request's transaction, so that it stays. */
export async function spendTry(db: Database, { key, points, withinSeconds }: Throttle): Promise<boolean> {
  const limiter = new RateLimiterPrisma({
    storeClient: db,
    tableName: 'throttle',
    keyPrefix: '',
    points,
    duration: withinSeconds,
    clearExpiredByTimeout: false,
  })
  try {
    await limiter.consume(key)
    return false
  } catch (reached) {
    if (reached instanceof RateLimiterRes) return true
    throw reached
  }
}
