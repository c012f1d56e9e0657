import type { PgBoss } from 'pg-boss'
import { doJob } from '#lib/jobs/do-job'
import type { JobDefinition, Surroundings } from '#lib/jobs/job'
import { heartbeat, jobs } from '#lib/jobs/registry'

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
