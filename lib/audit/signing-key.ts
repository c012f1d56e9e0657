import { readFile } from 'node:fs/promises'
import {
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  importSPKI,
  type JSONWebKeySet,
  type JWK,
} from 'jose'
import { invariant } from '#lib/domain/invariant'

/** An Ed25519 key. `kid` is the thumbprint of its public half (RFC 7638), so that it names this key and no other. */
export type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey; readonly publicJwk: JWK }

/** A new private key as PKCS #8 PEM, for a file that its owner alone can read. */
export async function newSigningKeyPem(): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  return exportPKCS8(privateKey)
}

/** Throws when the text is not the PEM of an Ed25519 private key. */
export async function signingKeyFrom(pem: string): Promise<SigningKey> {
  const privateKey = await importPKCS8(pem, 'EdDSA', { extractable: true })
  const { kty, crv, x } = await exportJWK(privateKey)
  invariant(kty === 'OKP' && crv === 'Ed25519' && x, 'the signing key is an Ed25519 key')
  const kid = await calculateJwkThumbprint({ kty, crv, x })
  return { kid, privateKey, publicJwk: { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' } }
}

/** Throws when the file cannot be read or holds no Ed25519 private key. */
export async function readSigningKey(file: string): Promise<SigningKey> {
  return signingKeyFrom(await readFile(file, 'utf8'))
}

/**
 * The public halves, for publication: today's key and every earlier one, since what an old key signed stays true after the
 * keys were changed.
 */
export function publicKeySet(current: SigningKey, earlier: readonly JWK[] = []): JSONWebKeySet {
  const others = earlier.filter((key) => key.kid !== current.kid)
  return { keys: [current.publicJwk, ...others.map(publicHalf)] }
}

/** By name, so that no private part can slip into a published set. */
function publicHalf({ kty, crv, x, kid }: JWK): JWK {
  invariant(
    kty === 'OKP' && crv === 'Ed25519' && x && kid,
    'an earlier key is a public Ed25519 key with its kid',
  )
  return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }
}

/** Where the keys are: the one that signs today, and a file with the public halves of those before it, if there are any. */
export type KeyFiles = {
  readonly certificateKeyFile: string
  readonly certificateEarlierKeysFile: string | undefined
}

/**
 * The public halves of today's key and of every earlier one, since what an old key signed stays true after the keys were
 * changed. Throws when a file cannot be read or holds anything else.
 */
export async function readKeySet({
  certificateKeyFile,
  certificateEarlierKeysFile: file,
}: KeyFiles): Promise<JSONWebKeySet> {
  const current = await readSigningKey(certificateKeyFile)
  const earlier = file === undefined ? [] : await publicKeysFrom(await readFile(file, 'utf8'))
  return publicKeySet(current, earlier)
}

const publicKeyBlock = /-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g

/** The keys of a text that holds public PEM blocks, one after another. Throws when it holds a private key, or none. */
async function publicKeysFrom(text: string): Promise<readonly JWK[]> {
  invariant(
    !text.includes('PRIVATE KEY'),
    'earlier keys are public: a key that signs no more is better destroyed',
  )
  const blocks = text.match(publicKeyBlock) ?? []
  invariant(blocks.length > 0, 'a file of earlier keys holds at least one public key in PEM')
  return Promise.all(blocks.map(publicKeyFrom))
}

async function publicKeyFrom(pem: string): Promise<JWK> {
  const jwk = await exportJWK(await importSPKI(pem, 'EdDSA', { extractable: true }))
  return { ...jwk, kid: await calculateJwkThumbprint(jwk) }
}
