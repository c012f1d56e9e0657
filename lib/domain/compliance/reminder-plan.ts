import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceStatus } from '#lib/domain/compliance/answer'
import { type AutomaticKind, owedTurn } from '#lib/domain/compliance/reminder-schedule'
import { needsReminder, type RosterPerson, type RosterRow } from '#lib/domain/compliance/roster'
import type { RequirementId, StaffMemberId } from '#lib/domain/ids'

/** What a manager sends, one of a kind for each turn and due date: before it is due, in grace, and late. */
type ManualKind = 'due-soon' | 'in-grace' | 'overdue'
export type ReminderKind = ManualKind | AutomaticKind

export type OwedReminder = {
  readonly requirementId: RequirementId
  readonly requirementName: string
  readonly status: ComplianceStatus
  readonly kind: ReminderKind
  readonly dueOn: LocalDate
  /** The turn that is owed, by its due date before any extension or leave. */
  readonly turnOn: LocalDate
}

export type PlannedReminder = {
  readonly person: RosterPerson
  /** What one mail would speak of, the earliest due first. Empty where everything was said already. */
  readonly owed: readonly OwedReminder[]
  readonly lastReminderOn: LocalDate | null
}

/**
 * What rule 12 is kept by: at most one reminder for each of these. A due date that an extension or a leave has moved is a new
 * one of the same turn, and is told of anew.
 */
export function reminderKey(
  staffMemberId: StaffMemberId,
  { requirementId, turnOn, dueOn, kind }: Pick<OwedReminder, 'requirementId' | 'turnOn' | 'dueOn' | 'kind'>,
): string {
  return `${staffMemberId} ${requirementId} ${turnOn} ${dueOn} ${kind}`
}

/** What was sent or skipped already, by `reminderKey`. */
export type ReminderRecord = ReadonlySet<string>

/** Everybody who owes something today or soon, with what is still to be said to them, in the order of the rows. */
export function planReminders(
  rows: readonly RosterRow[],
  recorded: ReminderRecord,
  today: LocalDate,
): readonly PlannedReminder[] {
  const concerned = rows.filter((row) => needsReminder(row, today))
  const byPerson = Map.groupBy(concerned, ({ person }) => person.staffMemberId)
  return [...byPerson.values()].flatMap((each) => {
    const [first] = each
    if (!first) return []
    const { person } = first
    const owed = each
      .flatMap(owedBy)
      .filter((reminder) => !recorded.has(reminderKey(person.staffMemberId, reminder)))
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    const reminded = each.flatMap(({ lastReminderOn }) => lastReminderOn ?? [])
    return [{ person, owed, lastReminderOn: reminded.toSorted().at(-1) ?? null }]
  })
}

function owedBy({ requirement, answer }: RosterRow): OwedReminder[] {
  const kind = answer && kindOf(answer.status)
  const turn = answer && owedTurn(answer)
  if (!requirement || !turn || !kind) return []
  const { id: requirementId, name: requirementName } = requirement
  const { dueOn, turnOn } = turn
  return [{ requirementId, requirementName, status: answer.status, kind, dueOn, turnOn }]
}

function kindOf(status: ComplianceStatus): ManualKind | null {
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
