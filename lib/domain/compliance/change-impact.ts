import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer, History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { Superseded } from '#lib/domain/compliance/evidence'

/** What somebody would owe, and where they stand that day without and with the change. */
export type Impact = {
  /** The last day for what they would owe. */
  readonly by: LocalDate
  readonly before: ComplianceAnswer
  readonly after: ComplianceAnswer
}

/**
 * What one person would owe from `today` on if these versions were published now (rule 9): the update of a material change, its
 * dates unmoved, or another completion by the day to which a critical change cuts what was earned. Null where nothing: who has
 * completed nothing yet takes the newest version anyhow, and what was earned in the renewal's own track is bound by that alone.
 */
export function impactOf(history: History, changes: readonly Superseded[], today: LocalDate): Impact | null {
  const after = complianceStatus({ ...history, events: [...history.events, ...changes] }, today)
  const before = complianceStatus(history, today)
  const isCut = after.validThrough !== before.validThrough
  const by = isCut ? after.dueOn : after.because.updateDueOn
  return by === null ? null : { by, before, after }
}

/** How many it is, for who may not see how somebody stands: in fives, below which nothing is said. */
export function countInFives(people: number): number {
  return people - (people % 5)
}
