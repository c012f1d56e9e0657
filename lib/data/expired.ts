import type { Tx } from '#lib/data/database'
import type { Instant } from '#lib/domain/calendar'

/** What is of no use to anybody once its time is over. None of it is evidence. */
export type Perishable = 'session' | 'throttle' | 'one-time-link' | 'form-return'

/**
 * Removes at most `limit` rows whose time was over at that moment, and returns how many it removed. Rows that somebody
 * else is removing are left to them.
 */
export async function deleteExpired(tx: Tx, kind: Perishable, at: Instant, limit: number): Promise<number> {
  switch (kind) {
    case 'session':
      return await tx.$executeRaw`
        DELETE FROM session WHERE id_hash IN (SELECT id_hash FROM session
          WHERE expires_at <= ${at}::timestamptz LIMIT ${limit} FOR UPDATE SKIP LOCKED)`
    case 'throttle':
      return await tx.$executeRaw`
        DELETE FROM throttle WHERE key IN (SELECT key FROM throttle
          WHERE expire <= ${at}::timestamptz LIMIT ${limit} FOR UPDATE SKIP LOCKED)`
    case 'form-return':
      // Nothing may lock these rows: whoever comes second finds nothing to delete.
      return await tx.$executeRaw`
        DELETE FROM form_return WHERE id IN (SELECT id FROM form_return
          WHERE expires_at <= ${at}::timestamptz LIMIT ${limit})`
    case 'one-time-link':
      return await deleteLinksOver(tx, at, limit)
  }
}

/** The newest invitation of a person to a practice stays: it is how the practice knows whether they came in. */
async function deleteLinksOver(tx: Tx, at: Instant, limit: number): Promise<number> {
  return await tx.$executeRaw`
    DELETE FROM one_time_link WHERE token_hash IN (SELECT l.token_hash FROM one_time_link l
      WHERE least(l.expires_at, l.used_at) <= ${at}::timestamptz AND (l.kind <> 'invitation' OR EXISTS (
        SELECT FROM one_time_link newer WHERE newer.kind = l.kind AND newer.person_id = l.person_id
          AND newer.practice_id = l.practice_id AND newer.created_at > l.created_at))
      LIMIT ${limit} FOR UPDATE OF l SKIP LOCKED)`
}
