import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceStatus } from '#lib/domain/compliance/answer'
import { needsReminder, type RosterPerson, type RosterRow } from '#lib/domain/compliance/roster'
import type { RequirementId, StaffMemberId } from '#lib/domain/ids'

/** One reminder of a kind for each turn: before it is due, in grace, and late. */
export type ReminderKind = 'due-soon' | 'in-grace' | 'overdue'

export type OwedReminder = {
  readonly requirementId: RequirementId
  readonly requirementName: string
  readonly status: ComplianceStatus
  readonly kind: ReminderKind
  readonly dueOn: LocalDate
  readonly cycle: number
}

export type PlannedReminder = {
  readonly person: RosterPerson
  /** What one mail would speak of, the earliest due first. Empty where everything was said already. */
  readonly owed: readonly OwedReminder[]
  readonly lastReminderOn: LocalDate | null
}

/** What the rules of rule 12 are kept by: at most one reminder for each of these. */
function reminderKey(
  staffMemberId: StaffMemberId,
  { requirementId, cycle, kind }: Pick<OwedReminder, 'requirementId' | 'cycle' | 'kind'>,
): string {
  return `${staffMemberId} ${requirementId} ${cycle} ${kind}`
}

/** What was sent already, and in which turn of a requirement's track somebody is. */
export type ReminderRecord = {
  readonly sent: ReadonlySet<string>
  readonly cycleOf: (staffMemberId: StaffMemberId, requirementId: RequirementId) => number
}

/** Everybody who owes something today or soon, with what is still to be said to them, in the order of the rows. */
export function planReminders(
  rows: readonly RosterRow[],
  { sent, cycleOf }: ReminderRecord,
  today: LocalDate,
): readonly PlannedReminder[] {
  const concerned = rows.filter((row) => needsReminder(row, today))
  const byPerson = Map.groupBy(concerned, ({ person }) => person.staffMemberId)
  return [...byPerson.values()].flatMap((each) => {
    const [first] = each
    if (!first) return []
    const { person } = first
    const owed = each
      .flatMap((row) => owedBy(row, cycleOf))
      .filter((reminder) => !sent.has(reminderKey(person.staffMemberId, reminder)))
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    const reminded = each.flatMap(({ lastReminderOn }) => lastReminderOn ?? [])
    return [{ person, owed, lastReminderOn: reminded.toSorted().at(-1) ?? null }]
  })
}

function owedBy(
  { person, requirement, answer }: RosterRow,
  cycleOf: ReminderRecord['cycleOf'],
): OwedReminder[] {
  const kind = answer && kindOf(answer.status)
  if (!requirement || !answer?.dueOn || !kind) return []
  const { id: requirementId, name: requirementName } = requirement
  const cycle = cycleOf(person.staffMemberId, requirementId)
  return [{ requirementId, requirementName, status: answer.status, kind, dueOn: answer.dueOn, cycle }]
}

function kindOf(status: ComplianceStatus): ReminderKind | null {
  switch (status) {
    case 'not-started':
    case 'in-progress':
    case 'renewal-open':
      return 'due-soon'
    case 'in-grace':
      return 'in-grace'
    case 'overdue':
    case 'lapsed':
      return 'overdue'
    case 'compliant':
    case 'exempt':
    case 'on-leave':
    case 'not-required':
      return null
  }
}
