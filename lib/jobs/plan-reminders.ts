import { database } from '#lib/jobs/context'
import type { JobHandler } from '#lib/jobs/job'
import { now } from '#lib/system/clock'
import { settings } from '#lib/system/env'
import { log } from '#lib/system/log'
import { planReminders } from '#lib/use-cases/reminders/plan-reminders'
import { queueDigests } from '#lib/use-cases/reminders/queue-digests'

/** Queues what the morning brings, wherever it has come. The log says how much, never whose. */
export const planTheDay: JobHandler = async () => {
  const db = await database()
  const surroundings = { clock: now, origin: settings().origin }
  const reminders = await planReminders(db, surroundings)
  const digests = await queueDigests(db, surroundings)
  if (reminders + digests > 0) log.info({ reminders, digests }, 'the mail of the morning is queued')
}
