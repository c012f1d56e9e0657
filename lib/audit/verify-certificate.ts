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
  // Only whoever completes a track signs this kind, so what verifies has the shape that was signed. The first certificates
  // said nothing of cases.
  const signed = record.value as unknown as Omit<Certificate, 'cases'> & Partial<Pick<Certificate, 'cases'>>
  const certificate: Certificate = { ...signed, cases: signed.cases ?? [] }
  return certificate.number === number ? certificate : undefined
}
