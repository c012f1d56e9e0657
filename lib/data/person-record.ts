import { historyOf, listRequirements, listStatusEvents, type StoredEvent } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import { findStaffMember, type StaffMember } from '#lib/data/practice'
import { type Instant, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import type { Situation } from '#lib/domain/people/entries/entry'

export type PersonRecord = {
  readonly member: StaffMember
  readonly situation: Situation & { readonly facts: readonly StoredEvent[] }
}

/** A person's post, facts, and what each requirement of the practice makes of them: what every entry is judged by. */
export async function findPersonRecord(
  tx: Tx,
  { practiceId, timeZone }: { readonly practiceId: PracticeId; readonly timeZone: string },
  staffMemberId: string,
  now: Instant,
): Promise<PersonRecord | undefined> {
  const member = await findStaffMember(tx, practiceId, staffMemberId)
  if (!member) return undefined
  const facts = (await listStatusEvents(tx, [practiceId], member.id)).get(member.id) ?? []
  const asked = (await listRequirements(tx, [practiceId])).map((requirement) => ({
    requirement: { id: requirement.id, name: requirement.name },
    trackId: requirement.trackId,
    history: historyOf(timeZone, requirement, facts),
  }))
  const today = localDateAt(now, timeZone)
  return { member, situation: { today, now, post: member, facts, asked } }
}
