import type { Tx } from '#lib/data/database'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

type Feed = { readonly alarmDays: number | null; readonly createdAt: Instant }

/** The person's calendar, where they have one. Its address is kept nowhere. */
export async function findFeed(tx: Tx, personId: PersonId): Promise<Feed | undefined> {
  const rows = await tx.$queryRaw<Feed[]>`
    SELECT alarm_days AS "alarmDays",
      to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt"
    FROM calendar_feed WHERE person_id = ${personId}::uuid`
  return rows[0]
}

/** Stores a new address. The one before is dead. */
export async function replaceFeed(
  tx: Tx,
  personId: PersonId,
  { tokenHash, alarmDays }: { readonly tokenHash: string; readonly alarmDays: number | null },
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO calendar_feed (person_id, token_hash, alarm_days, created_at)
    VALUES (${personId}::uuid, ${tokenHash}, ${alarmDays}::int, ${now}::timestamptz)
    ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, alarm_days = excluded.alarm_days,
      created_at = excluded.created_at`
}

/** False where the person has no calendar. */
export async function saveFeedAlarm(tx: Tx, personId: PersonId, alarmDays: number | null): Promise<boolean> {
  const saved = await tx.$executeRaw`
    UPDATE calendar_feed SET alarm_days = ${alarmDays}::int WHERE person_id = ${personId}::uuid`
  return saved > 0
}

export async function deleteFeed(tx: Tx, personId: PersonId): Promise<void> {
  await tx.$executeRaw`DELETE FROM calendar_feed WHERE person_id = ${personId}::uuid`
}

export type FeedOwner = {
  readonly personId: PersonId
  readonly alarmDays: number | null
  readonly language: Language
}

/** Whose calendar the address opens. */
export async function findFeedOwner(tx: Tx, tokenHash: string): Promise<FeedOwner | undefined> {
  const rows = await tx.$queryRaw<FeedOwner[]>`
    SELECT f.person_id AS "personId", f.alarm_days AS "alarmDays", coalesce(p.language, 'en') AS language
    FROM calendar_feed f JOIN person p ON p.id = f.person_id WHERE f.token_hash = ${tokenHash}`
  return rows[0]
}
