import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { withDatabase } from '#lib/cli/context'
import { inTransaction } from '#lib/data/database'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import { now } from '#lib/system/clock'
import { ownerDatabaseUrl, settings } from '#lib/system/env'
import { signIn } from '#tests/bench/fixture/practice'
import { insertScaleFacts, scaleSize } from '#tests/bench/scale/facts'

// Fills a running Beacon with one size of the scale bench, and signs its manager in. `npm run bench -- scale` runs it with
// `--with-database`, beside the app that serves.

const [, , answerFile = '', assignments = ''] = process.argv
const size = scaleSize(Number(assignments))
const began = performance.now()
await insertScaleFacts(ownerDatabaseUrl(), size)
const seconds = (performance.now() - began) / 1000

const uuid = (text: string) =>
  createHash('md5')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
/** What stands in addresses must look like an id that somebody made at random. */
const addressable = (id: string) => `${id.slice(0, 14)}4${id.slice(15, 19)}8${id.slice(20)}`
const personId = uuid('person 0 1') as PersonId
const managerCookie = await withDatabase(settings().databaseUrl, (db) =>
  inTransaction(db, (tx) => signIn(tx, settings(), personId, now(), 'second factor')),
)
const practiceIds = Array.from(
  { length: size.practices },
  (_, index) => addressable(uuid(`practice ${index + 1}`)) as PracticeId,
)
writeFileSync(answerFile, JSON.stringify({ seconds, personId, managerCookie, practiceIds }), { mode: 0o600 })
