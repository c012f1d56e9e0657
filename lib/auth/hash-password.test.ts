import { parseOptions } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '#lib/auth/hash-password'

test('the stored hash is argon2id with the agreed cost, and salted', async () => {
  const [one, two] = await Promise.all([
    hashPassword('a long enough secret'),
    hashPassword('a long enough secret'),
  ])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(parseOptions(one)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 })
  expect(one).not.toBe(two)
})

test('the right password matches, any other does not', async () => {
  const stored = await hashPassword('a long enough secret')
  expect(await verifyPassword(stored, 'a long enough secret')).toBe(true)
  expect(await verifyPassword(stored, 'a long enough Secret')).toBe(false)
  expect(await verifyPassword(stored, '')).toBe(false)
})

test('the same password typed on another keyboard matches', async () => {
  const stored = await hashPassword('cafe\u0301 au lait, s\u2019il')
  expect(await verifyPassword(stored, 'caf\u00e9 au lait, s\u2019il')).toBe(true)
  const fullWidth = await hashPassword('ｐａｓｓ ｐｈｒａｓｅ １２３')
  expect(await verifyPassword(fullWidth, 'pass phrase 123')).toBe(true)
})

test('an unknown person is refused after the work of a full check, never early', async () => {
  expect(await verifyPassword(undefined, 'a long enough secret')).toBe(false)
  expect(await verifyPassword(undefined, '')).toBe(false)
})

test('an absurdly long password is refused, also for a person whose password is empty', async () => {
  expect(await verifyPassword(await hashPassword(''), 'x'.repeat(1025))).toBe(false)
})

test('a damaged stored hash is a fault, not a wrong password', async () => {
  await expect(verifyPassword('not a hash', 'a long enough secret')).rejects.toThrow()
})
