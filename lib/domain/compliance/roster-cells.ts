import type { LocalDate } from '#lib/domain/calendar'
import { reasonsFor } from '#lib/domain/compliance/reasons'
import type { RosterRow } from '#lib/domain/compliance/roster'

/** What every file of a table of people and requirements has in common, in this order. */
export const rosterColumns = [
  'person',
  'role',
  'kind',
  'location',
  'requirement',
  'status',
  'dueOn',
  'validThrough',
  'because',
] as const

/** The reader's language: what a name of ours is called there, and how it writes a sentence of reasons. */
export type RosterWords<Column extends string> = {
  readonly column: (name: Column) => string
  readonly role: (role: string) => string
  readonly employmentKind: (kind: string) => string
  readonly status: (status: string) => string
  readonly reason: (name: string, dates: Readonly<Record<string, LocalDate>>) => string
}

/** The cells of `rosterColumns`, of a line that says where somebody stands on the day. Days are year-month-day. */
export function rosterCells(
  { person, requirement, answer }: RosterRow,
  words: Omit<RosterWords<never>, 'column'>,
  on: LocalDate,
): readonly (string | null)[] {
  const reasons = answer ? reasonsFor(answer, person, on) : []
  return [
    person.name,
    words.role(person.role),
    words.employmentKind(person.employmentKind),
    person.location,
    requirement?.name ?? null,
    answer && words.status(answer.status),
    answer?.dueOn ?? null,
    answer?.validThrough ?? null,
    reasons.map(({ name, dates }) => words.reason(name, dates)).join(' '),
  ]
}
