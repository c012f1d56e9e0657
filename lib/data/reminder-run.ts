import type { Tx } from '#lib/data/database'
import type { NewMail } from '#lib/data/mail'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/**
 * Takes the day for this transaction. False where its reminders are planned already. Of two workers the second waits here
 * until the first has committed, and takes over where that one died.
 */
export async function claimReminderDay(
  tx: Tx,
  practiceId: PracticeId,
  today: LocalDate,
  now: Instant,
): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    INSERT INTO reminder_run (practice_id, planned_on, planned_at)
    VALUES (${practiceId}::uuid, ${today}::date, ${now}::timestamptz) ON CONFLICT DO NOTHING`
  return claimed > 0
}

/** When the practice's reminders were planned last. */
export async function findLastReminderRun(tx: Tx, practiceId: PracticeId): Promise<LocalDate | null> {
  const rows = await tx.$queryRaw<{ on: LocalDate | null }[]>`
    SELECT max(planned_on)::text AS "on" FROM reminder_run WHERE practice_id = ${practiceId}::uuid`
  return rows[0]?.on ?? null
}

export type DigestReader = {
  readonly staffMemberId: StaffMemberId
  readonly personId: PersonId
  readonly name: string
  readonly emailAddress: string
  readonly language: Language
}

/** The practice's managers with an address whom nobody wrote to in the week of this Monday. */
export async function listDigestReaders(
  tx: Tx,
  practiceId: PracticeId,
  weekOn: LocalDate,
  today: LocalDate,
): Promise<DigestReader[]> {
  return await tx.$queryRaw<DigestReader[]>`
    SELECT m.id AS "staffMemberId", p.id AS "personId", m.name, p.email_address AS "emailAddress",
      mail_language(m.practice_id, p.id) AS language
    FROM staff_member m JOIN person p ON p.id = m.person_id
    WHERE m.practice_id = ${practiceId}::uuid AND 'manage' = ANY (m.capabilities) AND p.email_address IS NOT NULL
      AND m.started_on <= ${today}::date AND (m.ended_on IS NULL OR m.ended_on >= ${today}::date)
      AND NOT EXISTS (SELECT FROM digest d WHERE d.practice_id = m.practice_id AND d.staff_member_id = m.id
        AND d.week_on = ${weekOn}::date)
    ORDER BY m.name LIMIT 500`
}

type NewDigest = { readonly staffMemberId: StaffMemberId; readonly mail: NewMail & { readonly id: string } }

/** Writes the week's mails, one statement; of two workers one writes each. Returns how many were new. */
export async function insertDigests(
  tx: Tx,
  practiceId: PracticeId,
  weekOn: LocalDate,
  digests: readonly NewDigest[],
  now: Instant,
): Promise<number> {
  const rows = digests.map(({ staffMemberId, mail }) => ({ staffMemberId, ...mail }))
  return await tx.$executeRaw`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("staffMemberId" uuid, id uuid, kind text,
        "personId" uuid, "toName" text, "toAddress" text, subject text, body text)
    ), made AS (
      INSERT INTO digest (practice_id, staff_member_id, week_on, mail_message_id, recorded_at)
      SELECT ${practiceId}::uuid, w."staffMemberId", ${weekOn}::date, w.id, ${now}::timestamptz FROM wanted w
      ON CONFLICT DO NOTHING
      RETURNING mail_message_id
    )
    INSERT INTO mail_message (practice_id, id, kind, person_id, to_name, to_address, subject, body, created_at,
      next_attempt_at)
    SELECT ${practiceId}::uuid, w.id, w.kind, w."personId", w."toName", w."toAddress", w.subject, w.body,
      ${now}::timestamptz, ${now}::timestamptz
    FROM wanted w WHERE w.id IN (SELECT mail_message_id FROM made)`
}
