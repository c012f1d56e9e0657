import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { CertificateNumber } from '#lib/domain/certification/certificate-number'
import type { ModuleVersionId } from '#lib/domain/ids'

/** A module as it was taken: the hash names the very text that the person read. */
export type CertifiedModule = {
  readonly moduleVersionId: ModuleVersionId
  readonly title: string
  readonly version: number
  readonly minutes: number
  readonly objectives: number
  /** SHA-256 of the published version, 64 hex digits. */
  readonly contentHash: string
}

/** A case as it was played, to whichever end. */
export type CertifiedCase = {
  readonly caseVersionId: string
  readonly title: string
  readonly version: number
  readonly minutes: number
  /** SHA-256 of the published version, 64 hex digits. */
  readonly contentHash: string
}

/**
 * The document of one track completion, written once, in the words of its day: a later marriage, another job or a new
 * version of a module does not change it. It says that training was done; it is no CE credit and no licence.
 */
export type Certificate = {
  readonly number: CertificateNumber
  /** The name as printed, which a visitor with the paper may compare. */
  readonly printedName: string
  readonly practiceName: string
  readonly role: string
  readonly trackVersionId: string
  readonly trackTitle: string
  readonly modules: readonly CertifiedModule[]
  /** Empty where the track has none; certificates from before there were cases say nothing of them. */
  readonly cases: readonly CertifiedCase[]
  readonly completedOn: LocalDate
  /** The last day that it covered when it was issued; null when its requirement is met once and for all. */
  readonly validThrough: LocalDate | null
  readonly issuedAt: Instant
}

/** Minutes of learning, all modules and cases together. */
export function certifiedMinutes({ modules, cases }: Pick<Certificate, 'modules' | 'cases'>): number {
  return [...modules, ...cases].reduce((sum, { minutes }) => sum + minutes, 0)
}

/** Learning objectives, all modules together. */
export function certifiedObjectives(certificate: Pick<Certificate, 'modules'>): number {
  return certificate.modules.reduce((objectives, module) => objectives + module.objectives, 0)
}
