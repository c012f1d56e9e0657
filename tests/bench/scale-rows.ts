import { writeFileSync } from 'node:fs'
import { newSessionId } from '#lib/auth/session-cookie'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import { withDatabase } from '#lib/cli/context'
import { type Database, inTransaction, type Tx } from '#lib/data/database'
import { enterSession } from '#lib/data/scope'
import { insertSession } from '#lib/data/session'
import { addMinutes } from '#lib/domain/calendar'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import { now as clock } from '#lib/system/clock'
import { settings } from '#lib/system/env'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'

// How many rows the tables give for one page of the dashboard, session and all: the database's own count within its
// transaction, which nobody else's work reaches.

const [, , answerFile = '', person = '', practice = ''] = process.argv
const [personId, practiceId] = [person as PersonId, practice as PracticeId]
const now = clock()
const idHash = sessionIdHash(newSessionId())

type Read = { readonly table: string; readonly rows: number }

/** What the connection's work has read, and not yet reported: that of transactions shortly before too. */
async function readSoFar(tx: Tx): Promise<readonly Read[]> {
  return await tx.$queryRaw<Read[]>`
    SELECT relname AS "table", (seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS rows
    FROM pg_stat_xact_user_tables WHERE seq_tup_read + coalesce(idx_tup_fetch, 0) > 0 ORDER BY 2 DESC`
}

async function rowsOfPage(db: Database, page: number): Promise<number> {
  return await inTransaction(db, async (tx) => {
    const before = new Map((await readSoFar(tx)).map(({ table, rows }) => [table, rows]))
    const actor = await enterSession(tx, idHash, now)
    if (!actor) throw new Error('the session lives')
    const context = { tx, now, actor, settings: settings(), language: 'en' } as const
    const input = { practiceId, part: 'current', query: { ...plainRosterQuery, page } } as const
    const view = await viewPracticeCompliance(context, input)
    if (!view.ok || view.value.rows.length === 0) throw new Error('the dashboard has lines')
    const tables = (await readSoFar(tx)).map(({ table, rows }) => {
      return { table, rows: rows - (before.get(table) ?? 0) }
    })
    console.log(`Page ${page}: ${tables.map(({ table, rows }) => `${table} ${rows}`).join(', ')}`)
    return tables.reduce((sum, { rows }) => sum + rows, 0)
  })
}

const rows = await withDatabase(settings().databaseUrl, async (db) => {
  const session = { idHash, personId, createdAt: now, expiresAt: addMinutes(now, 60) }
  await inTransaction(db, (tx) => insertSession(tx, session))
  // A page beyond the last is the last.
  return { first: await rowsOfPage(db, 1), second: await rowsOfPage(db, 2), last: await rowsOfPage(db, 1e6) }
})
writeFileSync(answerFile, JSON.stringify(rows))
