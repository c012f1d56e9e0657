import { PgBoss } from 'pg-boss'
import { surroundings } from '#lib/jobs/context'
import { heartbeat, jobs } from '#lib/jobs/registry'
import { takeJobs } from '#lib/jobs/take-jobs'
import { settings } from '#lib/system/env'
import { log } from '#lib/system/log'

// Background work, in a process of its own: beside the web by default, alone with `npm run worker`. It runs with the
// application role, which may not change a schema: what the queue needs is made at the start by `install-queues`.

const boss = new PgBoss({
  connectionString: settings().databaseUrl,
  application_name: 'beacon-worker',
  max: 4,
  migrate: false,
  // To rebuild an index one must own it.
  reindex: false,
})
boss.on('error', (fault) => log.error({ fault }, 'the queue failed'))
boss.on('warning', ({ message }) => log.warn({ message }, 'the queue warns'))

/** A database that is away for a moment is no reason to end: the next turn tries again. */
async function send(name: string, waits?: string): Promise<void> {
  try {
    if (waits && !(await boss.getDb().executeSql(waits)).rows[0]?.waits) return
    await boss.send(name)
  } catch (fault) {
    log.error({ fault, job: name }, 'a job could not be queued')
  }
}

let stopping = false

/** Takes no new job, and lets the running ones end for up to five seconds; what is cut off is tried again later. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await boss.stop({ graceful: true, timeout: 5_000 })
  process.exit(0)
}

process.on('SIGTERM', stop)
process.on('SIGINT', stop)
await boss.start()
await takeJobs(boss, () => surroundings)
for (const job of jobs) {
  if (job.cron) await boss.schedule(job.name, job.cron, null, { missed: job.catchesUp ? 'once' : 'skip' })
  if (job.everySeconds) setInterval(() => void send(job.name, job.waits), job.everySeconds * 1000)
}
await send(heartbeat)
log.info({ jobs: jobs.length }, 'the worker is ready')
process.send?.('ready')
