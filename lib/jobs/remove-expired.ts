import type { JobHandler } from '#lib/jobs/job'
import { log } from '#lib/system/log'
import { removeExpired } from '#lib/use-cases/operation/remove-expired'

/** Clears away what was of use for a while only. The log says how much, never whose. */
export const removeWhatExpired: JobHandler = async ({ database, clock }) => {
  log.info({ removed: await removeExpired(await database(), clock) }, 'what had expired is removed')
}
