import type { Context } from '#lib/context'
import { findCertificate, type StoredCertificate } from '#lib/data/certificate'
import { certificateAccess, issuersFor } from '#lib/domain/access/certificate-access'
import { localDateAt } from '#lib/domain/calendar'
import { printCertificateNumber } from '#lib/domain/certification/certificate-number'
import { type CertificateStanding, certificateStanding } from '#lib/domain/certification/public-certificate'
import { ok, type Result, refuse } from '#lib/domain/result'
import { type QrPath, qrPath } from '#lib/system/qr-path'

export type CertificateView = {
  readonly certificate: StoredCertificate
  readonly standing: CertificateStanding
  /** False when a manager looks at the certificate of a staff member. */
  readonly own: boolean
  readonly printedNumber: string
  readonly verificationUrl: string
  readonly qr: QrPath
}

/** A certificate of the actor's own, or of somebody at a practice that the actor manages. */
export async function viewCertificate(
  { tx, actor, now, settings }: Context,
  input: { certificateId: string },
): Promise<Result<CertificateView, 'not-found'>> {
  const certificate = await findCertificate(tx, issuersFor(actor), input.certificateId)
  const access = certificate && certificateAccess(actor, certificate)
  if (!access) return refuse('not-found')
  const printedNumber = printCertificateNumber(certificate.number)
  const verificationUrl = `${settings.origin}/verify/${printedNumber}`
  return ok({
    certificate,
    standing: certificateStanding(certificate, certificate.revoked, localDateAt(now, certificate.timeZone)),
    own: access === 'own',
    printedNumber,
    verificationUrl,
    qr: qrPath(verificationUrl),
  })
}
