import { addDays, type LocalDate, weekdayOf } from '#lib/domain/calendar'
import { groupsOf, type RosterRow } from '#lib/domain/compliance/roster'

/** The Monday of the day's week. */
export function weekOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day))
}

/** What the weekly mail counts: lines of the dashboard, one for each person and requirement. */
export type DigestCounts = {
  readonly late: number
  readonly grace: number
  readonly soon: number
  readonly current: number
}

export function digestCounts(rows: readonly RosterRow[], today: LocalDate): DigestCounts {
  const groups = rows.map((row) => groupsOf(row, today))
  const count = (group: 'overdue' | 'in-grace' | 'due-soon' | 'current') =>
    groups.filter((each) => each.includes(group)).length
  return {
    late: count('overdue'),
    grace: count('in-grace'),
    soon: count('due-soon'),
    current: count('current'),
  }
}
