import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import { listTallyFaults, type TallyFault } from '#lib/data/stored-spans'
import { addDays, type Instant, type LocalDate } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { bringUpProjection } from '#lib/use-cases/operation/bring-up-projection'
import { checkProjection, type ProjectionCheck } from '#lib/use-cases/operation/check-projection'
import type { World } from '#tests/support/world'

/** What `npm run doctor` finds in the world, after the worker has done what was left to it. */
export async function projectionFaults({ db }: World, now: Instant): Promise<readonly ProjectionCheck[]> {
  await bringUpProjection(db, () => now)
  const checks: ProjectionCheck[] = []
  await checkProjection(
    db,
    () => now,
    (check) => checks.push(check),
  )
  if (checks.length === 0) throw new Error('there is a practice to check')
  return checks.filter(
    ({ differing, tallyFaults, isDue }) => isDue || differing.length + tallyFaults.length > 0,
  )
}

/** Where the counts differ from a recount, on every one of so many days. */
export function tallyFaultsFrom(
  { db }: World,
  practiceId: PracticeId,
  from: LocalDate,
  days: number,
): Promise<TallyFault[]> {
  const each = Array.from({ length: days }, (_, index) => addDays(from, index))
  return inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    return listTallyFaults(tx, practiceId, each)
  })
}
