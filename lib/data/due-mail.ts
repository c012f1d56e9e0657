import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'

export type DueMail = {
  readonly id: string
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly body: string
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
    RETURNING id, to_name AS "toName", to_address AS "toAddress", subject, body, attempts`
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
