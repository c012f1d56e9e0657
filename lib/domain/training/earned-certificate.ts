import type { AuditEvent } from '#lib/domain/audit/audit-event'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { Certificate } from '#lib/domain/certification/certificate'
import type { AssignmentId, StaffMemberId } from '#lib/domain/ids'
import type { Asking } from '#lib/domain/training/attempt-limit'
import { certificateThrough } from '#lib/domain/training/certificate-through'

/** A track whose last part was done, and what asks for it as it stood before. */
type Closed = Pick<Certificate, 'trackVersionId' | 'trackTitle' | 'modules' | 'cases'> & {
  readonly askings: readonly Asking[]
}

/** What the certificate of a closed track says, before it has a number. */
export function earnedCertificate(
  { printedName, practiceName, role }: Pick<Certificate, 'printedName' | 'practiceName' | 'role'>,
  { trackVersionId, trackTitle, modules, cases, askings }: Closed,
  completedOn: LocalDate,
  now: Instant,
): Omit<Certificate, 'number'> {
  const words = { printedName, practiceName, role, trackVersionId, trackTitle, modules, cases }
  return { ...words, completedOn, validThrough: certificateThrough(askings, completedOn), issuedAt: now }
}

type Turn = {
  readonly staffMemberId: StaffMemberId
  readonly assignmentId: AssignmentId
  readonly cycle: number
}
type Issued = {
  readonly certificate: Certificate
  readonly certificateId: string
  readonly signatureHash: string
}

/** What the audit chain must know of it. */
export function earningEvents(
  { staffMemberId, assignmentId, cycle }: Turn,
  { certificate: { trackVersionId, completedOn }, certificateId, signatureHash }: Issued,
): readonly AuditEvent[] {
  return [
    { kind: 'track-completed', staffMemberId, assignmentId, cycle, trackVersionId, completedOn },
    { kind: 'certificate-issued', staffMemberId, certificateId, signatureHash },
  ]
}
