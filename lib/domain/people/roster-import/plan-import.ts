import type { StaffMemberId } from '#lib/domain/ids'
import { type Reading, type ReadRow, readRow } from '#lib/domain/people/roster-import/imported-row'
import { matchRow, type RowChoice, type StaffIndex } from '#lib/domain/people/roster-import/match-row'
import { planRow, problem, type RowPlan, type Setting } from '#lib/domain/people/roster-import/plan-row'

/** A row of the file: its number there, the header's being 1, and its cells. */
export type FileRow = {
  readonly number: number
  readonly cells: readonly string[]
  readonly choice: RowChoice | null
}

export type PlannedRow = {
  readonly number: number
  readonly plan: RowPlan
  /** Whom of the practice's people the row means or may mean, whatever becomes of it. */
  readonly means: readonly StaffMemberId[]
}

/**
 * What a whole file will do. Rows that say the very same are one person; rows that mean one person and say different things
 * are all problems, since nobody knows which is right.
 */
export function planImport(
  rows: readonly FileRow[],
  reading: Reading,
  setting: Setting,
): readonly PlannedRow[] {
  const read = rows.map((row) => ({ ...row, row: readRow(row.cells, reading) }))
  const planned = read.map(({ number, row, choice }) => {
    return { number, row, choice, plan: planRow(row, choice, setting) }
  })
  const byPerson = Map.groupBy(planned, ({ row, plan }) => personKey(row, plan))
  const settled = new Map<number, RowPlan>()
  for (const [key, group] of byPerson) {
    if (key !== null && group.length > 1) settleGroup(group, settled)
  }
  settleNumbers(
    planned.filter(({ number }) => !settled.has(number)),
    settled,
  )
  return planned.map(({ number, row, plan, choice }) => {
    return { number, plan: settled.get(number) ?? plan, means: meantBy(row, choice, setting.index) }
  })
}

function meantBy({ post }: ReadRow, choice: RowChoice | null, index: StaffIndex): StaffMemberId[] {
  const match = matchRow(post, index, choice)
  if (match.kind === 'one') return [match.post.staffMemberId]
  return match.kind === 'doubt' ? match.candidates.map(({ staffMemberId }) => staffMemberId) : []
}

type Planned = { readonly number: number; readonly row: ReadRow; readonly plan: RowPlan }

function settleGroup(group: readonly Planned[], settled: Map<number, RowPlan>): void {
  const said = new Set(group.map(({ row }) => JSON.stringify(row.post)))
  for (const [index, { number, row }] of group.entries()) {
    if (said.size > 1) settled.set(number, problem('twice-in-file', null, row.post.emailAddress))
    else if (index > 0) settled.set(number, { kind: 'left-out', why: 'same-row-before', warnings: [] })
  }
}

/** An employee number is one person's: of two people who are to get the same one, nobody knows whose it is. */
function settleNumbers(planned: readonly Planned[], settled: Map<number, RowPlan>): void {
  const writing = planned.filter(({ plan }) => ['new', 'back', 'changed'].includes(plan.kind))
  for (const [key, group] of Map.groupBy(writing, ({ row }) => row.post.employeeNumber)) {
    if (key === null || group.length === 1) continue
    for (const { number } of group) settled.set(number, problem('number-taken', 'employeeNumber', key))
  }
}

/** Rows of one key mean one person. Null for a row that will do nothing. */
function personKey({ post }: ReadRow, plan: RowPlan): string | null {
  switch (plan.kind) {
    case 'problem':
    case 'undecided':
    case 'left-out':
      return null
    case 'unchanged':
      return plan.staffMemberId
    case 'back':
    case 'changed':
      return plan.before.staffMemberId
    case 'new':
      return post.emailAddress ?? post.employeeNumber ?? `${post.name} ${post.startedOn}`
  }
}
