import type { JobHandler } from '#lib/jobs/job'
import { log } from '#lib/system/log'
import { planRefreshers } from '#lib/use-cases/refreshers/plan-refreshers'

/** Offers the morning's short reviews, wherever it has come. The log says how many, never whose. Without a mail server none. */
export const offerRefreshers: JobHandler = async ({ database, clock, settings }) => {
  const { smtpUrl, origin } = settings()
  if (!smtpUrl) return
  const offered = await planRefreshers(await database(), { clock, origin })
  if (offered > 0) log.info({ offered }, 'short reviews are offered')
}
