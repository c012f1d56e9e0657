import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import type { Context } from '#lib/context'
import { inTransaction } from '#lib/data/database'
import { LendingAdapter } from '#lib/data/direct-sql'
import { PrismaClient } from '#lib/data/generated/client'
import { enterSession } from '#lib/data/scope'
import { insertSession } from '#lib/data/session'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes } from '#lib/domain/calendar'
import { noon, type World } from '#tests/support/world'

/**
 * Runs a use case the way a request does, session first, in one transaction, and counts what PostgreSQL was asked. BEGIN,
 * COMMIT and a lone `set_config` are not counted; reading the session is.
 */
export async function countedStatements<Value>(
  { db, settings }: World,
  { personId }: Actor,
  work: (context: Context) => Promise<Value>,
): Promise<{ value: Value; statements: readonly string[]; writingCommits: number }> {
  const idHash = sessionIdHash(randomBytes(32).toString('base64url'))
  await inTransaction(db, (tx) =>
    insertSession(tx, { idHash, personId, createdAt: noon, expiresAt: addMinutes(noon, 60) }),
  )
  const asked: string[] = []
  const pool = { connectionString: settings.databaseUrl, max: 1, Client: clientThatTells(asked) }
  const counting = new PrismaClient({ adapter: new LendingAdapter(pool) })
  try {
    const value = await inTransaction(counting, async (tx) => {
      const actor = await enterSession(tx, idHash, noon)
      if (!actor) throw new Error('the session lives')
      return work({ tx, now: noon, settings, language: 'en', actor })
    })
    const statements = asked.filter((query) => !/^(BEGIN|COMMIT|SELECT set_config)/i.test(query))
    return { value, statements, writingCommits: asked.filter((query) => query === 'COMMIT').length }
  } finally {
    await counting.$disconnect()
  }
}

/** A connection that notes every statement on its way to PostgreSQL, whoever sends it. */
function clientThatTells(asked: string[]): typeof pg.Client {
  return class extends pg.Client {
    override query: typeof pg.Client.prototype.query = (...args: unknown[]) => {
      const [statement] = args as [string | { readonly text: string }]
      asked.push((typeof statement === 'string' ? statement : statement.text).trim())
      return Reflect.apply(super.query, this, args)
    }
  }
}
