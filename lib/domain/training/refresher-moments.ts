import { addDays, addMonths, type LocalDate } from '#lib/domain/calendar'

/** How many months after a completed track somebody is offered a short review. */
export const refresherMoments = [1, 3, 6] as const
export type RefresherMoment = (typeof refresherMoments)[number]

/** For so many days after its day a moment is still made up for, where nobody could be written to on the day itself. */
export const daysLate = 14

/** So many days lie between two offers to one person, whatever they completed. */
export const daysApart = 7

export type OfferedMoment = { readonly moment: RefresherMoment; readonly dueOn: LocalDate }

/**
 * The moment of a turn that is to be offered today, in the practice's zone: the one whose day has come and is not long over,
 * unless it was offered. Moments are further apart than they may be late, so that there is one at most, and whoever comes
 * back after months is offered one and not three.
 */
export function momentOn(
  turn: { readonly completedOn: LocalDate; readonly offered: readonly number[] },
  today: LocalDate,
): OfferedMoment | null {
  const moment = refresherMoments.findLast((months) => addMonths(turn.completedOn, months) <= today)
  if (moment === undefined || turn.offered.includes(moment)) return null
  const dueOn = addMonths(turn.completedOn, moment)
  return today <= addDays(dueOn, daysLate) ? { moment, dueOn } : null
}

/** Completions on these days, both included, may have a moment today. The widest span: `momentOn` decides. */
export function completionsToLookAt(today: LocalDate): {
  readonly from: LocalDate
  readonly through: LocalDate
} {
  // A day beyond: months are clamped at their end, so that going back need not lead to where going forth began.
  return { from: addDays(addMonths(today, -6), -daysLate - 3), through: addDays(addMonths(today, -1), 3) }
}
