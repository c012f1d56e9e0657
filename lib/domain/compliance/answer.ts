import type { LocalDate } from '#lib/domain/calendar'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import type { Policy } from '#lib/domain/compliance/policy'

/** One person, one requirement, one practice. Rows may come in any order. */
export type History = {
  /** The practice's IANA zone: its days are what every LocalDate here means. */
  readonly zone: string
  readonly policies: readonly Policy[]
  readonly events: readonly EvidenceEvent[]
  /** Whose history it is, for audiences that name people. */
  readonly staffMemberId?: string | undefined
}

export type ComplianceStatus =
  | 'not-required'
  | 'not-started'
  | 'in-progress'
  | 'compliant'
  | 'renewal-open'
  | 'in-grace'
  | 'overdue'
  | 'lapsed'
  | 'exempt'
  | 'on-leave'

/** Whether the authority behind the policy accepts what was earned on that day. */
export type AuthorityAnswer = 'met' | 'not-met' | 'check-with-your-board'

/** The clause that decided, one for each way to reach a status. */
export type DecidingRule =
  | 'not-employed'
  | 'no-policy-in-force'
  | 'outside-audience'
  | 'requirement-retired'
  | 'on-leave'
  | 'exempt'
  | 'completed-for-good'
  | 'valid'
  | 'renewal-window-open'
  | 'first-due-ahead'
  | 'begun-first-due-ahead'
  | 'extended'
  | 'returned-from-leave'
  | 'in-grace-after-due'
  | 'in-grace-after-update-due'
  | 'never-completed'
  | 'expired'
  | 'update-missed'

/** Why. The named events and the policies alone give the same answer again. */
export type Because = {
  readonly rule: DecidingRule
  /** Ids of the facts that the answer rests on, sorted. */
  readonly eventIds: readonly string[]
  /** The policy version in force on the day asked about. */
  readonly policyId: string | null
  readonly obligationBeganOn: LocalDate | null
  /** The day of the last completion that earned something. */
  readonly completedOn: LocalDate | null
  /** The last day of what counted before, where that completion counts on from it: renewed early, or within an extension. */
  readonly keptFromOn: LocalDate | null
  /** What the due date was before any extension or leave. */
  readonly baselineDueOn: LocalDate | null
  readonly extendedTo: LocalDate | null
  /** The last day of the return days after a leave, where that moved the due date. */
  readonly returnDueOn: LocalDate | null
  /** The last day of the leave or the exemption that decided. */
  readonly excusedThrough: LocalDate | null
  /** The day by which the update to a materially changed version is owed. */
  readonly updateDueOn: LocalDate | null
  /** The last day of grace. */
  readonly graceThrough: LocalDate | null
}

export type ComplianceAnswer = {
  readonly status: ComplianceStatus
  /** The day by which the next completion is owed, that day included. Null when nothing is owed. */
  readonly dueOn: LocalDate | null
  /** The first day of the renewal window. Null before the first completion. */
  readonly opensOn: LocalDate | null
  /** The last day on which what was earned counts. Null before the first completion, and for `once`. */
  readonly validThrough: LocalDate | null
  readonly authority: AuthorityAnswer
  readonly because: Because
}
