import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import type { Result } from '#lib/domain/result'

/** What a manager may record about a person, each on a page of its own. */
export const entryKinds = [
  'leave',
  'leave-end',
  'extension',
  'exemption',
  'exemption-end',
  'post',
  'employment-end',
  'end-withdrawal',
  'rehire',
  'correction',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** Why somebody is exempt. None of them is medical: that is nobody's business here. */
export const exemptionCategories = [
  'no-patient-contact',
  'trained-elsewhere',
  'short-assignment',
  'other',
] as const
export type ExemptionCategory = (typeof exemptionCategories)[number]

/** What a post is besides its dates. */
export type PostTerms = {
  readonly role: string
  readonly employmentKind: string
  /** As the practice calls it; null where it has one place only. */
  readonly location: string | null
}

/** One entry: what was typed, as days and ids. Every first and last day is included in what it bounds. */
export type Entry =
  | { readonly kind: 'leave'; readonly firstDay: LocalDate; readonly lastDay: LocalDate }
  /** `factId` is the fact that began the leave. */
  | { readonly kind: 'leave-end'; readonly factId: string; readonly lastDay: LocalDate }
  | { readonly kind: 'extension'; readonly requirementId: string; readonly to: LocalDate }
  | {
      readonly kind: 'exemption'
      readonly requirementId: string
      readonly firstDay: LocalDate
      readonly lastDay: LocalDate
      readonly category: ExemptionCategory
    }
  | { readonly kind: 'exemption-end'; readonly factId: string; readonly lastDay: LocalDate }
  | ({ readonly kind: 'post'; readonly firstDay: LocalDate } & PostTerms)
  | { readonly kind: 'employment-end'; readonly lastDay: LocalDate }
  | { readonly kind: 'end-withdrawal' }
  | ({ readonly kind: 'rehire'; readonly startedOn: LocalDate } & PostTerms)
  /** `to` null: the fact never was. */
  | { readonly kind: 'correction'; readonly factId: string; readonly to: LocalDate | null }

/** A stored fact about the person, and whose obligation it concerns. Null concerns every one. */
export type PersonFact = EvidenceEvent & {
  readonly requirementId: string | null
  readonly trackId: string | null
}

/** What the practice asks of the person through one requirement, or would ask if the post were another. */
export type Asked = {
  readonly requirement: { readonly id: string; readonly name: string }
  readonly trackId: string
  readonly history: History
}

/** What an entry is judged by. */
export type Situation = {
  /** The practice's day. */
  readonly today: LocalDate
  readonly now: Instant
  readonly post: PostTerms & { readonly startedOn: LocalDate; readonly endedOn: LocalDate | null }
  readonly facts: readonly PersonFact[]
  readonly asked: readonly Asked[]
}

/** A fact that an entry would write; `lib/data` gives it its id, author and moment. */
export type ProposedFact = {
  readonly kind: EvidenceEvent['kind']
  readonly effectiveOn: LocalDate
  readonly requirementId?: string
  readonly details?: Readonly<Record<string, unknown>>
}

export type Proposal = {
  readonly facts: readonly ProposedFact[]
  /** The days, beside today, on which its effect shows. */
  readonly days: readonly LocalDate[]
}

export type EntryRefusal =
  | 'leave-end-before-start'
  | 'leave-outside-employment'
  | 'leave-too-long'
  | 'leave-overlaps'
  | 'leave-ends-then-already'
  | 'day-too-far-ahead'
  | 'nothing-asked'
  | 'nothing-to-extend'
  | 'extension-not-later'
  | 'extension-too-late'
  | 'extension-in-past'
  | 'exemption-in-past'
  | 'exemption-end-before-start'
  | 'exemption-too-long'
  | 'exempt-already'
  | 'exemption-ends-not-earlier'
  | 'nothing-changes'
  | 'change-outside-employment'
  | 'later-change-exists'
  | 'employment-ended-already'
  | 'end-before-start'
  | 'end-too-far-ahead'
  | 'no-end-to-withdraw'
  | 'end-is-past'
  | 'on-staff-already'
  | 'start-before-last-end'
  | 'start-too-long-ago'
  | 'start-too-far-ahead'
  | 'start-after-end'
  | 'start-after-training'
  | 'fact-unknown'
  | 'corrected-already'
  | 'only-to-be-struck'
  | 'only-to-be-moved'
  | 'moved-nowhere'
  | 'moved-outside-employment'
  | 'moved-into-future'
  | 'employment-went-on'
  | 'trained-since'

export type Decision = Result<Proposal, EntryRefusal>

type EmploymentQuestion =
  | { readonly kind: Exclude<EntryKind, 'correction'> }
  | { readonly kind: 'correction'; readonly factId: string }

/** Whether an entry changes an employment that gives rights. A rehire gives what is granted with it, and no more. */
export function changesEmployment(entry: EmploymentQuestion, facts: readonly PersonFact[]): boolean {
  if (entry.kind !== 'correction') {
    return entry.kind === 'employment-end' || entry.kind === 'end-withdrawal'
  }
  const corrected = facts.find(({ id }) => id === entry.factId)
  const mended =
    corrected?.kind === 'corrected' ? facts.find(({ id }) => id === corrected.corrects) : corrected
  return mended?.kind === 'employed' || mended?.kind === 'employment-ended'
}
