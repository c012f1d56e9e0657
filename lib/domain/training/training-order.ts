import { addDays, type LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'

/** The parts of the learner's list, in the order in which they ask for attention. */
export const urgencies = [
  'overdue',
  'due-soon',
  'in-progress',
  'later',
  'done',
  'paused',
  'not-asked',
] as const
export type Urgency = (typeof urgencies)[number]

/** A due date as near as this stands under "due soon", the last day included. */
const soonDays = 30

/** Where the update of a changed track stands in the list of somebody who is current: it asks for work all the same. */
export function updateUrgency(by: LocalDate, today: LocalDate): Urgency {
  return by <= addDays(today, soonDays) ? 'due-soon' : 'later'
}

/** Where an obligation stands in its holder's list. Grace is over the due date, so it counts as overdue here. */
export function urgencyOf(
  answer: Pick<ComplianceAnswer, 'status' | 'dueOn'>,
  hasBegun: boolean,
  today: LocalDate,
): Urgency {
  switch (answer.status) {
    case 'in-grace':
    case 'overdue':
    case 'lapsed':
      return 'overdue'
    case 'not-started':
    case 'in-progress':
    case 'renewal-open':
      if (answer.dueOn !== null && answer.dueOn <= addDays(today, soonDays)) return 'due-soon'
      return hasBegun ? 'in-progress' : 'later'
    case 'compliant':
      return 'done'
    case 'exempt':
    case 'on-leave':
      return 'paused'
    case 'not-required':
      return 'not-asked'
  }
}

type Placed = { readonly urgency: Urgency; readonly answer: Pick<ComplianceAnswer, 'dueOn'> | null }

/** The most pressing first; within one urgency by due date, those without one last. */
export function byUrgency(a: Placed, b: Placed): number {
  const rank = urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency)
  if (rank !== 0) return rank
  const [dueA, dueB] = [a.answer?.dueOn ?? '9999', b.answer?.dueOn ?? '9999']
  if (dueA === dueB) return 0
  return dueA < dueB ? -1 : 1
}

/** Whether the list should lead to it as the next thing to do. */
export function asksForWork(urgency: Urgency): boolean {
  return ['overdue', 'due-soon', 'in-progress', 'later'].includes(urgency)
}
