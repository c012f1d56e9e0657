import { generateSecret, generateURI, verify } from 'otplib'
import { openSecret, sealSecret } from '#lib/auth/sealed-secret'
import type { PersonId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

// What every authenticator app assumes, whatever the address says: SHA-1, six digits, thirty seconds.
const stepSeconds = 30

/** 160 random bits in base 32, the form in which a person can type it into an app by hand. */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 })
}

/** The `otpauth://` address for the QR code. `issuer` and `label` are shown by the app. */
export function totpAddress(totp: { issuer: string; label: string; secret: string }): string {
  return generateURI({ strategy: 'totp', period: stepSeconds, ...totp })
}

/**
 * The time step that the code belongs to: now's, the one before or the one after (clocks differ). The caller accepts it
 * only if it is later than the last step accepted for this person, in the same statement that stores it, so that a
 * code seen over a shoulder is dead.
 *
 * @param at milliseconds since 1970, from the server's clock.
 */
export async function matchTotp(
  secret: string,
  typedCode: string,
  at: number,
): Promise<Result<number, 'wrong-code'>> {
  const token = typedCode
    .slice(0, 32)
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
  if (!/^[0-9]{6}$/.test(token)) return refuse('wrong-code')
  const epoch = Math.floor(at / 1000)
  const match = await verify({ secret, token, epoch, period: stepSeconds, epochTolerance: stepSeconds })
  return match.valid && 'timeStep' in match ? ok(match.timeStep) : refuse('wrong-code')
}

/** The secret as it is stored: a copy of the database alone opens no one's second factor. */
export function sealTotpSecret(secret: string, authSecret: string, personId: PersonId): string {
  return sealSecret(secret, { authSecret, purpose: 'totp-secret', owner: personId })
}

/** Throws when the stored secret was changed, is another person's, or AUTH_SECRET is not the one it was sealed under. */
export function openTotpSecret(sealed: string, authSecret: string, personId: PersonId): string {
  return openSecret(sealed, { authSecret, purpose: 'totp-secret', owner: personId })
}
