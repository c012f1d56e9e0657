import pg from 'pg'
import type { Database } from '#lib/data/database'
import { LendingAdapter } from '#lib/data/direct-sql'
import { PrismaClient } from '#lib/data/generated/client'

/** A database over one connection that notes every statement on its way to PostgreSQL, whoever sends it. */
export function countingDatabase(databaseUrl: string): { readonly db: Database; readonly asked: string[] } {
  const asked: string[] = []
  class Telling extends pg.Client {
    override query: typeof pg.Client.prototype.query = (...args: unknown[]) => {
      const [statement] = args as [string | { readonly text: string }]
      asked.push((typeof statement === 'string' ? statement : statement.text).trim())
      return Reflect.apply(super.query, this, args)
    }
  }
  const pool = { connectionString: databaseUrl, max: 1, Client: Telling }
  return { db: new PrismaClient({ adapter: new LendingAdapter(pool) }), asked }
}
