import { verifyRecord } from '#lib/audit/sign-record'
import { type KeyFiles, readKeySet } from '#lib/audit/signing-key'
import type { Certificate } from '#lib/domain/certification/certificate'
import type { CertificateNumber } from '#lib/domain/certification/certificate-number'

/**
 * The document inside the signature, if one of our keys signed it as a certificate of this number; otherwise undefined.
 * What was signed counts, whatever a row beside it says today.
 *
 * Throws when the keys cannot be read.
 */
export async function verifyCertificate(
  signature: string,
  number: CertificateNumber,
  keyFiles: KeyFiles,
): Promise<Certificate | undefined> {
  const record = await verifyRecord('certificate', signature, await readKeySet(keyFiles))
  if (!record.ok) return undefined
  // Only submit-attempt signs this kind, so what verifies has the shape that it signed.
  const certificate = record.value as unknown as Certificate
  return certificate.number === number ? certificate : undefined
}
