import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'

/**
 * Whether somebody else administers the practice today, with no end in sight, who can really sign in: an invitation that
 * was never accepted opens nothing. The rows stay locked, so that two cannot leave at once.
 */
export async function hasOtherAdministrator(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberId: StaffMemberId,
  today: LocalDate,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM staff_member m
    WHERE m.practice_id = ${practiceId}::uuid AND m.id <> ${staffMemberId}::uuid
      AND 'administer' = ANY (m.capabilities) AND m.started_on <= ${today}::date AND m.ended_on IS NULL
      AND EXISTS (SELECT FROM credential c WHERE c.person_id = m.person_id)
    ORDER BY m.id FOR UPDATE OF m`
  return rows.length > 0
}

/** Whether somebody else manages the practice today who can really sign in: then nobody records about themselves. */
export async function hasOtherManager(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberId: StaffMemberId,
  today: LocalDate,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM staff_member m
    WHERE m.practice_id = ${practiceId}::uuid AND m.id <> ${staffMemberId}::uuid
      AND 'manage' = ANY (m.capabilities) AND m.started_on <= ${today}::date
      AND (m.ended_on IS NULL OR m.ended_on >= ${today}::date)
      AND EXISTS (SELECT FROM credential c WHERE c.person_id = m.person_id)
    LIMIT 1`
  return rows.length > 0
}

/** Whether somebody is about to record about themselves what another manager of the practice should record (decision 0016). */
export async function isOwnRecord(
  tx: Tx,
  practiceId: PracticeId,
  member: { readonly id: StaffMemberId; readonly personId: PersonId },
  actor: PersonId,
  today: LocalDate,
): Promise<boolean> {
  return member.personId === actor && (await hasOtherManager(tx, practiceId, member.id, today))
}
