import type { JobHandler } from '#lib/jobs/job'
import { log } from '#lib/system/log'
import { planReminders } from '#lib/use-cases/reminders/plan-reminders'
import { queueDigests } from '#lib/use-cases/reminders/queue-digests'

/**
 * Queues what the morning brings, wherever it has come. The log says how much, never whose. Without a mail server nothing
 * is queued: a reminder that waits for days says what is no longer so, and its new link would kill one handed over by hand.
 */
export const planTheDay: JobHandler = async ({ database, clock, settings }) => {
  const { smtpUrl, origin } = settings()
  if (!smtpUrl) return
  const db = await database()
  const morning = { clock, origin }
  const reminders = await planReminders(db, morning)
  const digests = await queueDigests(db, morning)
  if (reminders + digests > 0) log.info({ reminders, digests }, 'the mail of the morning is queued')
}
