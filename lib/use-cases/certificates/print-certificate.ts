import path from 'node:path'
import type { Context } from '#lib/context'
import { findCertificate } from '#lib/data/certificate'
import { certificateAccess, issuersFor } from '#lib/domain/access/certificate-access'
import { printCertificateNumber } from '#lib/domain/certification/certificate-number'
import { ok, type Result, refuse } from '#lib/domain/result'
import { certificatePdf } from '#lib/pdf/certificate'
import type { CertificateLabels } from '#lib/pdf/certificate-labels'

/** The words of the paper, made where the language is known; only the role is not known before. */
export type CertificateWords = Omit<CertificateLabels, 'roleName'> & {
  readonly nameRole: (role: string) => string
}

type Input = { readonly certificateId: string; readonly words: CertificateWords }

/** The certificate as PDF, for whoever may see its page. A revoked one is not printed any more. */
export async function printCertificate(
  { tx, actor, settings }: Context,
  { certificateId, words }: Input,
): Promise<Result<Buffer, 'not-found'>> {
  const certificate = await findCertificate(tx, issuersFor(actor), certificateId)
  if (!certificate || certificate.revoked || !certificateAccess(actor, certificate))
    return refuse('not-found')
  const { nameRole, ...labels } = words
  const pdf = await certificatePdf({
    certificate,
    verificationUrl: `${settings.origin}/verify/${printCertificateNumber(certificate.number)}`,
    reviewNote: certificate.reviewNotes.join(' '),
    labels: { ...labels, roleName: nameRole(certificate.role) },
    fontFolder: path.join(process.cwd(), 'public', 'fonts', 'noto'),
  })
  return ok(pdf)
}
