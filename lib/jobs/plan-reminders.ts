import type { JobHandler } from '#lib/jobs/job'
import { log } from '#lib/system/log'
import { planReminders } from '#lib/use-cases/reminders/plan-reminders'
import { queueDigests } from '#lib/use-cases/reminders/queue-digests'

/** Queues what the morning brings, wherever it has come. The log says how much, never whose. */
export const planTheDay: JobHandler = async ({ database, clock, settings }) => {
  const db = await database()
  const morning = { clock, origin: settings().origin }
  const reminders = await planReminders(db, morning)
  const digests = await queueDigests(db, morning)
  if (reminders + digests > 0) log.info({ reminders, digests }, 'the mail of the morning is queued')
}
