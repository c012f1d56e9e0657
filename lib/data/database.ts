import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '#lib/data/generated/client'

export type Database = PrismaClient
/** An open transaction. Every data function takes one first, so that a request is one transaction. */
export type Tx = Prisma.TransactionClient

export type DatabaseSettings = { readonly url: string; readonly maxConnections?: number }

/** Connects lazily; the pool is closed with `$disconnect()`. */
export function connectDatabase({ url, maxConnections = 10 }: DatabaseSettings): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: maxConnections }) })
}

/** Runs the work in one transaction: it commits when the work resolves and rolls back when it throws. */
export function inTransaction<Value>(db: Database, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return db.$transaction(work, { maxWait: 10_000, timeout: 20_000 })
}
