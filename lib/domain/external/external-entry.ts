import type { LocalDate } from '#lib/domain/calendar'
import type { CertificateNumber } from '#lib/domain/certification/certificate-number'
import type { DocumentKind } from '#lib/domain/external/document'
import type { Statement } from '#lib/domain/external/statement'
import type { PersonId, PracticeId, RequirementId, StaffMemberId } from '#lib/domain/ids'

/** Where an entry comes from: a file that was checked, or a certificate that its holder shared. */
export type ExternalSource =
  | {
      readonly source: 'upload'
      readonly fileKind: DocumentKind
      /** Of the file as it is kept, 64 hex digits. */
      readonly sha256: string
      readonly metadataRemoved: boolean
    }
  | {
      readonly source: 'practice'
      readonly certificateNumber: CertificateNumber
      /** As they were taken at the other practice. */
      readonly modules: readonly { readonly title: string; readonly version: number }[]
    }

export type ExternalOutcome = 'accepted' | 'refused' | 'withdrawn'

export type ExternalDecision = {
  readonly outcome: ExternalOutcome
  readonly reason: string | null
  /** By one person alone, since the practice has no second one. */
  readonly alone: boolean
  /** In the practice's zone. */
  readonly decidedOn: LocalDate
  /** Null where that post is gone from the practice. */
  readonly decidedByName: string | null
}

/** What the entry says, before it is one. */
export type ExternalClaim = Statement & {
  readonly id: string
  readonly staffMemberId: StaffMemberId
  /** What whoever recorded it means it to count for. */
  readonly requirementIds: readonly RequirementId[]
}

/** Training done elsewhere as a practice has it on record. It counts once somebody accepted it. */
export type ExternalEntry = ExternalClaim &
  ExternalSource & {
    readonly practiceId: PracticeId
    /** Whose training it is. */
    readonly personId: PersonId
    readonly name: string
    /** In the practice's zone. */
    readonly recordedOn: LocalDate
    readonly recordedBy: PersonId
    /** Null where that post is gone from the practice. */
    readonly recordedByName: string | null
    /** Null while it waits. */
    readonly decision: ExternalDecision | null
  }
