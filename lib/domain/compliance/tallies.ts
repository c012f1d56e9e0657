import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceStatus } from '#lib/domain/compliance/answer'
import { urgency } from '#lib/domain/compliance/projection'
import {
  allRule,
  type GroupRule,
  groupRule,
  type RosterGroup,
  rosterGroups,
} from '#lib/domain/compliance/roster'

/** How many lines each tally has on a day, by its name. */
export type Tallies = ReadonlyMap<string, number>

/** How many lines of a group stand in one status. */
function countIn(tallies: Tallies, rule: GroupRule, status: ComplianceStatus): number {
  return tallies.get(tallyOf(rule, status)) ?? 0
}

/** The name under which the projection keeps that count. */
function tallyOf({ dueByOn, isNeverBegun, ends, owesUpdate }: GroupRule, status: ComplianceStatus): string {
  if (dueByOn !== null && status !== 'renewal-open') return `soon ${status}`
  if (isNeverBegun) return `never ${status}`
  if (owesUpdate) return `update ${status}`
  if (ends !== null) return `ends ${quarterOf(ends.fromOn)} ${status}`
  return status
}

const quarterOf = (day: LocalDate) => `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** How many lines a rule leaves. */
export function linesIn(tallies: Tallies, rule: GroupRule): number {
  return rule.statuses.reduce((sum, status) => sum + countIn(tallies, rule, status), 0)
}

/** All lines together. */
export function linesOf(tallies: Tallies): number {
  return linesIn(tallies, allRule)
}

export function groupCounts(tallies: Tallies, today: LocalDate): Record<RosterGroup, number> {
  const counts = rosterGroups.map((group) => [group, linesIn(tallies, groupRule(group, today))])
  return Object.fromEntries(counts) as Record<RosterGroup, number>
}

/** A stretch of lines in one status: so many to pass over, so many to take. */
export type Stretch = { readonly urgency: number; readonly skip: number; readonly take: number }

/** Where in the order of urgency the lines of a page stand, from the counts alone. */
export function stretchesOf(
  tallies: Tallies,
  rule: GroupRule,
  { skip, take }: { readonly skip: number; readonly take: number },
): readonly Stretch[] {
  const stretches: Stretch[] = []
  let toSkip = skip
  let toTake = take
  for (const status of urgency.filter((each) => rule.statuses.includes(each))) {
    const count = countIn(tallies, rule, status)
    const here = Math.max(0, Math.min(toTake, count - toSkip))
    if (here > 0) stretches.push({ urgency: urgency.indexOf(status), skip: toSkip, take: here })
    toSkip = Math.max(0, toSkip - count)
    toTake -= here
  }
  return stretches
}
