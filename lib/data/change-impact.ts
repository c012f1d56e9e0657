import { historyOf, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import { listStaff } from '#lib/data/roster'
import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type Impact, impactOf } from '#lib/domain/compliance/change-impact'
import { type PublishedVersion, supersededBy } from '#lib/domain/compliance/published-changes'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

/** One person who would owe something; where several requirements ask for it, what is owed first. */
export type Concerned = Impact & {
  readonly staffMemberId: StaffMemberId
  readonly name: string
  readonly role: string
  readonly requirement: string
}

type Place = { readonly practiceId: PracticeId; readonly timeZone: string }
type Assumed = Omit<PublishedVersion, 'publishedAt'>

/**
 * Who would owe what if these versions were published now, as the status engine answers it: by the day, then by name. Three
 * statements however many people; writes nothing.
 */
export async function listConcerned(
  tx: Tx,
  { practiceId, timeZone }: Place,
  versions: readonly Assumed[],
  now: Instant,
): Promise<readonly Concerned[]> {
  const today = localDateAt(now, timeZone)
  const assumed = versions.map((version) => ({ ...version, publishedAt: now }))
  const asking = (await listRequirements(tx, [practiceId])).flatMap((requirement) => {
    const changes = supersededBy(assumed, requirement, timeZone)
    return changes.length > 0 ? [{ requirement, changes }] : []
  })
  if (asking.length === 0) return []
  const events = await listStatusEvents(tx, [practiceId])
  const staff = await listStaff(tx, practiceId, today, 'current')
  const concerned = staff.flatMap(({ staffMemberId, name, role }): Concerned[] => {
    const owed = asking.flatMap(({ requirement, changes }) => {
      const history = { ...historyOf(timeZone, requirement, events.get(staffMemberId)), staffMemberId }
      const impact = impactOf(history, changes, today)
      return impact ? [{ ...impact, staffMemberId, name, role, requirement: requirement.name }] : []
    })
    return owed.toSorted(byDay).slice(0, 1)
  })
  // The list of people is by name already, and this keeps that within a day.
  return concerned.toSorted(byDay)
}

const byDay = (a: { readonly by: LocalDate }, b: { readonly by: LocalDate }) =>
  a.by < b.by ? -1 : Number(a.by > b.by)
