import type { LocalDate } from '#lib/domain/calendar'
import { type ReminderRecord, reminderKey } from '#lib/domain/compliance/reminder-plan'
import {
  type AutomaticKind,
  type IsRecorded,
  type OwedTurn,
  owedTurn,
  plannedFor,
  remindersOn,
  type SkipReason,
} from '#lib/domain/compliance/reminder-schedule'
import type { ReminderSettings } from '#lib/domain/compliance/reminder-settings'
import type { RosterPerson, RosterRow } from '#lib/domain/compliance/roster'
import type { RequirementId } from '#lib/domain/ids'

type OneReminder = {
  readonly requirementId: RequirementId
  readonly turnOn: LocalDate
  readonly dueOn: LocalDate
  readonly kind: AutomaticKind
}

/** What a day brings to one person, of all that they owe: one mail speaks of everything in `due`. */
export type PersonsDay = {
  readonly person: RosterPerson
  readonly due: readonly OneReminder[]
  readonly skipped: readonly (OneReminder & { readonly reason: SkipReason })[]
}

type OwedRow = {
  readonly row: RosterRow
  readonly requirement: NonNullable<RosterRow['requirement']>
  readonly turn: OwedTurn
}

/** The rows that somebody may be reminded of. */
function owedRows(rows: readonly RosterRow[], settings: ReminderSettings): readonly OwedRow[] {
  return rows.flatMap((row) => {
    const { requirement, answer } = row
    const turn = answer && owedTurn(answer)
    if (!requirement || !turn || settings.requirementsOff.includes(requirement.id)) return []
    return [{ row, requirement, turn }]
  })
}

/** Everybody to whom the day brings something. */
export function personsDays(
  rows: readonly RosterRow[],
  recorded: ReminderRecord,
  settings: ReminderSettings,
  today: LocalDate,
): readonly PersonsDay[] {
  const owed = owedRows(rows, settings)
  const byPerson = Map.groupBy(owed, ({ row }) => row.person.staffMemberId)
  return [...byPerson.values()].flatMap((each) => {
    const [first] = each
    if (!first) return []
    const days = each.map((one) => dayOf(one, recorded, settings, today))
    const due = days.flatMap((day) => day.due)
    const skipped = days.flatMap((day) => day.skipped)
    return due.length + skipped.length > 0 ? [{ person: first.row.person, due, skipped }] : []
  })
}

function dayOf(
  { row, requirement, turn }: OwedRow,
  recorded: ReminderRecord,
  settings: ReminderSettings,
  today: LocalDate,
): Pick<PersonsDay, 'due' | 'skipped'> {
  const { turnOn, dueOn } = turn
  const one = { requirementId: requirement.id, turnOn, dueOn }
  const { send, skip } = remindersOn(turn, recordedOf(row, one, recorded), settings, today)
  return {
    due: send ? [{ ...one, kind: send }] : [],
    skipped: skip.map(({ kind, reason }) => ({ ...one, kind, reason })),
  }
}

function recordedOf(
  { person }: RosterRow,
  one: Pick<OneReminder, 'requirementId' | 'turnOn' | 'dueOn'>,
  recorded: ReminderRecord,
): IsRecorded {
  return (kind) => recorded.has(reminderKey(person.staffMemberId, { ...one, kind }))
}

export type PlannedLine = OneReminder & {
  readonly on: LocalDate
  readonly person: RosterPerson
  readonly requirementName: string
}

/** What the days from `from` through `through` will bring if nothing changes, the earliest first. */
export function reminderForecast(
  rows: readonly RosterRow[],
  recorded: ReminderRecord,
  settings: ReminderSettings,
  from: LocalDate,
  through: LocalDate,
): readonly PlannedLine[] {
  return owedRows(rows, settings)
    .flatMap(({ row, requirement, turn }) => {
      const { turnOn, dueOn } = turn
      const one = { requirementId: requirement.id, turnOn, dueOn }
      const known = recordedOf(row, one, recorded)
      return plannedFor(turn, known, settings, from, through).map(({ on, kind }) => {
        return { ...one, on, kind, person: row.person, requirementName: requirement.name }
      })
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
}
