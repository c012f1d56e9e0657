import type { AuthoredKind } from '#lib/data/authored'
import type { Tx } from '#lib/data/database'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'

/** A published version that a practice shows to its network. */
export type NetworkOffer = {
  readonly offerId: string
  readonly kind: AuthoredKind
  /** Of the module or case. */
  readonly id: string
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly practiceId: PracticeId
  readonly practiceName: string
}

/** What the practices of its network offer now, its own too: of each module and case the newest version. */
export async function listNetworkOffers(tx: Tx, practiceId: PracticeId): Promise<NetworkOffer[]> {
  return await tx.$queryRaw<NetworkOffer[]>`
    SELECT DISTINCT ON (p.name, o.practice_id, o.key) o.id AS "offerId", o.kind, o.key AS id, o.version, o.title, o.summary,
      o.minutes, o.practice_id AS "practiceId", p.name AS "practiceName"
    FROM network_practice m
    JOIN network_practices() p ON p.network_id = m.network_id
    JOIN network_offer o ON o.network_id = p.network_id AND o.practice_id = p.practice_id AND o.withdrawn_at IS NULL
    WHERE m.practice_id = ${practiceId}::uuid AND m.left_at IS NULL
    ORDER BY p.name, o.practice_id, o.key, o.version DESC LIMIT 500`
}

/** The folder of a version that is offered in the practice's network now, as it was sent: nobody has checked it here. */
export async function findOfferedArchive(
  tx: Tx,
  practiceId: PracticeId,
  key: string,
  version: number,
): Promise<Uint8Array | undefined> {
  const rows = await tx.$queryRaw<{ archive: Uint8Array }[]>`
    SELECT o.archive FROM network_practice m
    JOIN network_practices() p ON p.network_id = m.network_id
    JOIN network_offer o ON o.network_id = p.network_id AND o.practice_id = p.practice_id AND o.withdrawn_at IS NULL
    WHERE m.practice_id = ${practiceId}::uuid AND m.left_at IS NULL AND o.key = ${key} AND o.version = ${version}`
  return rows[0] && new Uint8Array(rows[0].archive)
}

export type NewNetworkOffer = Pick<
  NetworkOffer,
  'kind' | 'id' | 'version' | 'title' | 'summary' | 'minutes'
> & {
  readonly offerId: string
  readonly networkId: string
  readonly archive: Uint8Array
}

/** Shows a version to the practice's network. False where it is shown already. */
export async function insertNetworkOffer(
  tx: Tx,
  practiceId: PracticeId,
  { offerId, networkId, kind, id, version, title, summary, minutes, archive }: NewNetworkOffer,
  now: Instant,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO network_offer (id, network_id, practice_id, kind, key, version, title, summary, minutes, archive, offered_at)
    VALUES (${offerId}::uuid, ${networkId}::uuid, ${practiceId}::uuid, ${kind}, ${id}, ${version}, ${title}, ${summary},
      ${minutes}, ${Buffer.from(archive)}, ${now}::timestamptz)
    ON CONFLICT DO NOTHING`
  return written === 1
}

/** Shows no version of a module or case of the practice's own any longer. Says how many were shown. */
export async function withdrawNetworkOffers(
  tx: Tx,
  practiceId: PracticeId,
  key: string,
  now: Instant,
): Promise<number> {
  return await tx.$executeRaw`
    UPDATE network_offer SET withdrawn_at = ${now}::timestamptz
    WHERE practice_id = ${practiceId}::uuid AND key = ${key} AND withdrawn_at IS NULL`
}
