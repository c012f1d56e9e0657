import { newRecoveryCodes } from '#lib/auth/recovery-codes'
import { openSecret, sealSecret } from '#lib/auth/sealed-secret'
import { newTotpSecret, openTotpSecret, sealTotpSecret } from '#lib/auth/totp'
import type { PersonId } from '#lib/domain/ids'

export type SealedEnrolment = { readonly sealedSecret: string; readonly sealedCodes: string }

const sealedFor = (authSecret: string, owner: PersonId) =>
  ({ authSecret, purpose: 'recovery-code', owner }) as const

/** A new secret and recovery codes, as they are stored until a code from the app confirms them. */
export function newEnrolment(authSecret: string, personId: PersonId): SealedEnrolment {
  return {
    sealedSecret: sealTotpSecret(newTotpSecret(), authSecret, personId),
    sealedCodes: sealSecret(JSON.stringify(newRecoveryCodes()), sealedFor(authSecret, personId)),
  }
}

/** The secret in base 32 and the recovery codes, for showing and for confirming. Throws as `openSecret` does. */
export function openEnrolment(
  { sealedSecret, sealedCodes }: SealedEnrolment,
  authSecret: string,
  personId: PersonId,
): { readonly secret: string; readonly recoveryCodes: readonly string[] } {
  return {
    secret: openTotpSecret(sealedSecret, authSecret, personId),
    recoveryCodes: JSON.parse(openSecret(sealedCodes, sealedFor(authSecret, personId))),
  }
}
