import { expect, test } from 'vitest'
import { newOneTimeToken, oneTimeTokenHash } from '#lib/auth/one-time-token'

test('a token has 256 bits, fits into an address as it is, and is new each time', () => {
  const tokens = new Set(Array.from({ length: 100 }, () => newOneTimeToken().token))
  expect(tokens.size).toBe(100)
  for (const token of tokens) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(encodeURIComponent(token)).toBe(token)
  }
})

test('what is stored is the hash of the token, and not the token', () => {
  const { token, tokenHash } = newOneTimeToken()
  expect(oneTimeTokenHash(token)).toBe(tokenHash)
  expect(tokenHash).toMatch(/^[0-9a-f]{64}$/)
  expect(oneTimeTokenHash(newOneTimeToken().token)).not.toBe(tokenHash)
})

test('text that is no token has no hash to look for', () => {
  for (const text of [
    '',
    'abc',
    'x'.repeat(44),
    `${'x'.repeat(42)}\n`,
    `${'x'.repeat(42)}=`,
    'ä'.repeat(43),
  ]) {
    expect(oneTimeTokenHash(text)).toBeUndefined()
  }
})
