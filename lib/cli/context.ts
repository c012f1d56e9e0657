import { connectDatabase } from '#lib/data/client'
import type { Database } from '#lib/data/database'

/** The composition root of the commands: lends a database to one piece of work and closes it afterwards. */
export async function withDatabase<Value>(
  url: string,
  work: (db: Database) => Promise<Value>,
): Promise<Value> {
  const db = connectDatabase({ url, maxConnections: 1 })
  try {
    return await work(db)
  } finally {
    await db.$disconnect()
  }
}
