import type { LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { assessed } from '#lib/domain/compliance/assessment'
import type { Policy } from '#lib/domain/compliance/policy'

/** The policy version in force on the day, if it asks this person: line 1 of the status. Undefined where nothing is asked. */
export function findPolicyThatAsks(history: History, on: LocalDate): Policy | undefined {
  const { duty } = assessed(history, on, undefined)
  return duty.kind === 'owed' ? duty.obligation.policy : undefined
}
