import { type InvitationRecord, type InvitationState, invitationState } from '#lib/domain/access/invitation'
import { addDays, type Instant, type LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer, ComplianceStatus, History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { RequirementId, StaffMemberId } from '#lib/domain/ids'

type Post = {
  readonly staffMemberId: StaffMemberId
  readonly name: string
  readonly role: string
  readonly employmentKind: string
  readonly location: string | null
  readonly startedOn: LocalDate
  /** The last day of employment. */
  readonly endedOn: LocalDate | null
}
export type RosterPerson = Post & { readonly invitation: InvitationState }

type RequirementName = { readonly id: RequirementId; readonly name: string }

/** What is stored about one person, and about that person and each requirement. */
export type RosterRecord = {
  readonly person: Post
  readonly invitation: InvitationRecord
  readonly hasBegun: boolean
  readonly obligations: readonly {
    readonly requirement: RequirementName
    readonly history: History
    readonly lastReminderOn: LocalDate | null
  }[]
}

/** One person and one requirement. Both nulls: the practice has no requirement yet. */
export type RosterRow = {
  readonly person: RosterPerson
  readonly requirement: RequirementName | null
  readonly answer: ComplianceAnswer | null
  readonly lastReminderOn: LocalDate | null
}

/** Everybody's status on the day: a row for each obligation, and one for a person where the practice asks nothing yet. */
export function rosterRows(
  records: readonly RosterRecord[],
  today: LocalDate,
  now: Instant,
): readonly RosterRow[] {
  return records.flatMap((record): readonly RosterRow[] => {
    const invitation = invitationState(record.invitation, record.hasBegun, now)
    const person = { ...record.person, invitation }
    if (record.obligations.length === 0) {
      return [{ person, requirement: null, answer: null, lastReminderOn: null }]
    }
    return record.obligations.map(({ requirement, history, lastReminderOn }) => ({
      person,
      requirement,
      answer: complianceStatus(history, today),
      lastReminderOn,
    }))
  })
}

/**
 * What a manager counts, each line of the table in exactly one of them. `current` is what counts as compliant; leave and
 * exemption are counted apart, never as current.
 */
export const standingGroups = [
  'current',
  'in-grace',
  'overdue',
  'not-started',
  'in-progress',
  'on-leave',
  'exempt',
  'not-required',
] as const

/** `due-soon` cuts across the others: renewal is open, or the first completion is due within `dueSoonDays`. */
export const rosterGroups = [...standingGroups, 'due-soon'] as const
export type RosterGroup = (typeof rosterGroups)[number]

const dueSoonDays = 30

const groupsOfStatus: Readonly<Record<ComplianceStatus, readonly RosterGroup[]>> = {
  compliant: ['current'],
  'renewal-open': ['current', 'due-soon'],
  'not-started': ['not-started'],
  'in-progress': ['in-progress'],
  'in-grace': ['in-grace'],
  overdue: ['overdue'],
  lapsed: ['overdue'],
  exempt: ['exempt'],
  'on-leave': ['on-leave'],
  'not-required': ['not-required'],
}

/** Every group that a row counts in on the day. */
export function groupsOf({ answer }: RosterRow, today: LocalDate): readonly RosterGroup[] {
  if (!answer) return []
  const groups = groupsOfStatus[answer.status]
  const isAhead = answer.status === 'not-started' || answer.status === 'in-progress'
  const isNear = answer.dueOn !== null && answer.dueOn <= addDays(today, dueSoonDays)
  return isAhead && isNear ? [...groups, 'due-soon'] : groups
}

/** Whom a reminder is for: whoever owes something, or will within `dueSoonDays`. */
export function needsReminder(row: RosterRow, today: LocalDate): boolean {
  const reminded: readonly RosterGroup[] = ['due-soon', 'in-grace', 'overdue']
  return groupsOf(row, today).some((group) => reminded.includes(group))
}
