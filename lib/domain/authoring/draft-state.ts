import type { Capability } from '#lib/domain/access/actor'
import { addMonths, type Instant, type LocalDate } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export const draftEventKinds = [
  'text-taken',
  'sent-to-review',
  'recalled',
  'changes-asked',
  'approved',
  'published',
  'scheduled',
  'unscheduled',
  'held-back',
  'retired',
] as const
export type DraftEventKind = (typeof draftEventKinds)[number]

/** Why a planned publication did not come about on its day. */
export const holdCauses = ['checks-block', 'checks-slow', 'reason-missing', 'change-day', 'retired'] as const
export type HoldCause = (typeof holdCauses)[number]

/** A deed in the life of a draft, as recorded. */
export type DraftEvent = {
  /** From 1, in the order in which they were done. */
  readonly number: number
  readonly kind: DraftEventKind
  readonly by: StaffMemberId
  readonly at: Instant
  readonly reason: string | null
  /** What all files said at that moment. */
  readonly filesHash: string
  /** Of `scheduled`: the day on which it is to be published, in the practice's zone. */
  readonly publishOn: LocalDate | null
  /** Of `text-taken`: the published version whose text it then had. */
  readonly fromNumber: number | null
  /** Of `held-back`. */
  readonly cause: HoldCause | null
}

/** Where a draft stands. `isChanged`: it was in review or approved, and its text has changed since. */
export type DraftState =
  | { readonly kind: 'draft'; readonly isChanged: boolean }
  | { readonly kind: 'in-review'; readonly by: StaffMemberId }
  | { readonly kind: 'changes-asked'; readonly by: StaffMemberId; readonly reason: string | null }
  | { readonly kind: 'approved'; readonly by: StaffMemberId }
  | { readonly kind: 'scheduled'; readonly by: StaffMemberId; readonly publishOn: LocalDate | null }
  | { readonly kind: 'published'; readonly at: Instant }
  | { readonly kind: 'retired'; readonly at: Instant }

type Told = Pick<DraftEvent, 'kind' | 'filesHash'>

const plans: readonly DraftEventKind[] = ['scheduled', 'unscheduled', 'held-back']

/** The last approval that nothing has taken back since. */
function standingApproval(events: readonly DraftEvent[]): DraftEvent | undefined {
  const last = events.findLast(({ kind }) => !plans.includes(kind))
  return last?.kind === 'approved' ? last : undefined
}

/**
 * Where a draft stands, from all its events in order and what its files say now. Being in review, an approval and a day of
 * publication are about one exact text: any later change of a file ends them, and only a new deed brings them back.
 */
export function draftState(events: readonly DraftEvent[], filesHash: string): DraftState {
  const last = events.at(-1)
  if (!last) return { kind: 'draft', isChanged: false }
  const isOf = (event: Told) => event.filesHash === filesHash
  const changed: DraftState = { kind: 'draft', isChanged: true }
  const approval = standingApproval(events)
  switch (last.kind) {
    case 'text-taken':
    case 'recalled':
      return { kind: 'draft', isChanged: false }
    case 'changes-asked':
      return { kind: 'changes-asked', by: last.by, reason: last.reason }
    case 'sent-to-review':
      return isOf(last) ? { kind: 'in-review', by: last.by } : changed
    case 'approved':
    case 'unscheduled':
    case 'held-back':
      return approval && isOf(approval) ? { kind: 'approved', by: approval.by } : changed
    case 'scheduled':
      return approval && isOf(approval)
        ? { kind: 'scheduled', by: approval.by, publishOn: last.publishOn }
        : changed
    case 'published':
      return { kind: 'published', at: last.at }
    case 'retired':
      return { kind: 'retired', at: last.at }
  }
}

const from: Readonly<Record<DraftEventKind, readonly DraftState['kind'][]>> = {
  'text-taken': ['draft', 'changes-asked', 'in-review', 'approved'],
  'sent-to-review': ['draft', 'changes-asked'],
  recalled: ['in-review', 'approved'],
  'changes-asked': ['in-review', 'approved'],
  approved: ['in-review'],
  published: ['approved', 'scheduled'],
  scheduled: ['approved'],
  unscheduled: ['scheduled'],
  'held-back': ['scheduled'],
  retired: ['published'],
}

/** Whether this can be done to a draft that stands there. Who may do it is another question. */
export const canFollow = (state: DraftState, kind: DraftEventKind): boolean => from[kind].includes(state.kind)

/** Whether a publication may be planned for this day: from tomorrow on, within a year. */
export const canBePlannedFor = (day: LocalDate, today: LocalDate): boolean =>
  day > today && day <= addMonths(today, 12)

/** What people do with a draft by a form of its page; publishing is a form of its own. */
export const draftDeeds = [
  'approved',
  'changes-asked',
  'sent-to-review',
  'recalled',
  'retired',
] as const satisfies DraftEventKind[]
export type DraftDeed = (typeof draftDeeds)[number]

/** Which capability each deed takes; one of them is enough. */
export const capabilitiesFor = {
  'sent-to-review': ['author'],
  recalled: ['author'],
  'changes-asked': ['review'],
  approved: ['review'],
  retired: ['author', 'review'],
} as const satisfies Readonly<Record<DraftDeed, readonly Capability[]>>

/** What somebody with these capabilities can do with it now, in the order in which it is offered. */
export const deedsFor = (state: DraftState, held: readonly Capability[]): readonly DraftDeed[] =>
  draftDeeds.filter(
    (deed) => canFollow(state, deed) && capabilitiesFor[deed].some((each) => held.includes(each)),
  )

/** The files of what is published stay as they are; everything else can be written on. */
export const isFrozen = (state: DraftState): boolean => state.kind === 'published' || state.kind === 'retired'

export type ApprovalRefusal = 'author-is-not-approver' | 'solo-reason-needed'

/**
 * Whether this person may approve: somebody who changed no file of the draft. Where the practice has nobody else who may
 * review and wrote nothing of it, an author may, and says why.
 *
 * @param authors who changed a file of the draft.
 * @param reviewers who may review at the practice today.
 */
export function mayApprove(
  approver: StaffMemberId,
  authors: readonly StaffMemberId[],
  reviewers: readonly StaffMemberId[],
  reason: string | null,
): Result<{ readonly isSolo: boolean }, ApprovalRefusal> {
  if (!authors.includes(approver)) return ok({ isSolo: false })
  if (reviewers.some((each) => !authors.includes(each))) return refuse('author-is-not-approver')
  return reason === null ? refuse('solo-reason-needed') : ok({ isSolo: true })
}
