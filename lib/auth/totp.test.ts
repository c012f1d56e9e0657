import { generateSync } from 'otplib'
import { describe, expect, test } from 'vitest'
import { matchTotp, newTotpSecret, openTotpSecret, sealTotpSecret, totpAddress } from '#lib/auth/totp'
import type { PersonId } from '#lib/domain/ids'

// RFC 6238, appendix B: the ASCII secret 12345678901234567890 in base 32.
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const authSecret = 'a secret of the tests, thirty-two and more'
const nadia = '0b7a8f0e-0000-4000-8000-000000000001' as PersonId
const omar = '0b7a8f0e-0000-4000-8000-000000000002' as PersonId

describe('a code', () => {
  test('of the standard is accepted, with the step it belongs to', async () => {
    expect(await matchTotp(rfcSecret, '287082', 59_000)).toEqual({ ok: true, value: 1 })
    expect(await matchTotp(rfcSecret, '081804', 1_111_111_109_000)).toEqual({ ok: true, value: 37_037_036 })
  })

  test.each([
    ['two steps old', 3, false],
    ['one step old', 4, true],
    ['of this step', 5, true],
    ['of the next step', 6, true],
    ['two steps ahead', 7, false],
  ])('%s', async (_what, step, accepted) => {
    const token = generateSync({ secret: rfcSecret, epoch: step * 30 })
    for (const at of [150_000, 179_999]) {
      const match = await matchTotp(rfcSecret, token, at)
      expect(match).toEqual(accepted ? { ok: true, value: step } : { ok: false, refusal: 'wrong-code' })
    }
  })

  test('typed with a space, or full width, is accepted', async () => {
    expect(await matchTotp(rfcSecret, ' 287 082 ', 59_000)).toEqual({ ok: true, value: 1 })
    expect(await matchTotp(rfcSecret, '２８７０８２', 59_000)).toEqual({ ok: true, value: 1 })
  })

  test.each(['', '28708', '2870822', '287o82', '287082\u0000', '9'.repeat(1_000_000)])(
    'that is no six digits is refused, not a fault',
    async (typed) => {
      expect(await matchTotp(rfcSecret, typed, 59_000)).toEqual({ ok: false, refusal: 'wrong-code' })
    },
  )

  test("of another person's secret is refused", async () => {
    expect(await matchTotp('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', '287082', 59_000)).toMatchObject({ ok: false })
  })
})

test('a new secret has 160 bits, and is new', () => {
  const secrets = new Set(Array.from({ length: 50 }, newTotpSecret))
  expect(secrets.size).toBe(50)
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/)
})

test('the address for the app names the issuer, the person and the secret', () => {
  const address = new URL(totpAddress({ issuer: 'Beacon', label: 'nadia@clinic.example', secret: rfcSecret }))
  expect(address.protocol).toBe('otpauth:')
  expect(decodeURIComponent(address.pathname)).toContain('Beacon:nadia@clinic.example')
  expect(address.searchParams.get('secret')).toBe(rfcSecret)
  expect(address.searchParams.get('issuer')).toBe('Beacon')
})

describe('a stored secret', () => {
  test('opens for its person, is not readable, and differs each time', () => {
    const sealed = sealTotpSecret(rfcSecret, authSecret, nadia)
    expect(openTotpSecret(sealed, authSecret, nadia)).toBe(rfcSecret)
    expect(sealed).not.toContain(rfcSecret)
    expect(sealTotpSecret(rfcSecret, authSecret, nadia)).not.toBe(sealed)
  })

  test('does not open when copied to another person, under another AUTH_SECRET, or changed', () => {
    const sealed = sealTotpSecret(rfcSecret, authSecret, nadia)
    const [version, iv, body, tag] = sealed.split('.')
    expect(() => openTotpSecret(sealed, authSecret, omar)).toThrow()
    expect(() => openTotpSecret(sealed, `${authSecret}!`, nadia)).toThrow()
    expect(() =>
      openTotpSecret([version, iv, `A${body}`.slice(0, -1), tag].join('.'), authSecret, nadia),
    ).toThrow()
    expect(() => openTotpSecret([version, iv, body, tag?.slice(0, 8)].join('.'), authSecret, nadia)).toThrow()
    expect(() => openTotpSecret([version, iv, body].join('.'), authSecret, nadia)).toThrow()
  })

  test('is never made under a short AUTH_SECRET', () => {
    expect(() => sealTotpSecret(rfcSecret, 'short', nadia)).toThrow('AUTH_SECRET')
  })
})
