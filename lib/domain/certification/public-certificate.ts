import type { LocalDate } from '#lib/domain/calendar'
import type { Certificate } from '#lib/domain/certification/certificate'
import type { CertificateNumber } from '#lib/domain/certification/certificate-number'
import { initialsOf } from '#lib/domain/certification/initials'

/** What a visitor learns about the document. It is no compliance status, which only the practice sees. */
export type CertificateStanding = 'valid' | 'past-its-date' | 'revoked'

/**
 * All that the public page may show: no name, no practice, no role, no reason of a revocation, since a person must not be
 * found through a certificate.
 */
export type PublicCertificate = {
  readonly number: CertificateNumber
  readonly standing: CertificateStanding
  readonly initials: string
  readonly trackTitle: string
  readonly modules: readonly { readonly title: string; readonly version: number }[]
  readonly cases: readonly { readonly title: string; readonly version: number }[]
  readonly completedOn: LocalDate
  readonly validThrough: LocalDate | null
}

/**
 * @param revoked whether a revocation is recorded, whatever the dates.
 * @param on the visitor's day: a certificate is valid up to and including `validThrough`.
 */
export function publicCertificate(
  certificate: Certificate,
  revoked: boolean,
  on: LocalDate,
): PublicCertificate {
  const { number, trackTitle, completedOn, validThrough } = certificate
  return {
    number,
    standing: certificateStanding(certificate, revoked, on),
    initials: initialsOf(certificate.printedName),
    trackTitle,
    modules: certificate.modules.map(({ title, version }) => ({ title, version })),
    cases: certificate.cases.map(({ title, version }) => ({ title, version })),
    completedOn,
    validThrough,
  }
}

/** Where the document stands on a day; see `publicCertificate` for the arguments. */
export function certificateStanding(
  { validThrough }: Pick<Certificate, 'validThrough'>,
  revoked: boolean,
  on: LocalDate,
): CertificateStanding {
  if (revoked) return 'revoked'
  return validThrough !== null && on > validThrough ? 'past-its-date' : 'valid'
}
