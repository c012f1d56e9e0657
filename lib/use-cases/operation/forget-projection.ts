import { type Database, inTransaction } from '#lib/data/database'
import { clearProjection, listPracticeIds } from '#lib/data/projection-state'
import { enterPractice } from '#lib/data/scope'

/** Throws the projection of every practice away and marks it as due: it is derived from the facts, which stay. */
export async function forgetProjection(db: Database): Promise<void> {
  for (const practiceId of await inTransaction(db, listPracticeIds)) {
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      await clearProjection(tx, practiceId)
    })
  }
}
