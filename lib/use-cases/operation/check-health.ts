import { type Database, inTransaction } from '#lib/data/database'
import { findDatabaseClock, findLastHeartbeat, findOldestDueMail, isSchemaCurrent } from '#lib/data/health'
import type { Instant } from '#lib/domain/calendar'
import { type Health, healthOf, type Measured } from '#lib/domain/operation/health'
import { settings } from '#lib/system/env'
import { log } from '#lib/system/log'
import { freeBytes, secondsSinceStart } from '#lib/system/machine'

/** Whoever asks may not wait longer than this for a database that hangs. */
const patienceMs = 5000

/** Measures what this process stands on. It never throws: what cannot be measured is failing. */
export async function checkHealth(db: Database, clock: () => Instant): Promise<Health> {
  const { dataDir, smtpUrl } = settings()
  const [database, free] = await Promise.all([
    withPatience(measureDatabase(db)).catch(unmeasured('the database')),
    freeBytes(dataDir).catch(unmeasured('the disk')),
  ])
  return healthOf({
    now: clock(),
    secondsSinceStart: secondsSinceStart(),
    freeBytes: free,
    database,
    sendsMail: smtpUrl !== undefined,
  })
}

async function measureDatabase(db: Database): Promise<NonNullable<Measured['database']>> {
  const [standing, schemaIsCurrent] = await Promise.all([
    inTransaction(db, async (tx) => ({
      clock: await findDatabaseClock(tx),
      lastHeartbeatAt: await findLastHeartbeat(tx),
      oldestDueMailAt: await findOldestDueMail(tx),
    })),
    // By itself: a schema that we do not know may not even have what is asked here.
    inTransaction(db, isSchemaCurrent).catch(unmeasured('the schema')),
  ])
  return { ...standing, schemaIsCurrent: schemaIsCurrent ?? false }
}

async function withPatience<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs)
  })
  try {
    return await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

function unmeasured(what: string): (fault: unknown) => null {
  return (fault) => {
    log.error({ fault }, `health: ${what} does not answer`)
    return null
  }
}
