import type { QuietHours } from '#lib/domain/compliance/quiet-hours'
import type { RequirementId } from '#lib/domain/ids'

/** When a practice's people are reminded by Beacon itself. */
export type ReminderSettings = QuietHours & {
  readonly enabled: boolean
  /** Days before the due date, each once, the longest first. */
  readonly daysBefore: readonly number[]
  /** Once more on the day after it. */
  readonly dayAfter: boolean
  /** Requirements of which nobody is reminded. */
  readonly requirementsOff: readonly RequirementId[]
  /** The weekly counts to managers. */
  readonly digestEnabled: boolean
  /** 1 is Monday, 7 is Sunday. */
  readonly digestWeekday: number
  /** Short reviews some months after a completed track. */
  readonly refreshersEnabled: boolean
}

/** What holds until the practice chooses. */
export const defaultReminderSettings: ReminderSettings = {
  enabled: true,
  daysBefore: [30, 14, 1],
  dayAfter: true,
  quietFrom: '20:00',
  quietUntil: '08:00',
  quietWeekends: false,
  requirementsOff: [],
  digestEnabled: true,
  digestWeekday: 1,
  refreshersEnabled: true,
}

export type ReminderSettingsProblem = 'days-before-invalid' | 'quiet-hours-too-long'

const mostDays = 180
const mostKinds = 6
const fewestOpenMinutes = 60

/** Null where reminders can work with these settings. */
export function reminderSettingsProblem({
  daysBefore,
  quietFrom,
  quietUntil,
}: ReminderSettings): ReminderSettingsProblem | null {
  const areDays = daysBefore.every((days) => Number.isInteger(days) && days >= 0 && days <= mostDays)
  if (!areDays || daysBefore.length > mostKinds) return 'days-before-invalid'
  return openMinutes(quietFrom, quietUntil) < fewestOpenMinutes ? 'quiet-hours-too-long' : null
}

function openMinutes(quietFrom: string, quietUntil: string): number {
  const [from, until] = [minutesOf(quietFrom), minutesOf(quietUntil)]
  return from > until ? from - until : 24 * 60 - (until - from)
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
