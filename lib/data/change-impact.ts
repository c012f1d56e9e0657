import { historyOf, listRequirements, listStatusEvents, type StoredEvent } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import { listStaff } from '#lib/data/roster'
import type { ConcernedPerson } from '#lib/domain/authoring/change-preview'
import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { impactOf } from '#lib/domain/compliance/change-impact'
import { type PublishedVersion, supersededBy } from '#lib/domain/compliance/published-changes'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

type Place = { readonly practiceId: PracticeId; readonly timeZone: string }
type Assumed = Omit<PublishedVersion, 'publishedAt'>

/** Never more people's facts in memory, however many the practice has. */
const staffAtOnce = 500

/**
 * Who would owe what if these versions were published now, as the status engine answers it: by the day, then by name; where
 * several requirements ask somebody for it, what is owed first. Everybody's facts are read part by part, and each part lets others at the process in between. Writes nothing.
 */
export async function listConcerned(
  tx: Tx,
  { practiceId, timeZone }: Place,
  versions: readonly Assumed[],
  now: Instant,
): Promise<readonly ConcernedPerson[]> {
  const today = localDateAt(now, timeZone)
  const assumed = versions.map((version) => ({ ...version, publishedAt: now }))
  const asking = (await listRequirements(tx, [practiceId])).flatMap((requirement) => {
    const changes = supersededBy(assumed, requirement, timeZone)
    return changes.length > 0 ? [{ requirement, changes }] : []
  })
  if (asking.length === 0) return []
  const owedBy = (staffMemberId: StaffMemberId, events: readonly StoredEvent[] | undefined) =>
    asking
      .flatMap(({ requirement, changes }) => {
        const history = { ...historyOf(timeZone, requirement, events), staffMemberId }
        const impact = impactOf(history, changes, today)
        if (!impact) return []
        return [{ by: impact.by, validThrough: impact.before.validThrough, requirement: requirement.name }]
      })
      .toSorted(byDay)
      .slice(0, 1)
  const staff = await listStaff(tx, practiceId, today, 'current')
  const concerned: ConcernedPerson[] = []
  for (let first = 0; first < staff.length; first += staffAtOnce) {
    const part = staff.slice(first, first + staffAtOnce)
    const ids = part.map(({ staffMemberId }) => staffMemberId)
    const events = await listStatusEvents(tx, [practiceId], ids)
    for (const { staffMemberId, name, role } of part)
      for (const owed of owedBy(staffMemberId, events.get(staffMemberId)))
        concerned.push({ ...owed, staffMemberId, name, role })
  }
  // The list of people is by name already, and this keeps that within a day.
  return concerned.toSorted(byDay)
}

const byDay = (a: { readonly by: LocalDate }, b: { readonly by: LocalDate }) =>
  a.by < b.by ? -1 : Number(a.by > b.by)
