import { randomBytes } from 'node:crypto'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import type { Context } from '#lib/context'
import { inTransaction } from '#lib/data/database'
import { enterSession } from '#lib/data/scope'
import { insertSession } from '#lib/data/session'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes } from '#lib/domain/calendar'
import { countingDatabase } from '#tests/support/counting-database'
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
  const { db: counting, asked } = countingDatabase(settings.databaseUrl)
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
