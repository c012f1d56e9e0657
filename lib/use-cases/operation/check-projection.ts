import { listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { type Database, inTransaction, type Tx } from '#lib/data/database'
import { listProjectable, spansOfMember, staffAtOnce } from '#lib/data/projection'
import { findDueSince, listPracticeIds, listStaffIds } from '#lib/data/projection-state'
import { enterPractice } from '#lib/data/scope'
import { listStoredSpans, listTallyFaults, type TallyFault } from '#lib/data/stored-spans'
import { addDays, type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { isSameFrom } from '#lib/domain/compliance/compare-projection'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

export type ProjectionCheck = {
  readonly practiceId: PracticeId
  readonly people: number
  /** Of each person and requirement. */
  readonly lines: number
  /** Lines whose stored spans say something else than the function: `staff-member requirement`. */
  readonly differing: readonly string[]
  readonly tallyFaults: readonly TallyFault[]
  /** The worker still has to derive something: then differences are no fault. */
  readonly isDue: boolean
}

/**
 * Derives everybody anew in memory and compares it with what is stored, today and on every later day, and the counts with a
 * recount. Writes nothing. `report` hears of one practice after the other.
 */
export async function checkProjection(
  db: Database,
  clock: () => Instant,
  report: (check: ProjectionCheck) => void,
): Promise<void> {
  for (const practiceId of await inTransaction(db, listPracticeIds))
    report(await checkPractice(db, practiceId, clock))
}

async function checkPractice(
  db: Database,
  practiceId: PracticeId,
  clock: () => Instant,
): Promise<ProjectionCheck> {
  const inPractice = <Value>(work: (tx: Tx) => Promise<Value>) =>
    inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      return work(tx)
    })
  const { ids, since } = await inPractice(async (tx) => {
    return { ids: await listStaffIds(tx, practiceId), since: await findDueSince(tx, practiceId) }
  })
  let lines = 0
  const differing: string[] = []
  for (let first = 0; first < ids.length; first += staffAtOnce) {
    const part = ids.slice(first, first + staffAtOnce)
    const checked = await inPractice((tx) => checkPart(tx, practiceId, part, clock()))
    lines += checked.lines
    differing.push(...checked.differing)
  }
  const today = localDateAt(clock(), 'UTC')
  const days = [0, 1, 30, 91, 366].map((ahead): LocalDate => addDays(today, ahead))
  const tallyFaults = await inPractice((tx) => listTallyFaults(tx, practiceId, days))
  return { practiceId, people: ids.length, lines, differing, tallyFaults, isDue: since !== null }
}

async function checkPart(
  tx: Tx,
  practiceId: PracticeId,
  ids: readonly StaffMemberId[],
  now: Instant,
): Promise<{ lines: number; differing: string[] }> {
  const stored = await listStoredSpans(tx, practiceId, ids)
  const members = await listProjectable(tx, practiceId, ids)
  const requirements = await listRequirements(tx, [practiceId])
  const events = await listStatusEvents(tx, [practiceId], ids)
  const derived = members.flatMap((member) => {
    const today = localDateAt(now, member.timeZone)
    const lines = Map.groupBy(
      spansOfMember(member, requirements, events.get(member.id) ?? [], now),
      ({ requirementId }) => `${member.id} ${requirementId}`,
    )
    return [...lines].map(([line, spans]) => ({ line, today, spans: spans.map(({ span }) => span) }))
  })
  const known = new Set(derived.map(({ line }) => line))
  const differing = derived.filter(
    ({ line, today, spans }) => !isSameFrom(today, spans, stored.get(line) ?? []),
  )
  const tooMany = [...stored.keys()].filter((line) => !known.has(line))
  return { lines: derived.length, differing: [...differing.map(({ line }) => line), ...tooMany] }
}
