import type { JobHandler } from '#lib/jobs/job'
import { log } from '#lib/system/log'
import { keepPosts } from '#lib/use-cases/operation/keep-posts'

/** Lets planned changes of posts come to hold on their day, whatever the practice's zone. */
export const keepAllPosts: JobHandler = async ({ database, clock }) => {
  const changed = await keepPosts(await database(), clock)
  if (changed > 0) log.info({ changed }, 'planned changes of posts came to hold')
}
