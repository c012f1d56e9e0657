import { randomUUID } from 'node:crypto'
import type { Database, Tx } from '#lib/data/database'
import { sumOfPractices } from '#lib/data/every-practice'
import { countUndelivered } from '#lib/data/mail-trouble'
import { findPracticePlace } from '#lib/data/practice'
import { listReminderRows } from '#lib/data/reminder'
import { insertDigests, listDigestReaders } from '#lib/data/reminder-run'
import { findReminderSettings } from '#lib/data/reminder-settings'
import { type Instant, localDateAt, weekdayOf } from '#lib/domain/calendar'
import { digestCounts, weekOf } from '#lib/domain/compliance/digest'
import { isPlanningTime } from '#lib/domain/compliance/quiet-hours'
import type { PracticeId } from '#lib/domain/ids'
import { composeMail } from '#lib/mail/compose-mail'

type Surroundings = { readonly clock: () => Instant; readonly origin: string }

/**
 * Queues the weekly counts for the managers of every practice, on the morning of the practice's weekday or the first one
 * after it on which a worker runs; one a week and manager. Returns how many were queued.
 */
export async function queueDigests(db: Database, { clock, origin }: Surroundings): Promise<number> {
  return await sumOfPractices(db, (tx, practiceId) => queueForPractice(tx, practiceId, clock(), origin))
}

async function queueForPractice(
  tx: Tx,
  practiceId: PracticeId,
  now: Instant,
  origin: string,
): Promise<number> {
  const place = await findPracticePlace(tx, practiceId)
  const settings = await findReminderSettings(tx, practiceId)
  if (!place || place.isDemo || !settings.digestEnabled) return 0
  const today = localDateAt(now, place.timeZone)
  const isTime = weekdayOf(today) >= settings.digestWeekday && isPlanningTime(settings, now, place.timeZone)
  if (!isTime) return 0
  const weekOn = weekOf(today)
  const readers = await listDigestReaders(tx, practiceId, weekOn, today)
  if (readers.length === 0) return 0
  const counts = digestCounts(await listReminderRows(tx, place, { today, now }), today)
  const failed = await countUndelivered(tx, practiceId, now)
  const link = `${origin}/practice/${practiceId}`
  const digests = readers.map(({ staffMemberId, personId, name, emailAddress, language }) => {
    const values = { name, practice: place.practiceName, ...counts, failed, link }
    const to = { personId, toName: name, toAddress: emailAddress }
    const mail = {
      id: randomUUID(),
      kind: 'digest',
      ...to,
      ...composeMail('digest', language, values),
    } as const
    return { staffMemberId, mail }
  })
  return insertDigests(tx, practiceId, weekOn, digests, now)
}
