import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId } from '#lib/domain/ids'

export type SecondFactor = {
  readonly sealedSecret: string
  /** Present until the factor is confirmed. */
  readonly sealedCodes: string | null
  readonly confirmed: boolean
}

export async function findSecondFactor(tx: Tx, personId: PersonId): Promise<SecondFactor | undefined> {
  const row = await tx.secondFactor.findUnique({ where: { personId } })
  return row
    ? { sealedSecret: row.sealedSecret, sealedCodes: row.sealedCodes, confirmed: row.confirmedAt !== null }
    : undefined
}

type Enrolment = { readonly personId: PersonId; readonly sealedSecret: string; readonly sealedCodes: string }

/** Begins, or begins again, an enrolment. A confirmed factor is left as it is. */
export async function saveEnrolment(tx: Tx, enrolment: Enrolment, now: Instant): Promise<void> {
  const { personId, sealedSecret, sealedCodes } = enrolment
  await tx.$executeRaw`
    INSERT INTO second_factor (person_id, sealed_secret, sealed_codes, created_at)
    VALUES (${personId}::uuid, ${sealedSecret}, ${sealedCodes}, ${now}::timestamptz)
    ON CONFLICT (person_id) DO UPDATE
      SET sealed_secret = excluded.sealed_secret, sealed_codes = excluded.sealed_codes, created_at = excluded.created_at
      WHERE second_factor.confirmed_at IS NULL`
}

/** Spends the time step. False where this step, or a later one, was spent already: a code works once. */
export async function spendTimeStep(tx: Tx, personId: PersonId, timeStep: number): Promise<boolean> {
  const spent = await tx.$executeRaw`
    UPDATE second_factor SET last_step = ${timeStep} WHERE person_id = ${personId}::uuid AND last_step < ${timeStep}`
  return spent === 1
}

/** Confirms the factor and stores its recovery codes' hashes; the sealed codes are gone from then on. */
export async function confirmSecondFactor(
  tx: Tx,
  personId: PersonId,
  codeHashes: readonly string[],
  now: Instant,
): Promise<void> {
  await tx.secondFactor.update({
    where: { personId },
    data: { confirmedAt: toInstantColumn(now), sealedCodes: null },
  })
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.recoveryCode.createMany({ data: codeHashes.map((codeHash) => ({ personId, codeHash })) })
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

export async function deleteSecondFactor(tx: Tx, personId: PersonId): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.secondFactor.deleteMany({ where: { personId } })
}
