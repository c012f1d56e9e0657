import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { MailKind } from '#lib/data/mail'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

export type DueMail = {
  readonly id: string
  readonly kind: MailKind
  /** Null for somebody who has no account. */
  readonly personId: PersonId | null
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly body: string
  /** What its addressee is written in. */
  readonly language: Language
  /** This one included. */
  readonly attempts: number
}

/** Through the jobs' door: before any practice is entered. */
export async function listPracticesWithDueMail(tx: Tx, now: Instant): Promise<PracticeId[]> {
  const rows = await tx.$queryRaw<{ id: PracticeId }[]>`
    SELECT id FROM list_practices_with_due_mail(${now}::timestamptz) AS id`
  return rows.map((row) => row.id)
}

/** Takes messages that are due, the oldest first, so that nobody else takes them before `until`. */
export async function claimDueMail(
  tx: Tx,
  practiceId: PracticeId,
  now: Instant,
  until: Instant,
  limit: number,
): Promise<DueMail[]> {
  return await tx.$queryRaw<DueMail[]>`
    UPDATE mail_message SET attempts = attempts + 1, next_attempt_at = ${until}::timestamptz
    WHERE practice_id = ${practiceId}::uuid AND id IN (
      SELECT id FROM mail_message
      WHERE practice_id = ${practiceId}::uuid AND sent_at IS NULL AND next_attempt_at <= ${now}::timestamptz
      ORDER BY created_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, person_id AS "personId", to_name AS "toName", to_address AS "toAddress", subject, body, attempts,
      mail_language(practice_id, person_id) AS language`
}

type Outcome = {
  readonly sentAt: Instant | null
  /** Null: it is not tried again. */
  readonly nextAttemptAt: Instant | null
  /** One line for the administrator. */
  readonly problem: string | null
}

export async function recordMailOutcome(
  tx: Tx,
  practiceId: PracticeId,
  id: string,
  { sentAt, nextAttemptAt, problem }: Outcome,
): Promise<void> {
  await tx.mailMessage.update({
    where: { practiceId_id: { practiceId, id } },
    data: {
      sentAt: sentAt && toInstantColumn(sentAt),
      nextAttemptAt: nextAttemptAt && toInstantColumn(nextAttemptAt),
      problem,
    },
  })
}

/** Puts a message off that was claimed and not tried. */
export async function postponeMail(
  tx: Tx,
  practiceId: PracticeId,
  id: string,
  until: Instant,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE mail_message SET attempts = attempts - 1, next_attempt_at = ${until}::timestamptz
    WHERE practice_id = ${practiceId}::uuid AND id = ${id}::uuid AND sent_at IS NULL`
}

/** Takes a message back before it was sent. False where somebody else did, or it was sent. */
export async function withdrawMail(
  tx: Tx,
  practiceId: PracticeId,
  id: string,
  now: Instant,
): Promise<boolean> {
  const withdrawn = await tx.$executeRaw`
    UPDATE mail_message SET withdrawn_at = ${now}::timestamptz, next_attempt_at = NULL
    WHERE practice_id = ${practiceId}::uuid AND id = ${id}::uuid AND sent_at IS NULL AND withdrawn_at IS NULL`
  return withdrawn > 0
}

/** Stores the mail that takes the place of a withdrawn one, claimed as long as that one was. */
export async function claimReplacement(
  tx: Tx,
  practiceId: PracticeId,
  withdrawnId: string,
  mail: DueMail,
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO mail_message (practice_id, id, kind, person_id, to_name, to_address, subject, body, created_at, attempts,
      next_attempt_at)
    SELECT practice_id, ${mail.id}::uuid, kind, person_id, to_name, to_address, ${mail.subject}, ${mail.body},
      ${now}::timestamptz, attempts, ${now}::timestamptz + interval '15 minutes'
    FROM mail_message WHERE practice_id = ${practiceId}::uuid AND id = ${withdrawnId}::uuid`
}
