import type { Tx } from '#lib/data/database'
import type { NewMail } from '#lib/data/mail'
import { listRoster } from '#lib/data/roster'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { ReminderKind, ReminderRecord } from '#lib/domain/compliance/reminder-plan'
import type { SkipReason } from '#lib/domain/compliance/reminder-schedule'
import { type RosterRow, rosterRows } from '#lib/domain/compliance/roster'
import type { PersonId, PracticeId, RequirementId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/**
 * Held until the transaction ends: two who send at once must not both make new invitation links, since the second one's
 * would kill those that the first one's mails carry.
 */
export async function lockReminders(tx: Tx, practiceId: PracticeId): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('reminders ' || ${practiceId}, 0))::text`
}

type Place = { readonly practiceId: PracticeId; readonly timeZone: string }

/** The statuses that reminders, digests and calendars rest on: of everybody employed, or of one staff member. */
export async function listReminderRows(
  tx: Tx,
  place: Place,
  { today, now }: { readonly today: LocalDate; readonly now: Instant },
  staffMemberId?: StaffMemberId,
): Promise<readonly RosterRow[]> {
  const { records } = await listRoster(tx, place, today, staffMemberId ? { staffMemberId } : 'current')
  return rosterRows(records, today, now)
}

/** What rule 12 is kept by: the reminders that were sent or skipped. One that was withdrawn before it left is neither. */
export async function findReminderRecord(tx: Tx, practiceId: PracticeId): Promise<ReminderRecord> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT concat_ws(' ', staff_member_id, requirement_id, turn_on, due_on, kind) AS key
    FROM reminder WHERE practice_id = ${practiceId}::uuid AND withdrawn_at IS NULL`
  return new Set(rows.map(({ key }) => key))
}

export type Addressee = {
  readonly personId: PersonId
  readonly emailAddress: string | null
  /** What the person's mail is written in. */
  readonly language: Language
}

/** Whom a mail to each of these staff members goes to. */
export async function listAddressees(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberIds: readonly StaffMemberId[],
): Promise<Map<StaffMemberId, Addressee>> {
  const rows = await tx.$queryRaw<(Addressee & { staffMemberId: StaffMemberId })[]>`
    SELECT m.id AS "staffMemberId", p.id AS "personId", p.email_address AS "emailAddress",
      mail_language(m.practice_id, p.id) AS language
    FROM staff_member m JOIN person p ON p.id = m.person_id
    WHERE m.practice_id = ${practiceId}::uuid AND m.id = ANY (${staffMemberIds}::uuid[])`
  return new Map(rows.map((row) => [row.staffMemberId, row]))
}

/** Sent by the mail named, or skipped for the reason named: exactly one of the two. */
export type NewReminder = {
  readonly staffMemberId: StaffMemberId
  readonly requirementId: RequirementId
  readonly turnOn: LocalDate
  readonly kind: ReminderKind
  readonly dueOn: LocalDate
  readonly mailId: string | null
  readonly skipped: SkipReason | null
}

type NewReminders = {
  readonly reminders: readonly NewReminder[]
  readonly mails: readonly (NewMail & { id: string })[]
}

/**
 * Writes reminders and, for those that nobody wrote before, their mail: one statement, so that two who send at once send
 * one mail. `actor` is null where Beacon itself reminds. Returns the reminders that were new.
 */
export async function insertReminders(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId | null,
  { reminders, mails }: NewReminders,
  now: Instant,
): Promise<NewReminder[]> {
  return await tx.$queryRaw<NewReminder[]>`
    WITH made AS (
      INSERT INTO reminder (practice_id, staff_member_id, requirement_id, turn_on, kind, due_on, mail_message_id, skipped,
        recorded_at, recorded_by)
      SELECT ${practiceId}::uuid, r."staffMemberId", r."requirementId", r."turnOn", r.kind, r."dueOn", r."mailId",
        r.skipped, ${now}::timestamptz, ${actor}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) AS r("staffMemberId" uuid, "requirementId" uuid,
        "turnOn" date, kind text, "dueOn" date, "mailId" uuid, skipped text)
      ON CONFLICT DO NOTHING
      RETURNING staff_member_id, requirement_id, turn_on, kind, due_on, mail_message_id, skipped
    ), mailed AS (
      INSERT INTO mail_message (practice_id, id, kind, person_id, to_name, to_address, subject, body, created_at,
        next_attempt_at)
      SELECT ${practiceId}::uuid, m.id, m.kind, m."personId", m."toName", m."toAddress", m.subject, m.body,
        ${now}::timestamptz, ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) AS m(id uuid, kind text, "personId" uuid,
        "toName" text, "toAddress" text, subject text, body text)
      WHERE m.id IN (SELECT mail_message_id FROM made)
    )
    SELECT staff_member_id AS "staffMemberId", requirement_id AS "requirementId", turn_on::text AS "turnOn", kind,
      due_on::text AS "dueOn", mail_message_id AS "mailId", skipped FROM made`
}

/** What a mail speaks of. */
export type MailedReminder = {
  readonly id: string
  readonly staffMemberId: StaffMemberId
  readonly requirementId: RequirementId
  readonly turnOn: LocalDate
  readonly kind: ReminderKind
  readonly dueOn: LocalDate
}

export async function listMailedReminders(
  tx: Tx,
  practiceId: PracticeId,
  mailId: string,
): Promise<MailedReminder[]> {
  return await tx.$queryRaw<MailedReminder[]>`
    SELECT id, staff_member_id AS "staffMemberId", requirement_id AS "requirementId", turn_on::text AS "turnOn", kind,
      due_on::text AS "dueOn"
    FROM reminder WHERE practice_id = ${practiceId}::uuid AND mail_message_id = ${mailId}::uuid
    ORDER BY due_on LIMIT 200`
}

/** Moves reminders to the mail that takes the place of one that no longer says what is so. */
export async function moveReminders(
  tx: Tx,
  practiceId: PracticeId,
  reminders: readonly MailedReminder[],
  mailId: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE reminder SET mail_message_id = ${mailId}::uuid
    WHERE practice_id = ${practiceId}::uuid AND id = ANY (${reminders.map(({ id }) => id)}::uuid[])`
}

/** Takes back what the withdrawn mail still carries: it was never said, and may be said again when it is so again. */
export async function withdrawReminders(
  tx: Tx,
  practiceId: PracticeId,
  mailId: string,
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE reminder SET withdrawn_at = ${now}::timestamptz
    WHERE practice_id = ${practiceId}::uuid AND mail_message_id = ${mailId}::uuid AND withdrawn_at IS NULL`
}
