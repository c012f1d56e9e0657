import { addDays, type LocalDate } from '#lib/domain/calendar'
import type { ComplianceStatus, DecidingRule } from '#lib/domain/compliance/answer'
import { type Excuse, findExcuseOn } from '#lib/domain/compliance/leave'
import type { OwedDates } from '#lib/domain/compliance/owed-dates'
import type { Policy } from '#lib/domain/compliance/policy'
import type { Standing } from '#lib/domain/compliance/standing-record'

export type Line = {
  readonly status: ComplianceStatus
  readonly rule: DecidingRule
  /** Facts that decided beside those that the dates rest on. */
  readonly ids: readonly string[]
  readonly excusedThrough: LocalDate | null
  readonly graceThrough: LocalDate | null
}

export type Question = {
  readonly asOf: LocalDate
  readonly policy: Policy
  readonly standing: Standing
  readonly dates: OwedDates
  readonly leaves: readonly Excuse[]
  readonly exemptions: readonly Excuse[]
}

/** Lines 2 to 7 of the specification: the first that fits the day decides. Line 1 is `dutyOn`. */
export function statusLine(question: Question): Line {
  return excusedLine(question) ?? validLine(question) ?? aheadLine(question) ?? pastLine(question)
}

const line = (status: ComplianceStatus, rule: DecidingRule, rest: Partial<Line> = {}): Line => ({
  ids: [],
  excusedThrough: null,
  graceThrough: null,
  ...rest,
  status,
  rule,
})

/** Lines 2 and 3. */
function excusedLine({ asOf, leaves, exemptions }: Question): Line | null {
  const leave = findExcuseOn(leaves, asOf)
  if (leave) return line('on-leave', 'on-leave', { ids: leave.ids, excusedThrough: leave.through })
  const exemption = findExcuseOn(exemptions, asOf)
  return exemption
    ? line('exempt', 'exempt', { ids: exemption.ids, excusedThrough: exemption.through })
    : null
}

/** Line 4, unless a material change's update is overdue (rule 9). */
function validLine({ asOf, dates, standing: { earned } }: Question): Line | null {
  if (!earned || isUpdateOverdue(dates, asOf)) return null
  if (earned.validThrough === null) return line('compliant', 'completed-for-good')
  if (asOf > earned.validThrough) return null
  const isOpen = dates.opensOn !== null && asOf >= dates.opensOn
  return isOpen ? line('renewal-open', 'renewal-window-open') : line('compliant', 'valid')
}

/** Line 5. */
function aheadLine({ asOf, dates, standing: { earned, cycle } }: Question): Line | null {
  if (earned || dates.dueOn === null || asOf > dates.dueOn) return null
  const begun = cycle.firstBegun
  return begun
    ? line('in-progress', 'begun-first-due-ahead', { ids: begun.ids })
    : line('not-started', 'first-due-ahead')
}

/** Lines 6 and 7. Where both the renewal and an update are late, the worse of the two. */
function pastLine({ asOf, dates, policy, standing: { earned } }: Question): Line {
  const { dueOn, update } = dates
  const graceAfter = (due: LocalDate) => addDays(due, policy.graceDays)
  if (update && isUpdateOverdue(dates, asOf)) {
    const graceThrough = graceAfter(update.on)
    if (asOf > graceThrough) return line('lapsed', 'update-missed', { graceThrough })
    if (isStillInTime(dates, graceAfter, asOf))
      return line('in-grace', 'in-grace-after-update-due', { graceThrough })
  }
  const graceThrough = dueOn && graceAfter(dueOn)
  if (graceThrough !== null && asOf <= graceThrough)
    return line('in-grace', inGraceRule(dates, asOf), { graceThrough })
  return earned
    ? line('lapsed', 'expired', { graceThrough })
    : line('overdue', 'never-completed', { graceThrough })
}

function isUpdateOverdue({ update }: OwedDates, asOf: LocalDate): boolean {
  return update !== null && asOf > update.on
}

/** Whether the renewal itself is no worse than in grace. */
function isStillInTime(
  { dueOn }: OwedDates,
  graceAfter: (due: LocalDate) => LocalDate,
  asOf: LocalDate,
): boolean {
  return dueOn === null || asOf <= graceAfter(dueOn)
}

function inGraceRule({ extension, back }: OwedDates, asOf: LocalDate): DecidingRule {
  if (extension && asOf <= extension.on) return 'extended'
  if (back && asOf <= back.on) return 'returned-from-leave'
  return 'in-grace-after-due'
}
