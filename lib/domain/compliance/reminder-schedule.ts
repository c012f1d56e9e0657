import { addDays, type LocalDate } from '#lib/domain/calendar'
import type { Because, ComplianceAnswer } from '#lib/domain/compliance/answer'
import { isQuietDay, nextSendingDay } from '#lib/domain/compliance/quiet-hours'
import type { ReminderSettings } from '#lib/domain/compliance/reminder-settings'

/** What Beacon itself sends: so many days before the due date, and on the day after it. */
export type AutomaticKind = `before-${number}` | 'after-1'

/** Why a reminder was not sent: a later one took its place, its time was over, its reader rests, or has no address. */
export const skipReasons = ['later-one', 'too-late', 'paused', 'no-address'] as const
export type SkipReason = (typeof skipReasons)[number]

/** One turn of a requirement that somebody owes, or will. */
export type OwedTurn = {
  /** What the turn is known by, whatever moves its due date: the due date before any extension or leave. */
  readonly turnOn: LocalDate
  readonly dueOn: LocalDate
  /** Before this day a completion would not close the turn, so that nobody is reminded of it. */
  readonly opensOn: LocalDate | null
}

/** What of an answer decides about reminders. */
type Answer = Pick<ComplianceAnswer, 'status' | 'dueOn' | 'opensOn' | 'validThrough'> & {
  readonly because: Pick<Because, 'rule' | 'updateDueOn' | 'baselineDueOn'>
}

/** The turn that the answer speaks of; null where nothing is owed, or nobody may be reminded of it now. */
export function owedTurn({ status, dueOn, opensOn, validThrough, because }: Answer): OwedTurn | null {
  if (status === 'not-required' || status === 'exempt' || status === 'on-leave') return null
  if (because.updateDueOn !== null && isUpdateFirst(because, dueOn)) {
    return { turnOn: because.updateDueOn, dueOn: because.updateDueOn, opensOn: null }
  }
  if (dueOn === null) return null
  // Without a window the renewal is open on the last day only; who waits for it is reminded all the same.
  const hasWindow = opensOn !== null && opensOn !== validThrough
  return { turnOn: because.baselineDueOn ?? dueOn, dueOn, opensOn: hasWindow ? opensOn : null }
}

/** Whether the update of a changed track is what is owed first: it is past, or comes before the renewal of who is current. */
function isUpdateFirst({ rule, updateDueOn }: Answer['because'], dueOn: LocalDate | null): boolean {
  if (rule === 'in-grace-after-update-due' || rule === 'update-missed') return true
  const isCurrent = rule === 'valid' || rule === 'renewal-window-open' || rule === 'completed-for-good'
  return isCurrent && updateDueOn !== null && (dueOn === null || updateDueOn < dueOn)
}

// A worker that was away for longer than this does not come back with old news.
const lateDays = 14

type Due = { readonly kind: AutomaticKind; readonly on: LocalDate; readonly over: LocalDate }

/** The reminders of a turn in the order of their days; each may go out up to and including `over`. */
function dues({ dueOn }: OwedTurn, { daysBefore, dayAfter }: ReminderSettings): readonly Due[] {
  const before = [...new Set(daysBefore)]
    .toSorted((a, b) => b - a)
    .map((days): Due => ({ kind: `before-${days}`, on: addDays(dueOn, -days), over: dueOn }))
  const after: Due = { kind: 'after-1', on: addDays(dueOn, 1), over: addDays(dueOn, 1 + lateDays) }
  return dayAfter ? [...before, after] : before
}

export type DayOfReminders = {
  readonly send: AutomaticKind | null
  readonly skip: readonly { readonly kind: AutomaticKind; readonly reason: 'later-one' | 'too-late' }[]
}

/** Whether a reminder of the kind was sent or skipped for the turn and the due date that it has now. */
export type IsRecorded = (kind: AutomaticKind) => boolean

const nothing: DayOfReminders = { send: null, skip: [] }

/**
 * What a day brings to one person for one turn: at most one reminder, the latest whose day has come, and what it takes the
 * place of. What would fall on quiet days goes out on the last day before them, where it comes before the due date.
 */
export function remindersOn(
  turn: OwedTurn,
  isRecorded: IsRecorded,
  settings: ReminderSettings,
  day: LocalDate,
): DayOfReminders {
  if (!settings.enabled || (turn.opensOn !== null && day < turn.opensOn)) return nothing
  const lastQuietDay = addDays(nextSendingDay(settings, day), -1)
  const come = dues(turn, settings).filter(({ kind, on }) => on <= (kind === 'after-1' ? day : lastQuietDay))
  const latest = come.at(-1)
  // A later one that was sent says what an earlier one would have said.
  if (!latest || isRecorded(latest.kind)) return nothing
  const earlier = come.filter(({ kind }) => kind !== latest.kind && !isRecorded(kind))
  const skipped = earlier.map(({ kind }) => ({ kind, reason: 'later-one' as const }))
  return latest.over < day
    ? { send: null, skip: [...skipped, { kind: latest.kind, reason: 'too-late' }] }
    : { send: latest.kind, skip: skipped }
}

/** What the days from `from` through `through` would bring if nothing changed. */
export function plannedFor(
  turn: OwedTurn,
  isRecorded: IsRecorded,
  settings: ReminderSettings,
  from: LocalDate,
  through: LocalDate,
): readonly { readonly on: LocalDate; readonly kind: AutomaticKind }[] {
  const planned: { on: LocalDate; kind: AutomaticKind }[] = []
  const done = new Set<string>()
  const isDone = (kind: AutomaticKind) => done.has(kind) || isRecorded(kind)
  const first = isQuietDay(settings, from) ? nextSendingDay(settings, from) : from
  for (let day = first; day <= through; day = nextSendingDay(settings, day)) {
    const { send, skip } = remindersOn(turn, isDone, settings, day)
    if (send) planned.push({ on: day, kind: send })
    for (const kind of [send, ...skip.map((each) => each.kind)]) if (kind) done.add(kind)
  }
  return planned
}

/** Whether a reminder that waits to be sent still says what is so. */
export function isStillSo(
  reminder: { readonly kind: string; readonly turnOn: LocalDate; readonly dueOn: LocalDate },
  turn: OwedTurn | null,
  today: LocalDate,
): boolean {
  if (!turn || turn.turnOn !== reminder.turnOn || turn.dueOn !== reminder.dueOn) return false
  const isBefore = reminder.kind === 'due-soon' || reminder.kind.startsWith('before-')
  return isBefore ? today <= turn.dueOn : today > turn.dueOn
}

/** A kind in parts that words are found for. */
export function reminderKindParts(kind: string): { readonly name: string; readonly days: number } {
  const [, days] = /^before-(\d+)$/.exec(kind) ?? []
  if (days !== undefined) return { name: 'before', days: Number(days) }
  return { name: kind === 'after-1' ? 'after' : kind, days: 1 }
}
