import { verifyCertificate } from '#lib/audit/verify-certificate'
import type { VisitorContext } from '#lib/context'
import { findForVerification } from '#lib/data/certificate'
import { localDateAt } from '#lib/domain/calendar'
import { parseCertificateNumber } from '#lib/domain/certification/certificate-number'
import { type PublicCertificate, publicCertificate } from '#lib/domain/certification/public-certificate'
import { ok, type Result, refuse } from '#lib/domain/result'
import { log } from '#lib/system/log'

/**
 * What anybody may learn who has the number. A number that cannot be one, one that nobody has, and one whose document we did
 * not sign are answered alike, after the same query.
 */
export async function viewVerification(
  { tx, now, settings }: VisitorContext,
  input: { certificateNumber: string },
): Promise<Result<PublicCertificate, 'not-found'>> {
  const number = parseCertificateNumber(input.certificateNumber)
  const found = await findForVerification(tx, number ?? '')
  if (!found || !number) return refuse('not-found')
  const certificate = await verifyCertificate(found.signature, number, settings)
  if (certificate) return ok(publicCertificate(certificate, found.revoked, localDateAt(now, found.timeZone)))
  log.error('a stored certificate does not carry a signature of ours')
  return refuse('not-found')
}
