import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'

export type LinkKind = 'set-up' | 'invitation' | 'reset'
export type LinkTarget = { readonly personId: PersonId | null; readonly practiceId: PracticeId | null }

type NewLink = LinkTarget & {
  readonly tokenHash: string
  readonly kind: LinkKind
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

export async function insertLink(tx: Tx, link: NewLink): Promise<void> {
  await tx.oneTimeLink.create({
    data: { ...link, createdAt: toInstantColumn(link.createdAt), expiresAt: toInstantColumn(link.expiresAt) },
  })
}

/** Whom a living link is for; it stays unused. Undefined where it is unknown, used, too old or of another kind. */
export async function findLink(
  tx: Tx,
  kind: LinkKind,
  tokenHash: string,
  now: Instant,
): Promise<LinkTarget | undefined> {
  const rows = await tx.$queryRaw<LinkTarget[]>`
    SELECT person_id AS "personId", practice_id AS "practiceId" FROM one_time_link
    WHERE token_hash = ${tokenHash} AND kind = ${kind} AND used_at IS NULL AND expires_at > ${now}::timestamptz`
  return rows[0]
}

/** Uses the link up in one statement, so that two who hold it cannot both. */
export async function spendLink(
  tx: Tx,
  kind: LinkKind,
  tokenHash: string,
  now: Instant,
): Promise<LinkTarget | undefined> {
  const rows = await tx.$queryRaw<LinkTarget[]>`
    UPDATE one_time_link SET used_at = ${now}::timestamptz
    WHERE token_hash = ${tokenHash} AND kind = ${kind} AND used_at IS NULL AND expires_at > ${now}::timestamptz
    RETURNING person_id AS "personId", practice_id AS "practiceId"`
  return rows[0]
}

/** Ends the person's other living links: a new password makes every one of them useless. */
export async function endLinksOf(tx: Tx, personId: PersonId, now: Instant): Promise<void> {
  const usedAt = toInstantColumn(now)
  await tx.oneTimeLink.updateMany({ where: { personId, usedAt: null }, data: { usedAt } })
}

/** Ends every set-up link that was printed before. */
export async function endSetUpLinks(tx: Tx, now: Instant): Promise<void> {
  const usedAt = toInstantColumn(now)
  await tx.oneTimeLink.updateMany({ where: { kind: 'set-up', usedAt: null }, data: { usedAt } })
}
