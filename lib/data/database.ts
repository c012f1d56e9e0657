import { withDirectSql } from '#lib/data/direct-sql'
import type { Prisma, PrismaClient } from '#lib/data/generated/client'

export type Database = PrismaClient
/** An open transaction. Every data function takes one first, so that a request is one transaction. */
export type Tx = Prisma.TransactionClient

/**
 * Runs the work in one transaction: it commits when the work resolves and rolls back when it throws, or when it has not ended
 * after so many milliseconds.
 */
export function inTransaction<Value>(
  db: Database,
  work: (tx: Tx) => Promise<Value>,
  timeout = 20_000,
): Promise<Value> {
  return withDirectSql((run) => db.$transaction(run, { maxWait: 10_000, timeout }), work)
}
