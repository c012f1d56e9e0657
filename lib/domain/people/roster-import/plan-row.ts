import { addDays, type LocalDate } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'
import { firstDayRefusal } from '#lib/domain/people/first-day'
import type { ImportField } from '#lib/domain/people/roster-import/columns'
import type {
  ImportedPost,
  ReadRow,
  RowCause,
  RowProblem,
} from '#lib/domain/people/roster-import/imported-row'
import {
  type Doubt,
  type Match,
  matchRow,
  type RowChoice,
  type StaffIndex,
} from '#lib/domain/people/roster-import/match-row'
import { plainWord } from '#lib/domain/people/roster-import/plain-word'
import { changesOf, type PostChange } from '#lib/domain/people/roster-import/post-change'
import type { StaffPost } from '#lib/domain/people/roster-import/staff-post'

/** A post as it will stand. */
export type PlannedPost = {
  readonly name: string
  readonly emailAddress: string | null
  readonly employeeNumber: string | null
  readonly role: string
  readonly employmentKind: string
  readonly location: string | null
  readonly startedOn: LocalDate
  readonly endedOn: LocalDate | null
}

export type RowWarning = 'known-by-name' | 'no-address' | 'address-kept' | 'comma-in-name' | 'namesake'

/** A last day further ahead is mistyped, as on the person's own page. */
const furthestEndDays = 366

/** What one row of a file will do. Nothing of it is written before somebody says so. */
export type RowPlan = { readonly warnings: readonly RowWarning[] } & (
  | { readonly kind: 'new'; readonly post: PlannedPost }
  /** Comes back after an employment that ended. */
  | { readonly kind: 'back'; readonly before: StaffPost; readonly post: PlannedPost }
  | { readonly kind: 'changed'; readonly before: StaffPost; readonly changes: readonly PostChange[] }
  | { readonly kind: 'unchanged'; readonly staffMemberId: StaffMemberId }
  | { readonly kind: 'left-out'; readonly why: 'by-choice' | 'left-before-today' | 'same-row-before' }
  | { readonly kind: 'undecided'; readonly doubt: Doubt; readonly candidates: readonly StaffMemberId[] }
  | { readonly kind: 'problem'; readonly problems: readonly RowProblem[] }
)

/** Somebody whom the practice has and the file has not. Nothing happens to them unless somebody ticks them. */
export type MissingPlan = {
  readonly kind: 'missing'
  readonly staffMemberId: StaffMemberId
  readonly name: string
  /** Whoever imports may not end this post, and why. */
  readonly refusal: 'administrator-by-hand' | 'needs-administrator' | null
  readonly warnings: readonly RowWarning[]
}

export type ImportPlan = RowPlan | MissingPlan

/** What every row is held beside. */
export type Setting = {
  readonly index: StaffIndex
  readonly today: LocalDate
  /** Whoever imports may move and end the posts of those who may do more than train. */
  readonly mayAdminister: boolean
}

/** What the row will do, from what it says, whom it means and what was decided about it. */
export function planRow(row: ReadRow, choice: RowChoice | null, setting: Setting): RowPlan {
  if (choice?.kind === 'leave-out') return { kind: 'left-out', why: 'by-choice', warnings: [] }
  if (row.problems.length > 0) return { kind: 'problem', problems: row.problems, warnings: [] }
  const match = matchRow(row.post, setting.index, choice)
  switch (match.kind) {
    case 'two-people':
      return problem('two-people', 'employeeNumber', row.post.employeeNumber)
    case 'doubt': {
      const candidates = match.candidates.map(({ staffMemberId }) => staffMemberId)
      return { kind: 'undecided', doubt: match.doubt, candidates, warnings: [] }
    }
    case 'nobody':
      return choice === null ? withNamesake(planNew(row.post, setting), setting) : planNew(row.post, setting)
    case 'one':
      return match.post.isHidden ? planNew(row.post, setting) : planKnown(row.post, match, setting)
  }
}

export function problem(cause: RowCause, field: ImportField | null, text: string | null): RowPlan {
  return { kind: 'problem', problems: [{ cause, field, text }], warnings: [] }
}

function planNew(row: ImportedPost, { today, index }: Setting): RowPlan {
  const problems = [...missingOf(row), ...dayProblems(row, row.startedOn, today)]
  const { name, role, startedOn, endedOn, emailAddress, employeeNumber } = row
  const holder = employeeNumber === null ? undefined : index.byNumber.get(employeeNumber)
  if (holder) problems.push({ cause: 'number-taken', field: 'employeeNumber', text: employeeNumber })
  if (problems.length > 0 || name === null || role === null || startedOn === null) {
    return { kind: 'problem', problems, warnings: [] }
  }
  if (endedOn !== null && endedOn < today) return { kind: 'left-out', why: 'left-before-today', warnings: [] }
  const employmentKind = row.employmentKind ?? 'employee'
  const { location } = row
  const post = { name, emailAddress, employeeNumber, role, employmentKind, location, startedOn, endedOn }
  const warnings: RowWarning[] = emailAddress === null ? ['no-address'] : []
  return { kind: 'new', post, warnings: [...warnings, ...commaIn(name)] }
}

/** An address that nobody has here is a person of their own, and perhaps the new address of one who is here. */
function withNamesake(plan: RowPlan, { index }: Setting): RowPlan {
  if (plan.kind !== 'new' || !index.byName.has(plainWord(plan.post.name))) return plan
  return { ...plan, warnings: [...plan.warnings, 'namesake'] }
}

/** Perhaps the last name stands first, which nobody wants on a certificate. */
const commaIn = (name: string | null): RowWarning[] => (name?.includes(',') ? ['comma-in-name'] : [])

function missingOf({ name, role, startedOn }: ImportedPost): RowProblem[] {
  return [
    ...(name === null ? [{ cause: 'name-missing', field: 'name', text: null } as const] : []),
    ...(role === null ? [{ cause: 'role-missing', field: 'role', text: null } as const] : []),
    ...(startedOn === null ? [{ cause: 'start-missing', field: 'startedOn', text: null } as const] : []),
  ]
}

/** What the days themselves forbid, whoever it is. */
function dayProblems(row: ImportedPost, startedOn: LocalDate | null, today: LocalDate): RowProblem[] {
  const problems: RowProblem[] = []
  const mistyped = row.startedOn === null ? undefined : firstDayRefusal(row.startedOn, today)
  if (mistyped) problems.push({ cause: mistyped, field: 'startedOn', text: row.startedOn })
  const { endedOn } = row
  if (endedOn === null) return problems
  if (startedOn !== null && endedOn < startedOn) {
    problems.push({ cause: 'end-before-start', field: 'endedOn', text: endedOn })
  }
  if (endedOn > addDays(today, furthestEndDays)) {
    problems.push({ cause: 'end-too-far-ahead', field: 'endedOn', text: endedOn })
  }
  return problems
}

type Known = Extract<Match, { kind: 'one' }>

function planKnown(row: ImportedPost, match: Known, setting: Setting): RowPlan {
  const { post: before } = match
  const { today } = setting
  const holder = setting.index.byNumber.get(row.employeeNumber ?? '')
  if (holder && holder !== before) return problem('number-taken', 'employeeNumber', row.employeeNumber)
  const problems = dayProblems(row, row.startedOn ?? before.startedOn, today)
  if (problems.length > 0) return { kind: 'problem', problems, warnings: [] }
  const { endedOn } = before
  if (endedOn === null || endedOn >= today) return planChanges(row, match, setting)
  if (row.startedOn !== null && endedOn < row.startedOn) {
    return planBack(row, before, setting, warningsOf(row, match))
  }
  // A file that still has somebody who left says nothing of a return: which is right is somebody's to say.
  if (row.endedOn !== endedOn) return problem('ended-in-beacon', 'startedOn', endedOn)
  return planChanges(row, match, setting)
}

function planChanges(row: ImportedPost, match: Known, setting: Setting): RowPlan {
  const { post: before } = match
  const changes = changesOf(before, row)
  if (changes.length === 0) {
    return { kind: 'unchanged', staffMemberId: before.staffMemberId, warnings: [] }
  }
  const refusal = rightsRefusal(before, changes, setting)
  const renamed = changes.some(({ field }) => field === 'name') ? row.name : null
  const warnings = [...warningsOf(row, match), ...commaIn(renamed)]
  return refusal ?? { kind: 'changed', before, changes, warnings }
}

function planBack(
  row: ImportedPost,
  before: StaffPost,
  { today, mayAdminister }: Setting,
  warnings: readonly RowWarning[],
): RowPlan {
  const { startedOn, endedOn } = row
  if (startedOn === null || (endedOn !== null && endedOn < today)) {
    return { kind: 'left-out', why: 'left-before-today', warnings: [] }
  }
  // Whoever comes back comes back to train: what else they may do is an administrator's to give again.
  if (!before.mayOnlyTrain && !mayAdminister) return problem('needs-administrator', null, null)
  const post = {
    name: row.name ?? before.name,
    emailAddress: before.emailAddress,
    employeeNumber: row.employeeNumber ?? before.employeeNumber,
    role: row.role ?? before.role,
    employmentKind: row.employmentKind ?? before.employmentKind,
    location: row.location ?? before.location,
    startedOn,
    endedOn,
  }
  return { kind: 'back', before, post, warnings }
}

function warningsOf(row: ImportedPost, { by, post }: Known): RowWarning[] {
  if (by === 'name-and-day') return ['known-by-name']
  const isOther = row.emailAddress !== null && row.emailAddress !== post.emailAddress
  return by === 'choice' && isOther ? ['address-kept'] : []
}

/** As on the person's own page: the post of who may do more than train is an administrator's to move and to end. */
function rightsRefusal(
  before: StaffPost,
  changes: readonly PostChange[],
  { mayAdminister }: Setting,
): RowPlan | undefined {
  const isMoved = changes.some(({ field }) => field === 'startedOn' || field === 'endedOn')
  const refusal = isMoved ? endingRefusal(before, mayAdminister) : null
  return refusal ? problem(refusal, null, null) : undefined
}

/** Why whoever imports may not move or end a post. */
export function endingRefusal(
  { administers, mayOnlyTrain }: StaffPost,
  mayAdminister: boolean,
): 'administrator-by-hand' | 'needs-administrator' | null {
  if (administers) return 'administrator-by-hand'
  return mayOnlyTrain || mayAdminister ? null : 'needs-administrator'
}

/** Whether somebody whom a file leaves out may still be ended by who confirmed it. */
export function mayStillEnd(post: StaffPost | undefined, mayAdminister: boolean): boolean {
  return post !== undefined && endingRefusal(post, mayAdminister) === null
}
