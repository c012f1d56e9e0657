import {
  addDays,
  addMonths,
  type Instant,
  isMonthDay,
  type LocalDate,
  localDateFrom,
  type MonthDay,
} from '#lib/domain/calendar'
import type { ComplianceStatus, History } from '#lib/domain/compliance/answer'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import type { Policy } from '#lib/domain/compliance/policy'
import { findPolicyInForce, policyVersions } from '#lib/domain/compliance/policy-versions'
import { type StatusSpan, statusSpans } from '#lib/domain/compliance/status-spans'
import type { Tallies } from '#lib/domain/compliance/tallies'
import { invariant } from '#lib/domain/invariant'

// What would be, if nobody did anything, or if a rule or the staff were others. Nothing here is ever stored.

/** How many lines stand how on a day. Whoever is asked nothing is not counted. */
export type Outlook = {
  readonly on: LocalDate
  readonly current: number
  readonly late: number
  readonly ahead: number
  readonly away: number
}

type Column = Exclude<keyof Outlook, 'on'>

const columnOf: Readonly<Record<ComplianceStatus, Column | null>> = {
  compliant: 'current',
  'renewal-open': 'current',
  'in-grace': 'late',
  overdue: 'late',
  lapsed: 'late',
  'not-started': 'ahead',
  'in-progress': 'ahead',
  'on-leave': 'away',
  exempt: 'away',
  'not-required': null,
}

/** The day itself and the first days of the twelve months after it. */
export function outlookDays(today: LocalDate): readonly LocalDate[] {
  const firstOfMonth = addDays(today, 1 - Number(today.slice(8)))
  return [today, ...Array.from({ length: 12 }, (_, index) => addMonths(firstOfMonth, index + 1))]
}

const nothing = { current: 0, late: 0, ahead: 0, away: 0 }

/** Out of the counts of a day as they are kept. */
export function outlookOf(on: LocalDate, tallies: Tallies): Outlook {
  const counts = { ...nothing }
  for (const [status, column] of Object.entries(columnOf)) {
    if (column) counts[column] += tallies.get(status) ?? 0
  }
  return { on, ...counts }
}

/** Out of the spans of lines, one after the other. */
export function outlookOfSpans(on: LocalDate, lines: readonly (readonly StatusSpan[])[]): Outlook {
  const counts = { ...nothing }
  for (const spans of lines) {
    const span = spans.find(({ from, through }) => from <= on && (through === null || on <= through))
    const column = span && columnOf[span.answer.status]
    if (column) counts[column] += 1
  }
  return { on, ...counts }
}

export function added(outlook: Outlook, more: Outlook, times: number): Outlook {
  const { on, current, late, ahead, away } = outlook
  return {
    on,
    current: current + more.current * times,
    late: late + more.late * times,
    ahead: ahead + more.ahead * times,
    away: away + more.away * times,
  }
}

/** Nobody would have to repeat within half a year only because the calendar says so. */
const minimumValidityMonths = 6

/**
 * The policies as if, from the day on, whatever is renewed were due on the last day of one month, for what was completed
 * before too. Null where the requirement is not renewed, or not in force.
 */
export function movedToMonth(
  policies: readonly Policy[],
  month: number,
  { today, now }: Day,
): readonly Policy[] | null {
  const inForce = findPolicyInForce(policyVersions(policies, today, undefined), today)
  if (!inForce || inForce.cadence === 'once') return null
  const { periodMonths } = inForce
  const fixedDate = lastDayOf(month)
  const moved: Policy = {
    ...inForce,
    id: 'what-if',
    effectiveOn: today,
    recordedAt: now,
    cadence: 'fixed-date',
    fixedDate,
    periodMonths,
    minimumValidityMonths,
    appliesTo: 'all',
  }
  return [...policies.filter(({ effectiveOn }) => effectiveOn <= today), moved]
}

/** February ends on the 29th, which a common year reads as the 28th. */
function lastDayOf(month: number): MonthDay {
  const last = addDays(addMonths(localDateFrom('2024-01-01'), month), -1)
  const day = last.slice(5)
  invariant(isMonthDay(day), 'a month has a last day')
  return day
}

type Day = { readonly today: LocalDate; readonly now: Instant }

/** One line under other rules: its spans, and its due date now and then. */
export type MovedLine = {
  readonly spans: readonly StatusSpan[]
  readonly before: LocalDate | null
  readonly after: LocalDate | null
}

/** What is not renewed stays as it is. */
export function lineMovedToMonth(history: History, month: number, { today, now }: Day): MovedLine {
  const policies = movedToMonth(history.policies, month, { today, now })
  const spans = statusSpans(policies ? { ...history, policies } : history, today)
  const after = dueIn(spans)
  const before = policies ? dueIn(statusSpans(history, today, { upTo: today })) : after
  return { spans, before, after }
}

const dueIn = (spans: readonly StatusSpan[]) => spans[0]?.answer.dueOn ?? null

export type Hire = { readonly role: string; readonly on: LocalDate }

/** What somebody who does not exist would owe: spans from the first day of work, or from today where that is later. */
export function spansOfHire(
  { zone, policies }: Pick<History, 'zone' | 'policies'>,
  { role, on }: Hire,
  { today, now }: Day,
): readonly StatusSpan[] {
  const recorded = { recordedAt: now, effectiveOn: on }
  const events: EvidenceEvent[] = [
    { ...recorded, id: 'what-if-hire', kind: 'employed' },
    { ...recorded, id: 'what-if-role', kind: 'role-started', role },
    { ...recorded, id: 'what-if-kind', kind: 'employment-kind-set', employmentKind: 'employee' },
  ]
  return statusSpans({ zone, policies, events }, on < today ? on : today)
}

/** The first date that somebody would owe; null where nothing is asked of them. */
export function firstDueOf(spans: readonly StatusSpan[]): LocalDate | null {
  return spans.find(({ answer }) => answer.status !== 'not-required')?.answer.dueOn ?? null
}
