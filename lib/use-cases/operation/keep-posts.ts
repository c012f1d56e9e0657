import { type Database, inTransaction, type Tx } from '#lib/data/database'
import { findPersonRecord } from '#lib/data/person-record'
import { findTimeZone, listStaffWithChangesIn } from '#lib/data/planned-changes'
import { lockStaff } from '#lib/data/practice'
import { listPracticeIds } from '#lib/data/projection-state'
import { keepPost } from '#lib/data/save-entry'
import { enterPractice } from '#lib/data/scope'
import { addDays, type Instant, localDateAt } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

/** A worker that was off for as long as this still finds every change that came to hold meanwhile. */
const daysBack = 60

/**
 * Puts on the row of each staff member the role, place and kind of employment that were planned and hold by now, and assigns
 * what is asked of them since. Statuses never wait for it: they are derived from the facts. Safe to run twice, or at once.
 * Returns how many posts changed.
 */
export async function keepPosts(db: Database, clock: () => Instant): Promise<number> {
  let changed = 0
  for (const practiceId of await inTransaction(db, listPracticeIds)) {
    const staff = await inTransaction(db, (tx) => dueStaff(tx, practiceId, clock()))
    for (const id of staff) changed += await inTransaction(db, (tx) => keepOne(tx, practiceId, id, clock()))
  }
  return changed
}

async function dueStaff(tx: Tx, practiceId: PracticeId, now: Instant): Promise<readonly StaffMemberId[]> {
  await enterPractice(tx, practiceId)
  const timeZone = await findTimeZone(tx, practiceId)
  if (timeZone === null) return []
  const today = localDateAt(now, timeZone)
  return listStaffWithChangesIn(tx, { practiceId, timeZone }, addDays(today, -daysBack), today)
}

async function keepOne(tx: Tx, practiceId: PracticeId, id: StaffMemberId, now: Instant): Promise<number> {
  await enterPractice(tx, practiceId)
  await lockStaff(tx, practiceId)
  const timeZone = await findTimeZone(tx, practiceId)
  const record = timeZone === null ? undefined : await findPersonRecord(tx, { practiceId, timeZone }, id, now)
  return record && (await keepPost(tx, practiceId, record)) ? 1 : 0
}
