import { writeFileSync } from 'node:fs'
import { newSessionId } from '#lib/auth/session-cookie'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import { withDatabase } from '#lib/cli/context'
import { inTransaction } from '#lib/data/database'
import { enterSession } from '#lib/data/scope'
import { insertSession } from '#lib/data/session'
import { addMinutes } from '#lib/domain/calendar'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import { now as clock } from '#lib/system/clock'
import { settings } from '#lib/system/env'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'

// How many rows the tables give for one dashboard, session and all: the database's own count within its transaction, which
// nobody else's work reaches.

const [, , answerFile = '', personId = '', practiceId = ''] = process.argv
const now = clock()
const idHash = sessionIdHash(newSessionId())
const rows = await withDatabase(settings().databaseUrl, async (db) => {
  const session = { idHash, personId: personId as PersonId, createdAt: now, expiresAt: addMinutes(now, 60) }
  await inTransaction(db, (tx) => insertSession(tx, session))
  return await inTransaction(db, async (tx) => {
    const actor = await enterSession(tx, idHash, now)
    if (!actor) throw new Error('the session lives')
    const context = { tx, now, actor, settings: settings(), language: 'en' } as const
    const input = { practiceId: practiceId as PracticeId, part: 'current', query: plainRosterQuery } as const
    const view = await viewPracticeCompliance(context, input)
    if (!view.ok || view.value.rows.length === 0) throw new Error('the dashboard has lines')
    return await tx.$queryRaw<{ table: string; rows: number }[]>`
      SELECT relname AS "table", (seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS rows
      FROM pg_stat_xact_user_tables WHERE seq_tup_read + coalesce(idx_tup_fetch, 0) > 0 ORDER BY 2 DESC`
  })
})
console.log(rows.map(({ table, rows: read }) => `${table} ${read}`).join(', '))
writeFileSync(answerFile, JSON.stringify(rows.reduce((sum, { rows: read }) => sum + read, 0)))
