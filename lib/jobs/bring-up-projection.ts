import type { JobHandler } from '#lib/jobs/job'
import { log } from '#lib/system/log'
import { bringUpProjection } from '#lib/use-cases/operation/bring-up-projection'

/** Derives what the commands left to the worker. */
export const bringUp: JobHandler = async ({ database, clock }) => {
  const done = await bringUpProjection(await database(), clock)
  if (done.people > 0) log.info(done, 'the projection was brought up')
}
