import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { withDatabase } from '#lib/cli/context'
import { now } from '#lib/system/clock'
import { ownerDatabaseUrl, settings } from '#lib/system/env'
import { publishLibrary } from '#lib/use-cases/authoring/publish-library'
import { writeBenchContent } from '#tests/bench/fixture/content-folder'
import { insertBenchPractice } from '#tests/bench/fixture/practice'

// Fills a running Beacon with what the bench works on, and writes what the driver must know into the file named.
// `npm run bench` runs it with `--with-database`, beside the app that serves.

const [, , answerFile = ''] = process.argv
const contentFolder = path.join(path.dirname(answerFile), 'content')

writeBenchContent(contentFolder)
await withDatabase(ownerDatabaseUrl(), async (owner) => {
  const published = await publishLibrary(owner, contentFolder, now())
  if (!published.ok) throw new Error(JSON.stringify(published.refusal, null, 2))
})
const seeded = await withDatabase(settings().databaseUrl, (db) => insertBenchPractice(db, settings()))
writeFileSync(answerFile, JSON.stringify(seeded), { mode: 0o600 })
