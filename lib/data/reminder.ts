import type { Tx } from '#lib/data/database'
import type { NewMail } from '#lib/data/mail'
import type { Instant } from '#lib/domain/calendar'
import type { ReminderKind, ReminderRecord } from '#lib/domain/compliance/reminder-plan'
import type { PersonId, PracticeId, RequirementId, StaffMemberId } from '#lib/domain/ids'

/**
 * Held until the transaction ends: two who send at once must not both make new invitation links, since the second one's
 * would kill those that the first one's mails carry.
 */
export async function lockReminders(tx: Tx, practiceId: PracticeId): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('reminders ' || ${practiceId}, 0))::text`
}

/** What rule 12 is kept by: the reminders that were sent, and the cycle that each staff member is in. */
export async function findReminderRecord(tx: Tx, practiceId: PracticeId): Promise<ReminderRecord> {
  const sent = await tx.$queryRaw<{ key: string }[]>`
    SELECT concat_ws(' ', staff_member_id, requirement_id, cycle, kind) AS key
    FROM reminder WHERE practice_id = ${practiceId}::uuid`
  const cycles = await tx.$queryRaw<{ key: string; cycle: number }[]>`
    SELECT a.staff_member_id || ' ' || r.id AS key, max(c.number) AS cycle
    FROM assignment a
    JOIN cycle c ON c.practice_id = a.practice_id AND c.assignment_id = a.id
    JOIN requirement r ON r.practice_id = a.practice_id AND r.track_id = a.track_id
    WHERE a.practice_id = ${practiceId}::uuid
    GROUP BY a.staff_member_id, r.id`
  const numbers = new Map(cycles.map(({ key, cycle }) => [key, cycle]))
  return {
    sent: new Set(sent.map(({ key }) => key)),
    cycleOf: (staffMemberId, requirementId) => numbers.get(`${staffMemberId} ${requirementId}`) ?? 1,
  }
}

export type Addressee = { readonly personId: PersonId; readonly emailAddress: string | null }

/** Whom a mail to each of these staff members goes to. */
export async function listAddressees(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberIds: readonly StaffMemberId[],
): Promise<Map<StaffMemberId, Addressee>> {
  const rows = await tx.$queryRaw<(Addressee & { staffMemberId: StaffMemberId })[]>`
    SELECT m.id AS "staffMemberId", p.id AS "personId", p.email_address AS "emailAddress"
    FROM staff_member m JOIN person p ON p.id = m.person_id
    WHERE m.practice_id = ${practiceId}::uuid AND m.id = ANY (${staffMemberIds}::uuid[])`
  return new Map(rows.map((row) => [row.staffMemberId, row]))
}

export type NewReminder = {
  readonly staffMemberId: StaffMemberId
  readonly requirementId: RequirementId
  readonly cycle: number
  readonly kind: ReminderKind
  readonly mailId: string
}

/**
 * Writes reminders and, for those that nobody sent before, their mail: one statement, so that two who send at once send
 * one mail. Returns the reminders that were new.
 */
export async function insertReminders(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId,
  { reminders, mails }: { reminders: readonly NewReminder[]; mails: readonly (NewMail & { id: string })[] },
  now: Instant,
): Promise<NewReminder[]> {
  return await tx.$queryRaw<NewReminder[]>`
    WITH made AS (
      INSERT INTO reminder (practice_id, staff_member_id, requirement_id, cycle, kind, mail_message_id, sent_at, sent_by)
      SELECT ${practiceId}::uuid, r."staffMemberId", r."requirementId", r.cycle, r.kind, r."mailId",
        ${now}::timestamptz, ${actor}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb)
        AS r("staffMemberId" uuid, "requirementId" uuid, cycle int, kind text, "mailId" uuid)
      ON CONFLICT DO NOTHING
      RETURNING staff_member_id, requirement_id, cycle, kind, mail_message_id
    ), mailed AS (
      INSERT INTO mail_message (practice_id, id, kind, person_id, to_name, to_address, subject, body, created_at,
        next_attempt_at)
      SELECT ${practiceId}::uuid, m.id, m.kind, m."personId", m."toName", m."toAddress", m.subject, m.body,
        ${now}::timestamptz, ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) AS m(id uuid, kind text, "personId" uuid,
        "toName" text, "toAddress" text, subject text, body text)
      WHERE m.id IN (SELECT mail_message_id FROM made)
    )
    SELECT staff_member_id AS "staffMemberId", requirement_id AS "requirementId", cycle, kind,
      mail_message_id AS "mailId" FROM made`
}
