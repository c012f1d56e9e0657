import { type Database, inTransaction } from '#lib/data/database'
import { deleteExpired, type Perishable } from '#lib/data/expired'
import { listPracticeIds } from '#lib/data/projection-state'
import { deleteAbandonedImports } from '#lib/data/roster-import'
import { enterPractice } from '#lib/data/scope'
import { addMinutes, type Instant } from '#lib/domain/calendar'

const rowsAtOnce = 1000
// A file of staff with its rows is some megabytes.
const importsAtOnce = 20
// A table that grew faster than this is emptied by the next turns: no turn holds a worker for ever.
const mostRounds = 500

const dayMinutes = 24 * 60

// A day longer for links, so that whoever comes late with one reads what became of it, as long as it makes a difference.
const keptMinutes: Readonly<Record<Perishable, number>> = {
  session: 0,
  throttle: 0,
  'form-return': 0,
  'one-time-link': dayMinutes,
}

/** A file of staff waits this long for somebody to go on with it. Its page and the handbook say so. */
const importMinutes = 14 * dayMinutes

export type Removed = Readonly<Record<Perishable | 'roster-import', number>>

/**
 * Removes sessions, throttles, kept forms and one-time links whose time is over, a thousand rows a transaction, and files of
 * staff that nobody confirmed. Nothing that the practice must keep is among them. Twice at once, or cut off half-way, it does
 * no harm. Returns how many it removed.
 */
export async function removeExpired(db: Database, clock: () => Instant): Promise<Removed> {
  const now = clock()
  const removed = { session: 0, throttle: 0, 'form-return': 0, 'one-time-link': 0 }
  for (const kind of Object.keys(removed) as Perishable[]) {
    const at = addMinutes(now, -keptMinutes[kind])
    removed[kind] = await inRounds(rowsAtOnce, (limit) =>
      inTransaction(db, (tx) => deleteExpired(tx, kind, at, limit)),
    )
  }
  return { ...removed, 'roster-import': await removeImports(db, addMinutes(now, -importMinutes)) }
}

async function removeImports(db: Database, at: Instant): Promise<number> {
  let removed = 0
  for (const practiceId of await inTransaction(db, listPracticeIds)) {
    removed += await inRounds(importsAtOnce, (limit) =>
      inTransaction(db, async (tx) => {
        await enterPractice(tx, practiceId)
        return deleteAbandonedImports(tx, practiceId, at, limit)
      }),
    )
  }
  return removed
}

async function inRounds(limit: number, remove: (limit: number) => Promise<number>): Promise<number> {
  let removed = 0
  for (let round = 0; round < mostRounds; round += 1) {
    const count = await remove(limit)
    removed += count
    if (count < limit) break
  }
  return removed
}
