import type { Tx } from '#lib/data/database'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'

/** Practices that show each other what they wrote. */
export type Network = { readonly id: string; readonly name: string }

/** The network that a practice is in now. */
export async function findNetwork(tx: Tx, practiceId: PracticeId): Promise<Network | undefined> {
  const rows = await tx.$queryRaw<Network[]>`
    SELECT n.id, n.name FROM network_practice m JOIN network n ON n.id = m.network_id
    WHERE m.practice_id = ${practiceId}::uuid AND m.left_at IS NULL`
  return rows[0]
}

export type NetworkPractice = { readonly practiceId: PracticeId; readonly name: string }

/** The practices that are in a network now, by name. Of a practice nothing but its name is told. */
export async function listNetworkPractices(tx: Tx, networkId: string): Promise<NetworkPractice[]> {
  return await tx.$queryRaw<NetworkPractice[]>`
    SELECT practice_id AS "practiceId", name FROM network_practices() WHERE network_id = ${networkId}::uuid
    ORDER BY name, practice_id LIMIT 500`
}

/** Founds a network with this practice in it. False where the practice is in one. */
export async function insertNetwork(
  tx: Tx,
  practiceId: PracticeId,
  { id, name }: Network,
  now: Instant,
): Promise<boolean> {
  await tx.$executeRaw`
    INSERT INTO network (id, name, founded_by, created_at)
    VALUES (${id}::uuid, ${name}, ${practiceId}::uuid, ${now}::timestamptz)`
  const written = await tx.$executeRaw`
    INSERT INTO network_practice (network_id, practice_id, joined_at)
    VALUES (${id}::uuid, ${practiceId}::uuid, ${now}::timestamptz) ON CONFLICT DO NOTHING`
  return written === 1
}

/**
 * Lets a practice into the network that a code leads into, and says which. Undefined where the practice is in one, or the code
 * is unknown, used, too old, or of a practice that has left. In one statement: of two practices with one code, one comes in.
 */
export async function insertNetworkPractice(
  tx: Tx,
  practiceId: PracticeId,
  codeHash: string,
  now: Instant,
): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ networkId: string }[]>`
    INSERT INTO network_practice (network_id, practice_id, joined_at, code_hash)
    SELECT c.id, ${practiceId}::uuid, ${now}::timestamptz, ${codeHash}
    FROM (SELECT network_of_code(${codeHash}, ${now}::timestamptz) AS id) c WHERE c.id IS NOT NULL
    ON CONFLICT DO NOTHING RETURNING network_id AS "networkId"`
  return rows[0]?.networkId
}

export type NewNetworkCode = {
  readonly networkId: string
  readonly codeHash: string
  readonly expiresAt: Instant
}

/** Keeps what is stored of a new code. */
export async function insertNetworkCode(
  tx: Tx,
  practiceId: PracticeId,
  { networkId, codeHash, expiresAt }: NewNetworkCode,
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO network_code (network_id, code_hash, practice_id, created_at, expires_at)
    VALUES (${networkId}::uuid, ${codeHash}, ${practiceId}::uuid, ${now}::timestamptz, ${expiresAt}::timestamptz)`
}

/** Takes a practice out of its network, and what it offers with it. False where it is in none. */
export async function endNetworkPractice(
  tx: Tx,
  practiceId: PracticeId,
  networkId: string,
  now: Instant,
): Promise<boolean> {
  await tx.$executeRaw`
    UPDATE network_offer SET withdrawn_at = ${now}::timestamptz
    WHERE practice_id = ${practiceId}::uuid AND network_id = ${networkId}::uuid AND withdrawn_at IS NULL`
  const ended = await tx.$executeRaw`
    UPDATE network_practice SET left_at = ${now}::timestamptz
    WHERE practice_id = ${practiceId}::uuid AND network_id = ${networkId}::uuid AND left_at IS NULL`
  return ended === 1
}
