import { PrismaPg } from '@prisma/adapter-pg'
import type { Database } from '#lib/data/database'
import { PrismaClient } from '#lib/data/generated/client'

export type DatabaseSettings = { readonly url: string; readonly maxConnections?: number }

/** Connects lazily; the pool is closed with `$disconnect()`. Only the composition roots may call it. */
export function connectDatabase({ url, maxConnections = 10 }: DatabaseSettings): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: maxConnections }) })
}
