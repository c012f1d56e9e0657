import { historyOf, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import type { PastRecord } from '#lib/domain/compliance/past-roster'
import type { PracticeId } from '#lib/domain/ids'

type Place = { readonly practiceId: PracticeId; readonly timeZone: string }

/** Never more people in memory, however many the practice has had. */
const staffAtOnce = 500

/** Everybody who has or had a post, with every fact, part by part: each part lets others at the process in between. */
export async function* readPastRoster(
  tx: Tx,
  { practiceId, timeZone }: Place,
): AsyncGenerator<readonly PastRecord[]> {
  const staff = await tx.$queryRaw<PastRecord['person'][]>`
    SELECT m.id AS "staffMemberId", m.name, m.role, m.employment_kind AS "employmentKind", m.location,
      m.started_on::text AS "startedOn", m.ended_on::text AS "endedOn"
    FROM staff_member m WHERE m.practice_id = ${practiceId}::uuid AND m.hidden_at IS NULL
    ORDER BY m.name_key, m.id`
  const requirements = await listRequirements(tx, [practiceId])
  for (let first = 0; first < staff.length; first += staffAtOnce) {
    const part = staff.slice(first, first + staffAtOnce)
    const ids = part.map(({ staffMemberId }) => staffMemberId)
    const facts = await listStatusEvents(tx, [practiceId], ids)
    yield part.map((person) => {
      const events = facts.get(person.staffMemberId) ?? []
      const obligations = requirements.map((requirement) => ({
        requirement: { id: requirement.id, name: requirement.name },
        history: { ...historyOf(timeZone, requirement, events), staffMemberId: person.staffMemberId },
      }))
      return { person, events, obligations }
    })
  }
}
