import { database } from '#lib/jobs/context'
import type { JobHandler } from '#lib/jobs/job'
import { now } from '#lib/system/clock'
import { log } from '#lib/system/log'
import { removeExpired } from '#lib/use-cases/operation/remove-expired'

/** Clears away what was of use for a while only. The log says how much, never whose. */
export const removeWhatExpired: JobHandler = async () => {
  log.info({ removed: await removeExpired(await database(), now) }, 'what had expired is removed')
}
