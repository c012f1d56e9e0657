import type { Database } from '#lib/data/database'
import { LendingAdapter } from '#lib/data/direct-sql'
import { PrismaClient } from '#lib/data/generated/client'

export type DatabaseSettings = { readonly url: string; readonly maxConnections?: number }

/** Connects lazily; the pool is closed with `$disconnect()`. Only the composition roots may call it. */
export function connectDatabase({ url, maxConnections = 10 }: DatabaseSettings): Database {
  const pool = { connectionString: url, max: maxConnections }
  return new PrismaClient({ adapter: new LendingAdapter(pool, { statementNameGenerator: statementNames() }) })
}

const mostStatements = 400

/**
 * Gives Prisma's own statements names, by which each connection prepares them once: planning a statement under row-level
 * security costs more than running it. Statements beyond the first 400 different ones have none, since a connection keeps
 * what it prepared. A connection pooler must pass prepared statements on, as PgBouncer does from 1.21.
 */
function statementNames(): (query: { sql: string; args: unknown[] }) => string {
  const names = new Map<string, string>()
  return ({ sql, args }) => {
    if (args.length === 0) return ''
    const known = names.get(sql)
    if (known !== undefined) return known
    const name = names.size < mostStatements ? `beacon_model_${names.size + 1}` : ''
    if (name) names.set(sql, name)
    return name
  }
}
