import { createHash, randomBytes } from 'node:crypto'
import { signRecord } from '#lib/audit/sign-record'
import { readSigningKey } from '#lib/audit/signing-key'
import type { Certificate } from '#lib/domain/certification/certificate'
import { certificateNumberFrom } from '#lib/domain/certification/certificate-number'

/** `signature`: the compact JWS over the document; `signatureHash`: its SHA-256 in hex, for the audit chain. */
export type SealedCertificate = {
  readonly certificate: Certificate
  readonly signature: string
  readonly signatureHash: string
}

/** Gives the document a number of 128 random bits and signs it. */
export async function sealedCertificate(
  document: Omit<Certificate, 'number'>,
  keyFile: string,
): Promise<SealedCertificate> {
  const certificate = { ...document, number: certificateNumberFrom(randomBytes(16)) }
  const signature = await signRecord('certificate', certificate, await readSigningKey(keyFile))
  return { certificate, signature, signatureHash: createHash('sha256').update(signature).digest('hex') }
}
