import { expect, test } from 'vitest'
import { matchRecoveryCode, newRecoveryCodes, recoveryCodeHash } from '#lib/auth/recovery-codes'
import type { PersonId } from '#lib/domain/ids'

const authSecret = 'a secret of the tests, thirty-two and more'
const nadia = '0b7a8f0e-0000-4000-8000-000000000001' as PersonId
const omar = '0b7a8f0e-0000-4000-8000-000000000002' as PersonId
const [first = '', second = '', ...others] = newRecoveryCodes()
const hashOf = (code: string) => recoveryCodeHash(code, authSecret, nadia) ?? ''
const hashes = [first, second, ...others].map(hashOf)

test('a set is ten different codes of four groups', () => {
  expect(new Set([first, second, ...others]).size).toBe(10)
  for (const code of [first, second, ...others]) expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
})

test('a code finds its own hash, however it is typed', () => {
  expect(matchRecoveryCode(first, hashes, authSecret, nadia)).toBe(hashes[0])
  expect(matchRecoveryCode(` ${second.toLowerCase().replaceAll('-', ' ')} `, hashes, authSecret, nadia)).toBe(
    hashes[1],
  )
})

test('a spent code, one that is in no set, and nonsense find nothing', () => {
  expect(matchRecoveryCode(first, hashes.slice(1), authSecret, nadia)).toBeUndefined()
  expect(matchRecoveryCode(newRecoveryCodes()[0] ?? '', hashes, authSecret, nadia)).toBeUndefined()
  expect(matchRecoveryCode('', hashes, authSecret, nadia)).toBeUndefined()
  expect(matchRecoveryCode('x'.repeat(1_000_000), hashes, authSecret, nadia)).toBeUndefined()
})

test("a code is no use with another person's hashes or under another AUTH_SECRET", () => {
  expect(matchRecoveryCode(first, hashes, authSecret, omar)).toBeUndefined()
  expect(matchRecoveryCode(first, hashes, `${authSecret}!`, nadia)).toBeUndefined()
})

test('what is stored does not show the code', () => {
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(hashes.join()).not.toContain(first.replaceAll('-', '').toLowerCase())
})
