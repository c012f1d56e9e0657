import { createHash, randomBytes } from 'node:crypto'

/** What goes into a link (invitation, reset, magic link) and what is stored of it. The token itself is kept nowhere. */
export type OneTimeToken = { readonly token: string; readonly tokenHash: string }

/** 256 random bits as 43 characters of base64url. */
export function newOneTimeToken(): OneTimeToken {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: sha256(token) }
}

/** The stored form, 64 hex digits; `undefined` when the text cannot be a token, so that no query is spent on it. */
export function oneTimeTokenHash(token: string): string | undefined {
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? sha256(token) : undefined
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
