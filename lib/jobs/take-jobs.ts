import type { PgBoss } from 'pg-boss'
import type { JobDefinition, JobHandler, Surroundings } from '#lib/jobs/job'
import { heartbeat, jobs } from '#lib/jobs/registry'
import { log } from '#lib/system/log'

/** What a job works with, by what its queue row says. The worker's own rows say nothing. */
type SurroundingsOf = (data: unknown) => Surroundings

/**
 * From now on this process does every job of the registry that is queued. Returns, by the job's name, the id that wakes
 * who waits for it before the next look at the queue.
 */
export async function takeJobs(boss: PgBoss, of: SurroundingsOf): Promise<ReadonlyMap<string, string>> {
  const takers = new Map<string, string>()
  for (const job of jobs) takers.set(job.name, await take(boss, job, of))
  return takers
}

function take(boss: PgBoss, { name, load }: JobDefinition, of: SurroundingsOf): Promise<string> {
  return boss.work(name, { pollingIntervalSeconds: name === heartbeat ? 10 : 2 }, async (batch) => {
    for (const { id, data } of batch) await doJob({ name, id }, load, of(data))
  })
}

/**
 * Does one job, and says in the log what became of it: a queue keeps what failed, and nobody looks into a queue. Of the fault
 * only what names nobody; it is thrown on, so that the job is tried again.
 */
export async function doJob(
  job: { readonly name: string; readonly id: string },
  load: () => Promise<JobHandler>,
  surroundings: Surroundings,
): Promise<void> {
  const said = { job: job.name, id: job.id }
  try {
    const handle = await load()
    await handle(surroundings)
  } catch (fault) {
    log.error({ ...said, fault }, 'a job failed')
    throw fault
  }
  log.debug(said, 'done')
}
