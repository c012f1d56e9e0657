import { type Database, inTransaction } from '#lib/data/database'
import { projectPart, staffAtOnce } from '#lib/data/projection'
import {
  findDueSince,
  foldTallies,
  listPracticesToFold,
  listPracticesToProject,
  listPracticesWithDue,
  listStaffIds,
  markProjected,
  takeDue,
} from '#lib/data/projection-state'
import { enterPractice } from '#lib/data/scope'
import { addDays, type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'

export type BroughtUp = {
  /** People derived anew because somebody waited for it, or because everything at their practice was due. */
  readonly people: number
  /** Practices derived anew as a whole. */
  readonly practices: number
}

type Progress = (practicesDone: number, practices: number) => void

/**
 * Derives what was left to the worker: people about whom something small was written, practices whose policies changed or
 * whose projection another version of the code made, and the counts that have come apart. Part by part, each in a
 * transaction of its own: cut off half-way, or twice at once, it does no harm. `clock` is asked for every part.
 */
export async function bringUpProjection(
  db: Database,
  clock: () => Instant,
  progress: Progress = () => undefined,
): Promise<BroughtUp> {
  let people = 0
  for (const practiceId of await inTransaction(db, listPracticesWithDue))
    people += await projectDue(db, practiceId, clock)
  const whole = await inTransaction(db, listPracticesToProject)
  for (const [index, practiceId] of whole.entries()) {
    people += await projectPractice(db, practiceId, clock)
    progress(index + 1, whole.length)
  }
  for (const practiceId of await inTransaction(db, listPracticesToFold)) await fold(db, practiceId, clock)
  return { people, practices: whole.length }
}

async function projectDue(db: Database, practiceId: PracticeId, clock: () => Instant): Promise<number> {
  let people = 0
  for (;;) {
    const taken = await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      const ids = await takeDue(tx, practiceId, staffAtOnce)
      if (ids.length > 0) await projectPart(tx, practiceId, ids, clock())
      return ids.length
    })
    people += taken
    if (taken < staffAtOnce) return people
  }
}

/** Everyone at a practice, whatever stands there. */
export async function projectPractice(
  db: Database,
  practiceId: PracticeId,
  clock: () => Instant,
): Promise<number> {
  const { since, ids } = await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    return { since: await findDueSince(tx, practiceId), ids: await listStaffIds(tx, practiceId) }
  })
  for (let first = 0; first < ids.length; first += staffAtOnce) {
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      await projectPart(tx, practiceId, ids.slice(first, first + staffAtOnce), clock())
    })
  }
  // What became due again meanwhile stays due.
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    await markProjected(tx, practiceId, since ?? '')
  })
  return ids.length
}

async function fold(db: Database, practiceId: PracticeId, clock: () => Instant): Promise<void> {
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    await foldTallies(tx, practiceId, overEverywhere(clock()))
  })
}

/** The day before yesterday in UTC: over in every zone, also for a clock that is a little late. */
function overEverywhere(now: Instant): LocalDate {
  return addDays(localDateAt(now, 'UTC'), -2)
}
