import { addMonths, type LocalDate } from '#lib/domain/calendar'

export type FirstDayRefusal = 'start-too-long-ago' | 'start-too-far-ahead'

const furthestBackMonths = 80 * 12
const furthestAheadMonths = 2 * 12

/** Nobody has worked for longer than eighty years, nor is hired more than two years ahead: such a day is mistyped. */
export function firstDayRefusal(startedOn: LocalDate, today: LocalDate): FirstDayRefusal | undefined {
  if (startedOn < addMonths(today, -furthestBackMonths)) return 'start-too-long-ago'
  return startedOn > addMonths(today, furthestAheadMonths) ? 'start-too-far-ahead' : undefined
}

/** Whether the day is more than a year ago: right for people who are here already, and worth a second look. */
export function isLongAgo(startedOn: LocalDate, today: LocalDate): boolean {
  return startedOn < addMonths(today, -12)
}
