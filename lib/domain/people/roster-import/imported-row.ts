import type { LocalDate } from '#lib/domain/calendar'
import type { EntryRefusal } from '#lib/domain/people/entries/entry'
import type { EmploymentKind, Role } from '#lib/domain/people/roles'
import type { Columns, ImportField } from '#lib/domain/people/roster-import/columns'
import { nameInOrder } from '#lib/domain/people/roster-import/name-order'
import { shownText } from '#lib/domain/people/roster-import/plain-word'
import { employmentKindOf, type RememberedWords, roleOf } from '#lib/domain/people/roster-import/post-words'
import {
  type DayOrder,
  type DayProblem,
  dayInOrder,
  isDayProblem,
} from '#lib/domain/people/roster-import/written-day'

/** What a row says about a person; null for what it does not say, which then stays as it is. */
export type ImportedPost = {
  readonly name: string | null
  /** Lower case. */
  readonly emailAddress: string | null
  readonly employeeNumber: string | null
  readonly role: Role | null
  readonly location: string | null
  readonly employmentKind: EmploymentKind | null
  readonly startedOn: LocalDate | null
  /** The last day of employment. */
  readonly endedOn: LocalDate | null
}

/** Why a row cannot be taken as it is. Rows are grouped by these. */
export type RowCause =
  | 'cells-beyond-columns'
  | 'name-missing'
  | 'text-too-long'
  | 'email-invalid'
  | 'role-unknown'
  | 'kind-unknown'
  | 'day-invalid'
  | 'day-ambiguous'
  | 'day-in-other-order'
  | 'role-missing'
  | 'start-missing'
  | 'start-too-long-ago'
  | 'start-too-far-ahead'
  | 'start-before-last-end'
  | 'start-after-end'
  | 'start-after-training'
  | 'end-before-start'
  | 'end-too-far-ahead'
  | 'ended-in-beacon'
  | 'twice-in-file'
  | 'two-people'
  | 'number-taken'
  | 'needs-administrator'
  | 'administrator-by-hand'
  | 'later-change-exists'
  | 'employment-went-on'
  | 'by-hand'

const asked: readonly RowCause[] = [
  'start-too-long-ago',
  'start-too-far-ahead',
  'start-before-last-end',
  'start-after-end',
  'start-after-training',
  'end-before-start',
  'end-too-far-ahead',
  'later-change-exists',
  'employment-went-on',
]

/** What the rules of a person's own page refuse, as the cause of a problem of a row. */
export function causeOf(refusal: EntryRefusal): RowCause {
  return asked.find((cause) => cause === refusal) ?? 'by-hand'
}

export type RowProblem = {
  readonly cause: RowCause
  readonly field: ImportField | null
  /** What stands in the cell, cut to a line. */
  readonly text: string | null
}

/** How this practice and this file write things. */
export type Reading = {
  readonly columns: Columns
  readonly dayOrder: DayOrder | null
  readonly roleWords: RememberedWords<Role>
  readonly kindWords: RememberedWords<EmploymentKind>
}

export type ReadRow = { readonly post: ImportedPost; readonly problems: readonly RowProblem[] }

const longest: Readonly<Record<ImportField, number>> = {
  name: 200,
  reversedName: 200,
  givenName: 100,
  familyName: 99,
  emailAddress: 254,
  employeeNumber: 50,
  role: 100,
  location: 100,
  employmentKind: 100,
  startedOn: 100,
  endedOn: 100,
}

// As our own forms take it.
const address = /^[a-z0-9_+-](?:[a-z0-9_'+.-]*[a-z0-9_+-])?@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/

type Parsed<Value> = { readonly value: Value } | { readonly cause: RowCause }

/** Reads the cells of one row. Every problem of the row is found, not the first alone. */
export function readRow(cells: readonly string[], reading: Reading): ReadRow {
  const problems: RowProblem[] = []
  const textOf = textsOf(cells, reading.columns, problems)
  const read = <Value>(field: ImportField, parse: (text: string) => Parsed<Value>): Value | null => {
    const text = textOf(field)
    if (text === null) return null
    const parsed = parse(text)
    if ('value' in parsed) return parsed.value
    problems.push({ cause: parsed.cause, field, text: text.slice(0, 80) })
    return null
  }
  const day = (text: string) => dayOr(dayInOrder(text, reading.dayOrder))
  const post: ImportedPost = {
    name: nameFrom(textOf),
    emailAddress: read('emailAddress', (text) => addressOr(text.toLowerCase())),
    employeeNumber: textOf('employeeNumber'),
    role: read('role', (text) => wordOr(roleOf(text, reading.roleWords), 'role-unknown')),
    location: textOf('location'),
    employmentKind: read('employmentKind', (text) =>
      wordOr(employmentKindOf(text, reading.kindWords), 'kind-unknown'),
    ),
    startedOn: read('startedOn', day),
    endedOn: read('endedOn', day),
  }
  return { post, problems }
}

function dayOr(read: LocalDate | DayProblem): Parsed<LocalDate> {
  return isDayProblem(read) ? { cause: read } : { value: read }
}

function addressOr(text: string): Parsed<string> {
  return address.test(text) && !text.includes('..') ? { value: text } : { cause: 'email-invalid' }
}

function wordOr<Value>(value: Value | undefined, cause: RowCause): Parsed<Value> {
  return value === undefined ? { cause } : { value }
}

type TextOf = (field: ImportField) => string | null

function nameFrom(textOf: TextOf): string | null {
  const reversed = textOf('reversedName')
  const whole = textOf('name') ?? (reversed === null ? null : nameInOrder(reversed))
  const parts = [whole, textOf('givenName'), textOf('familyName')].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' ')
}

/** The text of each field's cell; null for an empty one. What is too long is a problem and counts as empty. */
function textsOf(cells: readonly string[], columns: Columns, problems: RowProblem[]): TextOf {
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    problems.push({ cause: 'cells-beyond-columns', field: null, text: null })
  }
  const texts = new Map<ImportField, string>()
  columns.forEach((field, index) => {
    if (field === null) return
    const text = cellText(cells[index] ?? '')
    const isTooLong = text.length > longest[field]
    if (isTooLong) problems.push({ cause: 'text-too-long', field, text: shownText(text.slice(0, 80)) })
    else if (text !== '') texts.set(field, text)
  })
  return (field) => texts.get(field) ?? null
}

/** A cell of megabytes is not worth cleaning. */
const cellText = (cell: string) => (cell.length > 2000 ? cell : shownText(cell))
