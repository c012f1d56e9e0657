import type { Tx } from '#lib/data/database'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { SkipReason } from '#lib/domain/compliance/reminder-schedule'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

/** A reminder as it was recorded, and what became of its mail. */
export type RecordedReminder = {
  readonly staffMemberId: StaffMemberId
  readonly name: string
  readonly requirementId: string
  readonly requirementName: string
  readonly kind: string
  readonly dueOn: LocalDate
  /** In the practice's zone. */
  readonly on: LocalDate
  readonly isAutomatic: boolean
  readonly skipped: SkipReason | null
  readonly sentAt: Instant | null
  readonly nextAttemptAt: Instant | null
  readonly withdrawnAt: Instant | null
  readonly problem: string | null
}

/** The practice's reminders, the newest first. */
export async function listRecordedReminders(
  tx: Tx,
  { practiceId, timeZone }: { readonly practiceId: PracticeId; readonly timeZone: string },
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<RecordedReminder[]> {
  return await tx.$queryRaw<RecordedReminder[]>`
    SELECT r.staff_member_id AS "staffMemberId", m.name, r.requirement_id AS "requirementId", q.name AS "requirementName",
      r.kind, r.due_on::text AS "dueOn", (r.recorded_at AT TIME ZONE ${timeZone})::date::text AS "on",
      r.recorded_by IS NULL AS "isAutomatic", r.skipped, o.problem,
      to_char(o.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "sentAt",
      to_char(o.next_attempt_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "nextAttemptAt",
      to_char(o.withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "withdrawnAt"
    FROM reminder r
    JOIN staff_member m ON m.practice_id = r.practice_id AND m.id = r.staff_member_id
    JOIN requirement q ON q.practice_id = r.practice_id AND q.id = r.requirement_id
    LEFT JOIN mail_message o ON o.practice_id = r.practice_id AND o.id = r.mail_message_id
    WHERE r.practice_id = ${practiceId}::uuid
    ORDER BY r.recorded_at DESC, m.name, q.name, r.due_on DESC, r.kind LIMIT ${limit} OFFSET ${offset}`
}

export async function countRecordedReminders(tx: Tx, practiceId: PracticeId): Promise<number> {
  return await tx.reminder.count({ where: { practiceId } })
}
