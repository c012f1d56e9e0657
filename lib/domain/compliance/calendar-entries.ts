import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'

/** A whole day in somebody's calendar. It says what is to be done and neither of what nor where. */
export type CalendarEntry = {
  /** The same for the same turn and kind, so that a calendar moves an entry and does not double it. */
  readonly id: string
  readonly kind: 'due' | 'opens'
  readonly on: LocalDate
}

type Dated = Pick<ComplianceAnswer, 'status' | 'dueOn' | 'opensOn' | 'validThrough'> & {
  readonly because: Pick<ComplianceAnswer['because'], 'baselineDueOn'>
}

/** The due date, and the day on which renewal opens where that is another one. Nothing where nothing is asked now. */
export function calendarEntries(
  answer: Dated,
  idOf: (kind: CalendarEntry['kind'], turnOn: LocalDate) => string,
): readonly CalendarEntry[] {
  const { status, dueOn, opensOn, validThrough, because } = answer
  if (status === 'not-required' || status === 'exempt' || status === 'on-leave' || dueOn === null) return []
  const turnOn = because.baselineDueOn ?? dueOn
  const due = { id: idOf('due', turnOn), kind: 'due', on: dueOn } as const
  const hasWindow = opensOn !== null && opensOn !== validThrough
  return hasWindow ? [{ id: idOf('opens', turnOn), kind: 'opens', on: opensOn }, due] : [due]
}

/** How long before an entry a calendar may remind; the first is what stands there before anybody chose. */
export const alarmChoices = ['1', '0', '7', 'none'] as const
export type AlarmChoice = (typeof alarmChoices)[number]

export const alarmDaysOf = (choice: AlarmChoice): number | null => (choice === 'none' ? null : Number(choice))

export function alarmChoiceOf(alarmDays: number | null): AlarmChoice {
  return alarmChoices.find((choice) => choice === String(alarmDays)) ?? 'none'
}
