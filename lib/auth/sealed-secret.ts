import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { derivedKey, type KeyPurpose } from '#lib/auth/derived-key'
import { invariant } from '#lib/domain/invariant'

/** What a sealed secret belongs to. `owner` is bound into the seal: copied to another person's row, it does not open. */
export type SealedFor = { readonly authSecret: string; readonly purpose: KeyPurpose; readonly owner: string }

/** AES-256-GCM under a derived key, as `v1.<iv>.<ciphertext>.<tag>` in base64url. Two seals of one secret differ. */
export function sealSecret(secret: string, { authSecret, purpose, owner }: SealedFor): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derivedKey(authSecret, purpose), iv).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return ['v1', ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** Throws when the seal was changed, belongs to somebody else, or was made under another AUTH_SECRET. */
export function openSecret(sealed: string, { authSecret, purpose, owner }: SealedFor): string {
  const [version, iv, body, tag] = sealed.split('.')
  invariant(
    version === 'v1' && iv && body !== undefined && tag,
    'a sealed secret has four parts and version v1',
  )
  const decipher = createDecipheriv(
    'aes-256-gcm',
    derivedKey(authSecret, purpose),
    Buffer.from(iv, 'base64url'),
    {
      authTagLength: 16,
    },
  )
  decipher.setAAD(Buffer.from(owner)).setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8')
}
