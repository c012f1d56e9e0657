import { hkdfSync } from 'node:crypto'
import { invariant } from '#lib/domain/invariant'

/** Each use of the secret has a key of its own, so that what one use reveals says nothing about another. */
export type KeyPurpose = 'totp-secret' | 'recovery-code' | 'known-device'

/**
 * 256 bits by HKDF-SHA-256. Throws when the secret is shorter than 32 characters: a fault of the settings, which
 * start-up refuses.
 */
export function derivedKey(authSecret: string, purpose: KeyPurpose): Buffer {
  invariant(authSecret.length >= 32, 'AUTH_SECRET has at least 32 characters')
  return Buffer.from(hkdfSync('sha256', authSecret, '', `beacon ${purpose} v1`, 32))
}
