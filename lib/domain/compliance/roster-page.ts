import type { LocalDate } from '#lib/domain/calendar'
import { urgency } from '#lib/domain/compliance/projection'
import { groupsOf, type RosterGroup, type RosterRow, rosterGroups } from '#lib/domain/compliance/roster'

export const rosterSorts = ['urgency', 'name', 'role', 'status', 'due', 'through'] as const
export type RosterSort = (typeof rosterSorts)[number]

export type RosterQuery = {
  readonly group: RosterGroup | null
  readonly requirementId: string | null
  readonly role: string | null
  readonly location: string | null
  readonly employmentKind: string | null
  /** A part of a name, in any case. */
  readonly search: string
  readonly sort: RosterSort
  readonly descending: boolean
  /** 1 for the first. */
  readonly page: number
}

/** Everybody, what needs a manager first, first. */
export const plainRosterQuery: RosterQuery = {
  group: null,
  requirementId: null,
  role: null,
  location: null,
  employmentKind: null,
  search: '',
  sort: 'urgency',
  descending: false,
  page: 1,
}

export type RosterPage = {
  /** How many rows each group has, under every other filter. */
  readonly counts: Readonly<Record<RosterGroup, number>>
  /** What those counts are of: a line for each person and requirement, under every other filter. */
  readonly counted: { readonly people: number; readonly lines: number }
  readonly rows: readonly RosterRow[]
  /** Rows on all pages together. */
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** The part of the roster that the query asks for, and the counts beside it. A page beyond the last is the last. */
export function rosterPage(
  rows: readonly RosterRow[],
  query: RosterQuery,
  today: LocalDate,
  pageSize: number,
): RosterPage {
  const among = rows.filter((row) => matches(row, query))
  const { group } = query
  const chosen = group ? among.filter((row) => groupsOf(row, today).includes(group)) : among
  const pages = Math.max(1, Math.ceil(chosen.length / pageSize))
  const page = Math.min(query.page, pages)
  const sorted = sortRoster(chosen, query)
  return {
    counts: countGroups(among, today),
    counted: {
      people: new Set(among.map(({ person }) => person.staffMemberId)).size,
      lines: among.length,
    },
    rows: sorted.slice((page - 1) * pageSize, page * pageSize),
    total: chosen.length,
    page,
    pages,
  }
}

function matches({ person, requirement }: RosterRow, query: RosterQuery): boolean {
  if (query.requirementId !== null && requirement?.id !== query.requirementId) return false
  if (query.role !== null && person.role !== query.role) return false
  if (query.location !== null && person.location !== query.location) return false
  if (query.employmentKind !== null && person.employmentKind !== query.employmentKind) return false
  return person.name.toLowerCase().includes(query.search.toLowerCase())
}

function countGroups(rows: readonly RosterRow[], today: LocalDate): Record<RosterGroup, number> {
  const counts = Object.fromEntries(rosterGroups.map((group) => [group, 0])) as Record<RosterGroup, number>
  for (const row of rows) for (const group of groupsOf(row, today)) counts[group] += 1
  return counts
}

const byName = new Intl.Collator('en')

/** Sorted as asked; rows that are alike in that stand by name. Rows without the date asked for stand last. */
export function sortRoster(
  rows: readonly RosterRow[],
  { sort, descending }: Pick<RosterQuery, 'sort' | 'descending'>,
): readonly RosterRow[] {
  const direction = descending ? -1 : 1
  return rows
    .map((row) => ({ row, key: keyOf(row, sort) }))
    .toSorted((a, b) => compareKeys(a.key, b.key, direction) || compareNames(a.row, b.row))
    .map(({ row }) => row)
}

function compareNames(a: RosterRow, b: RosterRow): number {
  const names = byName.compare(a.person.name, b.person.name)
  return names || byName.compare(a.requirement?.name ?? '', b.requirement?.name ?? '')
}

function keyOf(row: RosterRow, sort: RosterSort): string | null {
  const { answer, person } = row
  const rank = String(answer ? urgency.indexOf(answer.status) : urgency.length).padStart(2, '0')
  switch (sort) {
    case 'urgency':
      return `${rank} ${answer?.dueOn ?? '9999'}`
    case 'status':
      return rank
    case 'name':
      return person.name
    case 'role':
      return person.role
    case 'due':
      return answer?.dueOn ?? null
    case 'through':
      return answer?.validThrough ?? null
  }
}

function compareKeys(a: string | null, b: string | null, direction: number): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return byName.compare(a, b) * direction
}
