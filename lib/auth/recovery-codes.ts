import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { derivedKey } from '#lib/auth/derived-key'
import type { PersonId } from '#lib/domain/ids'
import { canonicalReadable, encodeReadable, groupReadable } from '#lib/domain/readable-code'

const codeBytes = 10
const codesInASet = 10

/** Ten codes for printing, `XXXX-XXXX-XXXX-XXXX`, 80 random bits each. Shown once; only their hashes are stored. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: codesInASet }, () => groupReadable(encodeReadable(randomBytes(codeBytes)), 4))
}

/**
 * The hash to store, as 64 hex digits; `undefined` when the text cannot be a recovery code. A keyed hash is enough:
 * 80 random bits cannot be guessed through, unlike a password.
 */
export function recoveryCodeHash(typed: string, authSecret: string, personId: PersonId): string | undefined {
  const code = canonicalReadable(typed, codeBytes)
  if (code === undefined) return undefined
  return createHmac('sha256', derivedKey(authSecret, 'recovery-code'))
    .update(`${personId}\n${code}`)
    .digest('hex')
}

/**
 * Which of the person's unused hashes the typed code opens. The caller spends that very row in the statement that signs
 * the person in, and refuses when it was spent already, so that a code works once even when sent twice at once.
 */
export function matchRecoveryCode(
  typed: string,
  unusedHashes: readonly string[],
  authSecret: string,
  personId: PersonId,
): string | undefined {
  const typedHash = recoveryCodeHash(typed, authSecret, personId)
  if (typedHash === undefined) return undefined
  const wanted = Buffer.from(typedHash)
  return unusedHashes.find((stored) => {
    const candidate = Buffer.from(stored)
    return candidate.length === wanted.length && timingSafeEqual(candidate, wanted)
  })
}
