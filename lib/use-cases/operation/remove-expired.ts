import { type Database, inTransaction } from '#lib/data/database'
import { deleteExpired, type Perishable } from '#lib/data/expired'
import { addMinutes, type Instant } from '#lib/domain/calendar'

const rowsAtOnce = 1000
// A table that grew faster than this is emptied by the next turns: no turn holds a worker for ever.
const mostRounds = 500

// A day longer for links, so that whoever comes late with one reads what became of it, as long as it makes a difference.
const keptMinutes: Readonly<Record<Perishable, number>> = {
  session: 0,
  throttle: 0,
  'form-return': 0,
  'one-time-link': 24 * 60,
}

/**
 * Removes sessions, throttles, kept forms and one-time links whose time is over, a thousand rows a transaction. Nothing that
 * the practice must keep is among them. Twice at once, or cut off half-way, it does no harm. Returns how many it removed.
 */
export async function removeExpired(
  db: Database,
  clock: () => Instant,
): Promise<Readonly<Record<Perishable, number>>> {
  const now = clock()
  const removed = { session: 0, throttle: 0, 'form-return': 0, 'one-time-link': 0 }
  for (const kind of Object.keys(removed) as Perishable[]) {
    const at = addMinutes(now, -keptMinutes[kind])
    for (let round = 0; round < mostRounds; round += 1) {
      const count = await inTransaction(db, (tx) => deleteExpired(tx, kind, at, rowsAtOnce))
      removed[kind] += count
      if (count < rowsAtOnce) break
    }
  }
  return removed
}
