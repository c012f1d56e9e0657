import {
  CompactSign,
  compactVerify,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JSONWebKeySet,
} from 'jose'
import { canonicalJson, type Json } from '#lib/audit/canonical-json'
import type { SigningKey } from '#lib/audit/signing-key'
import { ok, type Result, refuse } from '#lib/domain/result'

/** What is signed. The kind is part of what is signed, so that a checkpoint never passes for a certificate. */
export type SignedKind = 'certificate' | 'audit-checkpoint'

export type SignatureRefusal = 'not-signed-by-us' | 'signature-does-not-match'

// Signing stands with the audit chain and not with sign-in: both prove that a record was not altered, with one key, and
// neither asks who is acting.
const algorithm = 'EdDSA'

/**
 * A compact JWS over the canonical JSON of the record, Ed25519. One record under one key has one signature, so that signing
 * again after a lost connection changes nothing.
 */
export async function signRecord(kind: SignedKind, record: Json, key: SigningKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(canonicalJson(record)))
    .setProtectedHeader({ alg: algorithm, typ: mediaType(kind), kid: key.kid })
    .sign(key.privateKey)
}

/**
 * The record, if one of our keys signed exactly this as exactly this kind. The header chooses among our keys by `kid` and
 * nothing else: the algorithm is ours, and no key, address or chain from the header is used.
 */
export async function verifyRecord(
  kind: SignedKind,
  jws: string,
  keys: JSONWebKeySet,
): Promise<Result<Json, SignatureRefusal>> {
  const kid = kidOf(jws, kind)
  const jwk = keys.keys.find((key) => kid !== undefined && key.kid === kid)
  if (jwk?.kty !== 'OKP' || jwk.crv !== 'Ed25519') return refuse('not-signed-by-us')
  try {
    const { payload } = await compactVerify(jws, await importJWK(jwk, algorithm), { algorithms: [algorithm] })
    return ok(JSON.parse(new TextDecoder().decode(payload)) as Json)
  } catch (error) {
    if (error instanceof errors.JOSEError) return refuse('signature-does-not-match')
    throw error
  }
}

function kidOf(jws: string, kind: SignedKind): string | undefined {
  try {
    const { alg, typ, kid } = decodeProtectedHeader(jws)
    return alg === algorithm && typ === mediaType(kind) && typeof kid === 'string' ? kid : undefined
  } catch {
    return undefined
  }
}

function mediaType(kind: SignedKind): string {
  return `beacon-${kind}+jws`
}
