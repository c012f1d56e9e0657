import { verifyCertificate } from '#lib/audit/verify-certificate'
import type { VisitorContext } from '#lib/context'
import { findForVerification } from '#lib/data/certificate'
import { type CertificateNumber, parseCertificateNumber } from '#lib/domain/certification/certificate-number'
import { nameMatches } from '#lib/domain/certification/name-matches'
import { ok, type Result, refuse } from '#lib/domain/result'

export type NameComparison = { readonly number: CertificateNumber; readonly matches: boolean }

/** Tells a visitor who holds the paper whether the name on it is the one that was signed. The name itself never leaves. */
export async function compareName(
  { tx, settings }: VisitorContext,
  input: { certificateNumber: string; printedName: string },
): Promise<Result<NameComparison, 'not-found'>> {
  const number = parseCertificateNumber(input.certificateNumber)
  const found = await findForVerification(tx, number ?? '')
  if (!found || !number) return refuse('not-found')
  const certificate = await verifyCertificate(found.signature, number, settings)
  if (!certificate) return refuse('not-found')
  return ok({ number, matches: nameMatches(certificate.printedName, input.printedName) })
}
