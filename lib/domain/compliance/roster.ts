import { type InvitationRecord, type InvitationState, invitationState } from '#lib/domain/access/invitation'
import { addDays, addMonths, type Instant, type LocalDate } from '#lib/domain/calendar'
import type { ComplianceStatus, History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { hasBegunOn, type ShownAnswer, urgency } from '#lib/domain/compliance/projection'
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
  readonly answer: ShownAnswer | null
  /** Something was begun or completed in this turn. */
  readonly hasBegun: boolean
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
      return [{ person, requirement: null, answer: null, hasBegun: false, lastReminderOn: null }]
    }
    return record.obligations.map(({ requirement, history, lastReminderOn }) => {
      const answer = complianceStatus(history, today)
      return { person, requirement, answer, hasBegun: hasBegunOn(history, answer, today), lastReminderOn }
    })
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

/**
 * These cut across the others. `due-soon`: renewal is open, or the first completion is due within `dueSoonDays`.
 * `never-begun`: something is owed, and nothing of it was ever begun. `next-quarter`: what counts today ends in the next
 * quarter of the calendar. `owes-update`: a material change of the track has a short update that was not read yet.
 */
export const crossingGroups = ['due-soon', 'never-begun', 'next-quarter', 'owes-update'] as const
export const rosterGroups = [...standingGroups, ...crossingGroups] as const
export type RosterGroup = (typeof rosterGroups)[number]

const dueSoonDays = 30

/** Which lines a group has: those in one of the statuses, and beyond that … */
export type GroupRule = {
  readonly statuses: readonly ComplianceStatus[]
  /** … due by this day, unless renewal is open. */
  readonly dueByOn: LocalDate | null
  /** … of which nothing was begun. */
  readonly isNeverBegun: boolean
  /** … of which what counts ends between these days, both included. */
  readonly ends: { readonly fromOn: LocalDate; readonly throughOn: LocalDate } | null
  /** … who owe a short update. */
  readonly owesUpdate: boolean
}

const statusesOf: Readonly<Record<RosterGroup, readonly ComplianceStatus[]>> = {
  current: ['renewal-open', 'compliant'],
  'in-grace': ['in-grace'],
  overdue: ['overdue', 'lapsed'],
  'not-started': ['not-started'],
  'in-progress': ['in-progress'],
  'on-leave': ['on-leave'],
  exempt: ['exempt'],
  'not-required': ['not-required'],
  'due-soon': ['not-started', 'in-progress', 'renewal-open'],
  'never-begun': ['overdue', 'in-grace', 'not-started'],
  'next-quarter': ['renewal-open', 'compliant'],
  'owes-update': ['overdue', 'in-grace', 'renewal-open', 'compliant'],
}

export function groupRule(group: RosterGroup, today: LocalDate): GroupRule {
  return {
    statuses: statusesOf[group],
    dueByOn: group === 'due-soon' ? addDays(today, dueSoonDays) : null,
    isNeverBegun: group === 'never-begun',
    ends: group === 'next-quarter' ? quarterAfter(today) : null,
    owesUpdate: group === 'owes-update',
  }
}

/** Every line. */
export const allRule: GroupRule = {
  statuses: urgency,
  dueByOn: null,
  isNeverBegun: false,
  ends: null,
  owesUpdate: false,
}

/** The first and the last day of the quarter of the calendar after the one of the day. */
function quarterAfter(day: LocalDate): { readonly fromOn: LocalDate; readonly throughOn: LocalDate } {
  const firstOfMonth = addDays(day, 1 - Number(day.slice(8)))
  const monthsLeft = 3 - ((Number(day.slice(5, 7)) - 1) % 3)
  const fromOn = addMonths(firstOfMonth, monthsLeft)
  return { fromOn, throughOn: addDays(addMonths(fromOn, 3), -1) }
}

/** Every group that a line counts in on the day. */
export function groupsOf(
  line: Pick<RosterRow, 'answer' | 'hasBegun'>,
  today: LocalDate,
): readonly RosterGroup[] {
  return rosterGroups.filter((group) => isIn(line, groupRule(group, today)))
}

function isIn({ answer, hasBegun }: Pick<RosterRow, 'answer' | 'hasBegun'>, rule: GroupRule): boolean {
  if (!answer || !rule.statuses.includes(answer.status)) return false
  const { dueByOn, ends } = rule
  const isNear = dueByOn === null || answer.status === 'renewal-open' || (answer.dueOn ?? '9999') <= dueByOn
  const { validThrough } = answer
  const endsThen =
    ends === null || (validThrough !== null && validThrough >= ends.fromOn && validThrough <= ends.throughOn)
  const owesIt = !rule.owesUpdate || answer.because.updateDueOn !== null
  return isNear && endsThen && owesIt && !(rule.isNeverBegun && hasBegun)
}

/** Whom a reminder is for: whoever owes something, or will within `dueSoonDays`. */
export function needsReminder(row: RosterRow, today: LocalDate): boolean {
  const reminded: readonly RosterGroup[] = ['due-soon', 'in-grace', 'overdue']
  return groupsOf(row, today).some((group) => reminded.includes(group))
}
