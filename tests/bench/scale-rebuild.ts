import { writeFileSync } from 'node:fs'
import { Client } from 'pg'
import { withDatabase } from '#lib/cli/context'
import { inTransaction } from '#lib/data/database'
import { listPracticeIds } from '#lib/data/projection-state'
import { now } from '#lib/system/clock'
import { ownerDatabaseUrl, settings } from '#lib/system/env'
import { projectPractice } from '#lib/use-cases/operation/bring-up-projection'
import { settleProjection } from '#lib/use-cases/operation/settle-projection'

// Derives the projection of everybody from nothing, as a new version of the code would at its first start.

const [, , answerFile = ''] = process.argv
const began = performance.now()
const cpu = process.cpuUsage()
await withDatabase(settings().databaseUrl, async (db) => {
  for (const practiceId of await inTransaction(db, listPracticeIds))
    await projectPractice(db, practiceId, now)
})
const seconds = (performance.now() - began) / 1000
const { user, system } = process.cpuUsage(cpu)
await withDatabase(settings().databaseUrl, (db) => settleProjection(db, now))
const client = new Client({ connectionString: ownerDatabaseUrl() })
await client.connect()
await client.query('VACUUM ANALYZE status_span')
await client.query('VACUUM ANALYZE status_tally')
const { rows } = await client.query(
  `SELECT pg_database_size(current_database())::float / 1048576 AS database,
    (SELECT sum(pg_total_relation_size(oid))::float / 1048576 FROM pg_class
      WHERE relname IN ('status_span', 'status_tally')) AS projection`,
)
await client.end()
writeFileSync(answerFile, JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, megabytes: rows[0] }))
