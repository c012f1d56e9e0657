import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CompactJWSHeaderParameters, CompactSign } from 'jose'
import { describe, expect, test } from 'vitest'
import { signRecord, verifyRecord } from '#lib/audit/sign-record'
import { newSigningKeyPem, publicKeySet, readSigningKey, signingKeyFrom } from '#lib/audit/signing-key'

const key = await signingKeyFrom(await newSigningKeyPem())
const otherKey = await signingKeyFrom(await newSigningKeyPem())
const keys = publicKeySet(key)
const record = { number: '0123', printedName: 'Łukasz Ñuñez', modules: [{ version: 1, title: 'Red flags' }] }
const jws = await signRecord('certificate', record, key)
const [header = '', payload = '', signature = ''] = jws.split('.')
const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString())
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

const signedBy = (signer: CryptoKey | Uint8Array, protectedHeader: CompactJWSHeaderParameters) =>
  new CompactSign(Buffer.from(payload, 'base64url')).setProtectedHeader(protectedHeader).sign(signer)

describe('a signed record', () => {
  test('is a compact JWS by EdDSA that names its key and kind', () => {
    expect(decoded(header)).toEqual({ alg: 'EdDSA', typ: 'beacon-certificate+jws', kid: key.kid })
    expect(decoded(payload)).toEqual(record)
  })

  test('reads back as the record', async () => {
    expect(await verifyRecord('certificate', jws, keys)).toEqual({ ok: true, value: record })
  })

  test('has one signature, in whatever order its keys stand', async () => {
    const { number, ...others } = record
    expect(await signRecord('certificate', { ...others, number }, key)).toBe(jws)
  })

  test('stays good after the keys were changed, as long as the old one is published', async () => {
    expect(await verifyRecord('certificate', jws, publicKeySet(otherKey, [key.publicJwk]))).toMatchObject({
      ok: true,
    })
    expect(await verifyRecord('certificate', jws, publicKeySet(otherKey))).toMatchObject({ ok: false })
  })
})

describe('what is not ours is refused', () => {
  test('a changed record, a changed signature, another record’s signature', async () => {
    const changed = `${header}.${encoded({ ...record, printedName: 'Omar Haddad' })}.${signature}`
    const other = (await signRecord('certificate', { number: '9999' }, key)).split('.')[2]
    const bits = Buffer.from(signature, 'base64url')
    bits[0] = (bits[0] ?? 0) ^ 1
    for (const bad of [
      changed,
      `${header}.${payload}.${other}`,
      `${header}.${payload}.${bits.toString('base64url')}`,
    ]) {
      expect(await verifyRecord('certificate', bad, keys)).toEqual({
        ok: false,
        refusal: 'signature-does-not-match',
      })
    }
  })

  test('a checkpoint that poses as a certificate', async () => {
    const checkpoint = await signRecord('audit-checkpoint', record, key)
    expect(await verifyRecord('certificate', checkpoint, keys)).toEqual({
      ok: false,
      refusal: 'not-signed-by-us',
    })
    expect(await verifyRecord('audit-checkpoint', checkpoint, keys)).toMatchObject({ ok: true })
  })

  test('another key under our kid', async () => {
    const forged = await signedBy(otherKey.privateKey, {
      alg: 'EdDSA',
      typ: 'beacon-certificate+jws',
      kid: key.kid,
    })
    expect(await verifyRecord('certificate', forged, keys)).toMatchObject({
      refusal: 'signature-does-not-match',
    })
  })

  test('a header that brings its own key, or no key id', async () => {
    const typ = 'beacon-certificate+jws'
    const ownKey = { alg: 'EdDSA', typ, kid: otherKey.kid, jwk: otherKey.publicJwk }
    const bad = [
      await signedBy(otherKey.privateKey, ownKey),
      await signedBy(key.privateKey, { alg: 'EdDSA', typ }),
    ]
    for (const forged of bad) {
      expect(await verifyRecord('certificate', forged, keys)).toEqual({
        ok: false,
        refusal: 'not-signed-by-us',
      })
    }
  })

  test('another algorithm: none, or our public key used as a shared secret', async () => {
    const unsigned = `${encoded({ alg: 'none', typ: 'beacon-certificate+jws', kid: key.kid })}.${payload}.`
    const secret = Buffer.from(key.publicJwk.x ?? '', 'base64url')
    const shared = await signedBy(secret, { alg: 'HS256', typ: 'beacon-certificate+jws', kid: key.kid })
    for (const forged of [unsigned, shared]) {
      expect(await verifyRecord('certificate', forged, keys)).toEqual({
        ok: false,
        refusal: 'not-signed-by-us',
      })
    }
  })

  test('text that is no JWS at all', async () => {
    for (const text of ['', 'abc', '..', `${header}.${payload}`, `${jws}.x`, 'é.é.é']) {
      expect(await verifyRecord('certificate', text, keys)).toMatchObject({ ok: false })
    }
  })
})

describe('the key', () => {
  test('is read from a file, and its published half has no private part', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'beacon-key-'))
    const file = join(folder, 'certificate.pem')
    const pem = await newSigningKeyPem()
    await writeFile(file, pem)
    const read = await readSigningKey(file)
    await rm(folder, { recursive: true })
    expect(read.kid).toBe((await signingKeyFrom(pem)).kid)
    expect(publicKeySet(read)).toEqual({
      keys: [{ kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: read.kid, alg: 'EdDSA', use: 'sig' }],
    })
  })

  test('an earlier key is published without its private part, and today’s only once', () => {
    const earlier = [{ ...otherKey.publicJwk, d: 'private' }, key.publicJwk]
    expect(publicKeySet(key, earlier).keys).toEqual([key.publicJwk, otherKey.publicJwk])
  })

  test('of another kind is refused at start', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    })
    await expect(signingKeyFrom(String(rsa))).rejects.toThrow()
    await expect(signingKeyFrom('not a key')).rejects.toThrow()
    await expect(readSigningKey('/nowhere/certificate.pem')).rejects.toThrow()
  })
})
