import { writeFileSync } from 'node:fs'
import { withDatabase } from '#lib/cli/context'
import { now } from '#lib/system/clock'
import { ownerDatabaseUrl, settings } from '#lib/system/env'
import { settleProjection } from '#lib/use-cases/operation/settle-projection'
import { insertOnePractice } from '#tests/bench/scale/one-practice'

// Adds one practice of as many lines as all of the others together to a filled database. Answers with its id.

const [, , answerFile = '', managerId = ''] = process.argv
const practiceId = await insertOnePractice(ownerDatabaseUrl(), managerId)
await withDatabase(settings().databaseUrl, (db) => settleProjection(db, now))
writeFileSync(answerFile, JSON.stringify(practiceId))
