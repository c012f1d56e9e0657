import type { Tx } from '#lib/data/database'
import type { MailKind } from '#lib/data/mail'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'

export type OutboxRecord = {
  readonly id: string
  readonly kind: MailKind
  /** Both null for somebody from outside. */
  readonly personId: PersonId | null
  readonly staffMemberId: StaffMemberId | null
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly body: string
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  readonly nextAttemptAt: Instant | null
  readonly withdrawnAt: Instant | null
  readonly problem: string | null
  readonly hasPassword: boolean
}

/** The practice's mail without refreshers, the newest first, or the one message named. */
export async function listOutbox(
  tx: Tx,
  practiceId: PracticeId,
  { limit, offset = 0, id = null }: { limit: number; offset?: number; id?: string | null },
): Promise<OutboxRecord[]> {
  return await tx.$queryRaw<OutboxRecord[]>`
    SELECT o.id, o.kind, o.person_id AS "personId", m.id AS "staffMemberId", o.to_name AS "toName",
      o.to_address AS "toAddress", o.subject, o.body, o.problem,
      to_char(o.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt",
      to_char(o.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "sentAt",
      to_char(o.next_attempt_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "nextAttemptAt",
      to_char(o.withdrawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "withdrawnAt",
      EXISTS (SELECT FROM credential c WHERE c.person_id = o.person_id) AS "hasPassword"
    FROM mail_message o
    LEFT JOIN staff_member m ON m.practice_id = o.practice_id AND m.person_id = o.person_id
    WHERE o.practice_id = ${practiceId}::uuid AND (${id}::uuid IS NULL OR o.id = ${id}::uuid)
      AND o.kind <> 'refresher'
    ORDER BY o.created_at DESC, o.id LIMIT ${limit} OFFSET ${offset}`
}

export async function countOutbox(tx: Tx, practiceId: PracticeId): Promise<number> {
  return await tx.mailMessage.count({ where: { practiceId, kind: { not: 'refresher' } } })
}

/** How many messages stand before this one, the newest being first. Undefined where the practice has no such message. */
export async function findPlaceInOutbox(
  tx: Tx,
  practiceId: PracticeId,
  id: string,
): Promise<number | undefined> {
  const rows = await tx.$queryRaw<{ before: number }[]>`
    SELECT (
      SELECT count(*) FROM mail_message n
      WHERE n.practice_id = o.practice_id AND n.kind <> 'refresher'
        AND (n.created_at > o.created_at OR (n.created_at = o.created_at AND n.id < o.id))
    )::int AS before
    FROM mail_message o WHERE o.practice_id = ${practiceId}::uuid AND o.id = ${id}::uuid
      AND o.kind <> 'refresher'`
  return rows[0]?.before
}

/** Which of these people have, or had, a post at another practice too; never which one. */
export async function listPeopleKnownElsewhere(
  tx: Tx,
  practiceId: PracticeId,
  personIds: readonly PersonId[],
): Promise<Set<PersonId>> {
  const rows = await tx.$queryRaw<{ id: PersonId }[]>`
    SELECT id FROM list_people_known_elsewhere(${personIds}::uuid[], ${practiceId}::uuid) AS id`
  return new Set(rows.map(({ id }) => id))
}

/** Which of these one-time links still lead somewhere. */
export async function listLivingLinks(
  tx: Tx,
  tokenHashes: readonly string[],
  now: Instant,
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ hash: string }[]>`
    SELECT token_hash AS hash FROM one_time_link
    WHERE token_hash = ANY (${tokenHashes}::text[]) AND used_at IS NULL AND expires_at > ${now}::timestamptz
    UNION ALL SELECT h FROM unnest(${tokenHashes}::text[]) h, find_outside_reviewer(h, NULL, ${now}::timestamptz)`
  return new Set(rows.map(({ hash }) => hash))
}
