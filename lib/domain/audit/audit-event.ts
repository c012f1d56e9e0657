import type { Capability } from '#lib/domain/access/actor'
import type { RegradeOutcome } from '#lib/domain/assessment/regrade'
import type { AuthoringEvent } from '#lib/domain/audit/authoring-event'
import type { NetworkEvent } from '#lib/domain/audit/network-event'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type {
  AssignmentId,
  AttemptId,
  ModuleVersionId,
  PersonId,
  PracticeId,
  RequirementId,
  StaffMemberId,
} from '#lib/domain/ids'
import type { EntryKind } from '#lib/domain/people/entries/entry'

/**
 * What happened, for the chain that nobody can quietly rewrite: ids, dates and counts only. No names (the rows have
 * them), no answers, no secrets, and nothing about sign-ins, lessons read or help opened, which are nobody's to watch.
 */
export type AuditEvent =
  | NetworkEvent
  | { readonly kind: 'practice-created' }
  | { readonly kind: 'staff-member-added'; readonly staffMemberId: StaffMemberId; readonly role: string }
  | { readonly kind: 'invitation-sent'; readonly staffMemberId: StaffMemberId }
  | { readonly kind: 'employment-ended'; readonly staffMemberId: StaffMemberId; readonly endsOn: LocalDate }
  | {
      readonly kind: 'entry-recorded'
      readonly staffMemberId: StaffMemberId
      readonly entry: EntryKind
      /** The facts that it wrote: their rows say the rest. */
      readonly factIds: readonly string[]
      /** Where somebody recorded it about themselves, since nobody else manages the practice. */
      readonly isOwn: boolean
    }
  | { readonly kind: 'staff-member-rehired'; readonly staffMemberId: StaffMemberId; readonly role: string }
  | {
      readonly kind: 'capabilities-changed'
      readonly staffMemberId: StaffMemberId
      readonly given: readonly Capability[]
      readonly taken: readonly Capability[]
    }
  | { readonly kind: 'attempts-asked'; readonly staffMemberId: StaffMemberId; readonly moduleId: string }
  | { readonly kind: 'attempts-granted'; readonly staffMemberId: StaffMemberId; readonly moduleId: string }
  /** How much more time, and since when, its row says. */
  | { readonly kind: 'time-accommodation-recorded'; readonly staffMemberId: StaffMemberId }
  | {
      readonly kind: 'link-revealed'
      readonly staffMemberId: StaffMemberId
      readonly link: 'invitation' | 'reset'
    }
  | { readonly kind: 'second-factor-reset'; readonly personId: PersonId }
  | { readonly kind: 'signed-out-everywhere'; readonly personId: PersonId }
  | { readonly kind: 'requirement-created'; readonly requirementId: RequirementId }
  | { readonly kind: 'policy-changed'; readonly requirementId: RequirementId; readonly policyVersion: number }
  | {
      readonly kind: 'requirement-retired'
      readonly requirementId: RequirementId
      readonly retiredOn: LocalDate
    }
  | { readonly kind: 'requirement-restored'; readonly requirementId: RequirementId }
  | {
      readonly kind: 'attempt-submitted'
      readonly staffMemberId: StaffMemberId
      readonly attemptId: AttemptId
      readonly moduleVersionId: ModuleVersionId
      readonly passed: boolean
    }
  | {
      /** To whichever end: what was chosen on the way is nobody's to know. */
      readonly kind: 'case-completed'
      readonly staffMemberId: StaffMemberId
      readonly caseVersionId: string
    }
  | {
      /** Who had completed an earlier version has read what the new one changes. */
      readonly kind: 'track-update-read'
      readonly staffMemberId: StaffMemberId
      readonly assignmentId: AssignmentId
      readonly trackVersionId: string
    }
  | {
      readonly kind: 'track-completed'
      readonly staffMemberId: StaffMemberId
      readonly assignmentId: AssignmentId
      readonly cycle: number
      readonly trackVersionId: string
      readonly completedOn: LocalDate
    }
  | {
      readonly kind: 'certificate-issued'
      readonly staffMemberId: StaffMemberId
      readonly certificateId: string
      /** SHA-256 of the signed certificate, so that the chain vouches for the document. */
      readonly signatureHash: string
    }
  | { readonly kind: 'certificate-revoked'; readonly certificateId: string }
  | {
      readonly kind: 'reminder-sent'
      readonly staffMemberId: StaffMemberId
      readonly requirementId: RequirementId
      /** The turn's due date before any extension or leave. */
      readonly turnOn: LocalDate
      readonly reminder: string
    }
  | { readonly kind: 'reminder-settings-changed'; readonly version: number }
  | {
      readonly kind: 'reminder-text-changed'
      readonly language: string
      readonly moment: string
      readonly version: number
    }
  | {
      readonly kind: 'reminders-paused'
      readonly staffMemberId: StaffMemberId
      /** Null where the pause ends. */
      readonly through: LocalDate | null
    }
  | { readonly kind: 'local-contact-recorded'; readonly contactId: string; readonly version: number }
  | {
      readonly kind: 'import-confirmed'
      readonly importId: string
      readonly rows: number
      /** People who were not in the file and whose employment ends by a tick. */
      readonly ended: number
      readonly sendsInvitations: boolean
    }
  | {
      readonly kind: 'staff-member-changed'
      readonly staffMemberId: StaffMemberId
      readonly importId: string
      readonly fields: readonly string[]
    }
  | { readonly kind: 'import-undone'; readonly importId: string; readonly rows: number }
  | { readonly kind: 'import-taken-back'; readonly staffMemberId: StaffMemberId; readonly importId: string }
  | {
      readonly kind: 'external-certificate-recorded'
      readonly staffMemberId: StaffMemberId
      readonly externalId: string
      readonly source: 'upload' | 'practice'
      /** SHA-256 of the file as it is kept; null where there is none. */
      readonly fileHash: string | null
    }
  | {
      readonly kind: 'external-certificate-decided'
      readonly staffMemberId: StaffMemberId
      readonly externalId: string
      readonly outcome: 'accepted' | 'refused' | 'withdrawn'
      /** One person alone, where the practice has no second one. */
      readonly alone: boolean
    }
  | {
      readonly kind: 'licence-changed'
      readonly staffMemberId: StaffMemberId
      readonly licenceId: string
      readonly change: 'recorded' | 'renewal-recorded' | 'renewal-proposed' | 'proposal-declined' | 'ended'
    }
  | {
      readonly kind: 'submissions-regraded'
      readonly runId: string
      readonly fromVersionId: ModuleVersionId
      readonly toVersionId: ModuleVersionId
      /** Those whose key was corrected. */
      readonly itemIds: readonly string[]
      readonly submissions: number
    }
  | {
      readonly kind: 'regrade-decided'
      readonly runId: string
      readonly staffMemberId: StaffMemberId
      readonly attemptId: AttemptId
      readonly outcome: RegradeOutcome
    }
  | AuthoringEvent
  | { readonly kind: 'statistics-sharing-changed'; readonly version: number; readonly shared: boolean }
  | { readonly kind: 'roster-exported'; readonly asOf: LocalDate; readonly rows: number }

/** One link of a practice's chain. `hash` covers every other field, `previousHash` included. */
export type AuditEntry = {
  readonly practiceId: PracticeId
  /** 1 for the practice's first entry, then without a gap. */
  readonly sequence: number
  readonly recordedAt: Instant
  /** Null where Beacon itself acted, or somebody from outside, whom the event names. */
  readonly actorPersonId: PersonId | null
  readonly event: AuditEvent
  /** SHA-256, 64 hex digits. */
  readonly previousHash: string
  readonly hash: string
}
