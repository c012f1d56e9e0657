import type { JobHandler, Surroundings } from '#lib/jobs/job'
import { log } from '#lib/system/log'

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
