import { type Database, inTransaction, type Tx } from '#lib/data/database'
import { listPracticeIds } from '#lib/data/practice'
import { enterPractice } from '#lib/data/scope'
import type { PracticeId } from '#lib/domain/ids'

/**
 * Does the same at every practice, each in a transaction of its own that entered it, and returns the sum of what each says.
 * A practice where it fails keeps no other one back: the first fault is thrown after the last practice.
 */
export async function sumOfPractices(
  db: Database,
  work: (tx: Tx, practiceId: PracticeId) => Promise<number>,
): Promise<number> {
  return await sumOfEach(db, (practiceId) => atPractice(db, practiceId, (tx) => work(tx, practiceId)))
}

/** As `sumOfPractices`, where the work at a practice opens its own transactions. */
export async function sumOfEach(
  db: Database,
  work: (practiceId: PracticeId) => Promise<number>,
): Promise<number> {
  let sum = 0
  const faults: unknown[] = []
  for (const practiceId of await inTransaction(db, listPracticeIds)) {
    try {
      sum += await work(practiceId)
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length > 0) throw faults[0]
  return sum
}

/** One transaction at a practice. */
export function atPractice<Value>(
  db: Database,
  practiceId: PracticeId,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  return inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    return work(tx)
  })
}

/** One part of a transaction's work: where it fails, nothing of it stays, and what else the transaction did does. */
export async function apart<Value>(
  tx: Tx,
  work: () => Promise<Value>,
): Promise<{ readonly value: Value } | { readonly fault: unknown }> {
  await tx.$executeRaw`SAVEPOINT apart`
  try {
    const value = await work()
    await tx.$executeRaw`RELEASE SAVEPOINT apart`
    return { value }
  } catch (fault) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT apart`
    return { fault }
  }
}
