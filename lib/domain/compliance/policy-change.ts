import { type LocalDate, laterOf } from '#lib/domain/calendar'
import type { ComplianceAnswer, History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { Policy } from '#lib/domain/compliance/policy'

/** Where somebody stands on a day with the versions as they are, and with one more. */
export type ChangedStanding = {
  readonly on: LocalDate
  readonly before: ComplianceAnswer
  readonly after: ComplianceAnswer
}

/**
 * What one more version of a policy would change for a person on the first day on which it can: today, the day from which it
 * holds, or the first day of work, whichever is latest. Null where it changes neither status nor any date (rule 11).
 */
export function findChange(
  history: History,
  version: Policy,
  today: LocalDate,
  startedOn: LocalDate,
): ChangedStanding | null {
  const on = laterOf(laterOf(today, version.effectiveOn), startedOn)
  const before = complianceStatus(history, on)
  const after = complianceStatus({ ...history, policies: [...history.policies, version] }, on)
  const told = ['status', 'dueOn', 'validThrough', 'opensOn', 'authority'] as const
  return told.some((name) => before[name] !== after[name]) ? { on, before, after } : null
}
