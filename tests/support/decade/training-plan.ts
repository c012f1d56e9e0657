import { addDays, type LocalDate, startOfDayAt, weekdayOf } from '#lib/domain/calendar'
import type { ShownAnswer } from '#lib/domain/compliance/projection'
import type { Chances } from '#tests/support/decade/chances'
import type { Habit } from '#tests/support/decade/story'

/** When somebody means to complete a track, and since when they read in it. */
export type TrainingPlan = {
  readonly dueOn: LocalDate
  readonly beginsOn: LocalDate | null
  readonly on: LocalDate
  /** By the clocks of the practice. */
  readonly time: '00:30' | '11:00' | '23:30'
}

const habits = ['in-time', 'early', 'last-minute', 'late', 'dawdling'] as const
const wednesday = 3

/** Null where nothing is owed. */
export function planTraining(
  { status, dueOn, opensOn }: ShownAnswer,
  usual: Habit,
  { today, clockDays }: { readonly today: LocalDate; readonly clockDays: readonly LocalDate[] },
  chances: Chances,
): TrainingPlan | null {
  if (dueOn === null || status === 'not-required') return null
  const habit = chances.in100(12) ? chances.one(habits) : usual
  const wanted = wantedDay(habit, dueOn, opensOn, chances)
  const on = wanted > today ? wanted : addDays(today, chances.between(1, 6))
  const beginsOn = chances.in100(25) ? addDays(on, -chances.between(1, 5)) : null
  const plan = { dueOn, beginsOn }
  const night = clockDays.find((day) => day > today && Math.abs(daysApart(day, on)) <= 5)
  if (night !== undefined) {
    return chances.in100(50)
      ? { ...plan, on: addDays(night, -1), time: '23:30' }
      : { ...plan, on: night, time: '00:30' }
  }
  return { ...plan, on, time: habit === 'last-minute' ? '23:30' : '11:00' }
}

function wantedDay(habit: Habit, dueOn: LocalDate, opensOn: LocalDate | null, chances: Chances): LocalDate {
  switch (habit) {
    case 'early':
      return trainingDay(addDays(opensOn ?? dueOn, -chances.between(7, 60)))
    case 'in-time':
      return trainingDay(addDays(dueOn, -chances.between(0, 25)))
    case 'last-minute':
      return dueOn
    case 'late':
      return addDays(dueOn, chances.between(1, 30))
    case 'dawdling':
      return trainingDay(addDays(dueOn, chances.between(60, 200)))
  }
}

/** Most people train on Wednesdays: the one on the day or before it. */
const trainingDay = (day: LocalDate) => addDays(day, -((weekdayOf(day) - wednesday + 7) % 7))

const daysApart = (a: LocalDate, b: LocalDate) => (Date.parse(a) - Date.parse(b)) / 86_400_000

/** The days of a zone that are shorter or longer than others. */
export function clockDaysOf(zone: string, from: LocalDate, through: LocalDate): LocalDate[] {
  const found: LocalDate[] = []
  for (let day = from; day <= through; day = addDays(day, 1)) {
    const hours = Date.parse(startOfDayAt(addDays(day, 1), zone)) - Date.parse(startOfDayAt(day, zone))
    if (hours !== 86_400_000) found.push(day)
  }
  return found
}
