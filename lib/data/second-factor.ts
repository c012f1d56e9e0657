import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId } from '#lib/domain/ids'

type Waiting = { readonly sealedSecret: string; readonly sealedCodes: string }

export type SecondFactor = {
  readonly sealedSecret: string
  /** Whether it is asked for at sign-in. */
  readonly confirmed: boolean
  /** What waits to be confirmed by a code from the app, with its recovery codes: a first factor, or the next one. */
  readonly waiting: Waiting | null
}

/** `nextSince`: a next factor that was begun before then is not waited for any more. */
export async function findSecondFactor(
  tx: Tx,
  personId: PersonId,
  nextSince: Instant,
): Promise<SecondFactor | undefined> {
  const row = await tx.secondFactor.findUnique({ where: { personId } })
  if (!row) return undefined
  const { sealedSecret, sealedCodes, nextSecret, nextCodes, nextAt } = row
  const confirmed = row.confirmedAt !== null
  if (!confirmed)
    return { sealedSecret, confirmed, waiting: sealedCodes ? { sealedSecret, sealedCodes } : null }
  const isWaiting = nextAt !== null && nextAt >= toInstantColumn(nextSince)
  const next =
    isWaiting && nextSecret && nextCodes ? { sealedSecret: nextSecret, sealedCodes: nextCodes } : null
  return { sealedSecret, confirmed, waiting: next }
}

type Enrolment = Waiting & { readonly personId: PersonId }

/** Begins, or begins again, a first enrolment. A confirmed factor is left as it is. */
export async function saveEnrolment(tx: Tx, enrolment: Enrolment, now: Instant): Promise<void> {
  const { personId, sealedSecret, sealedCodes } = enrolment
  await tx.$executeRaw`
    INSERT INTO second_factor (person_id, sealed_secret, sealed_codes, created_at)
    VALUES (${personId}::uuid, ${sealedSecret}, ${sealedCodes}, ${now}::timestamptz)
    ON CONFLICT (person_id) DO UPDATE
      SET sealed_secret = excluded.sealed_secret, sealed_codes = excluded.sealed_codes, created_at = excluded.created_at
      WHERE second_factor.confirmed_at IS NULL`
}

/** Puts the next factor beside the confirmed one, which goes on holding. */
export async function saveNextEnrolment(tx: Tx, enrolment: Enrolment, now: Instant): Promise<void> {
  const { personId, sealedSecret, sealedCodes } = enrolment
  await tx.$executeRaw`
    UPDATE second_factor
    SET next_secret = ${sealedSecret}, next_codes = ${sealedCodes}, next_at = ${now}::timestamptz
    WHERE person_id = ${personId}::uuid AND confirmed_at IS NOT NULL`
}

/** Spends the time step. False where this step, or a later one, was spent already: a code works once. */
export async function spendTimeStep(tx: Tx, personId: PersonId, timeStep: number): Promise<boolean> {
  const spent = await tx.$executeRaw`
    UPDATE second_factor SET last_step = ${timeStep} WHERE person_id = ${personId}::uuid AND last_step < ${timeStep}`
  return spent === 1
}

/**
 * Confirms what waited, by a code of this time step, and stores its recovery codes' hashes; what it replaces and the sealed
 * codes are gone from then on. The steps of another secret before it are no concern of the new one.
 */
export async function confirmSecondFactor(
  tx: Tx,
  personId: PersonId,
  confirmed: { readonly timeStep: number; readonly codeHashes: readonly string[] },
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE second_factor SET sealed_secret = coalesce(next_secret, sealed_secret), sealed_codes = NULL,
      confirmed_at = ${now}::timestamptz, last_step = ${confirmed.timeStep}, next_secret = NULL, next_codes = NULL,
      next_at = NULL
    WHERE person_id = ${personId}::uuid`
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.recoveryCode.createMany({ data: confirmed.codeHashes.map((codeHash) => ({ personId, codeHash })) })
}

export async function listUnusedRecoveryCodes(tx: Tx, personId: PersonId): Promise<string[]> {
  const rows = await tx.recoveryCode.findMany({ where: { personId, usedAt: null }, take: 50 })
  return rows.map((row) => row.codeHash)
}

/** False where the code was spent already. */
export async function spendRecoveryCode(
  tx: Tx,
  personId: PersonId,
  codeHash: string,
  now: Instant,
): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { personId, codeHash, usedAt: null },
    data: { usedAt: toInstantColumn(now) },
  })
  return count === 1
}
