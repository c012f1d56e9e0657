import { type Database, inTransaction } from '#lib/data/database'
import { foldTallies, listPracticeIds, trimSpans } from '#lib/data/projection-state'
import { enterPractice } from '#lib/data/scope'
import { addDays, type Instant, localDateAt } from '#lib/domain/calendar'

/**
 * Once a day, for every practice: what was over two days ago goes, so that lists and counts pass nothing over. No answer
 * depends on it: it keeps them quick.
 */
export async function settleProjection(db: Database, clock: () => Instant): Promise<void> {
  for (const practiceId of await inTransaction(db, listPracticeIds)) {
    // Over in every zone, also for a clock that is a little late.
    const before = addDays(localDateAt(clock(), 'UTC'), -2)
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      await trimSpans(tx, practiceId, before)
      await foldTallies(tx, practiceId, before)
    })
  }
}
