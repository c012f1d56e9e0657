import type { Tx } from '#lib/data/database'
import { addMinutes, type Instant } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

/** A message that did not arrive, or has not yet, as the mail server put it. */
export type MailTrouble = {
  readonly id: string
  readonly kind: string
  /** Null for somebody from outside. */
  readonly staffMemberId: StaffMemberId | null
  readonly name: string
  readonly toAddress: string
  readonly createdAt: Instant
  /** It is tried again; otherwise it was given up. */
  readonly isRetried: boolean
  readonly problem: string
}

const trouble = 30 * 24 * 60

/**
 * Of the last thirty days, the newest first: of the whole practice or of one staff member. What a later message to the same
 * address made up for is left out.
 */
export async function listMailTrouble(
  tx: Tx,
  practiceId: PracticeId,
  now: Instant,
  staffMemberId: StaffMemberId | null = null,
): Promise<MailTrouble[]> {
  return await tx.$queryRaw<MailTrouble[]>`
    SELECT o.id, o.kind, m.id AS "staffMemberId", coalesce(m.name, o.to_name) AS name, o.to_address AS "toAddress", o.problem,
      to_char(o.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt",
      o.next_attempt_at IS NOT NULL AS "isRetried"
    FROM mail_message o
    LEFT JOIN staff_member m ON m.practice_id = o.practice_id AND m.person_id = o.person_id
    WHERE o.practice_id = ${practiceId}::uuid AND o.sent_at IS NULL AND o.withdrawn_at IS NULL AND o.problem IS NOT NULL
      AND o.created_at > ${troubleSince(now)}::timestamptz AND o.kind <> 'refresher'
      AND (${staffMemberId}::uuid IS NULL OR m.id = ${staffMemberId}::uuid)
      AND NOT EXISTS (SELECT FROM mail_message l WHERE l.practice_id = o.practice_id AND l.to_address = o.to_address
        AND l.sent_at IS NOT NULL AND l.created_at > o.created_at AND l.kind <> 'refresher')
    ORDER BY o.created_at DESC LIMIT 200`
}

/** From when on messages that did not arrive are told of. */
export function troubleSince(now: Instant): Instant {
  return addMinutes(now, -trouble)
}

/** How many messages were given up in the last thirty days and not made up for. */
export async function countUndelivered(tx: Tx, practiceId: PracticeId, now: Instant): Promise<number> {
  const rows = await tx.$queryRaw<{ undelivered: number }[]>`
    SELECT count_undelivered(${practiceId}::uuid, ${troubleSince(now)}::timestamptz) AS undelivered`
  return rows[0]?.undelivered ?? 0
}
