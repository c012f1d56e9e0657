import type { Context } from '#lib/context'
import { listMailTrouble, type MailTrouble } from '#lib/data/mail-trouble'
import { findReminderRecord, listReminderRows } from '#lib/data/reminder'
import {
  countRecordedReminders,
  listRecordedReminders,
  type RecordedReminder,
} from '#lib/data/reminder-record'
import { findLastReminderRun } from '#lib/data/reminder-run'
import { findReminderSettings, listReminderPauses, type ReminderPause } from '#lib/data/reminder-settings'
import { membershipWith } from '#lib/domain/access/actor'
import { addDays, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type PlannedLine, reminderForecast } from '#lib/domain/compliance/reminder-day'
import type { SkipReason } from '#lib/domain/compliance/reminder-schedule'
import type { PracticeId } from '#lib/domain/ids'
import { type MailState, mailState } from '#lib/domain/mail/outbox'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RecordedLine = Omit<RecordedReminder, 'skipped'> & { readonly outcome: MailState | SkipReason }

export type ReminderRecordView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  /** Why nothing is sent by itself; null where it is. */
  readonly isOff: 'demo' | 'no-server' | 'off' | null
  readonly today: LocalDate
  /** The last day whose reminders were planned. */
  readonly plannedOn: LocalDate | null
  /** What the next thirty days bring if nothing changes, the earliest first. */
  readonly planned: readonly (PlannedLine & { readonly pausedThrough: LocalDate | null })[]
  readonly plannedInAll: number
  readonly recorded: readonly RecordedLine[]
  readonly page: number
  readonly pages: number
  readonly paused: readonly (ReminderPause & { readonly name: string })[]
  readonly trouble: readonly MailTrouble[]
}

const days = 30
const shown = 200
const pageSize = 50

/** What was sent, what was skipped and why, what did not arrive, and what will be sent. */
export async function viewReminderRecord(
  { tx, now, actor, settings: installed }: Context,
  input: { practiceId: string; page: number },
): Promise<Result<ReminderRecordView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone, isDemo } = post
  const today = localDateAt(now, timeZone)
  const settings = await findReminderSettings(tx, practiceId)
  const rows = await listReminderRows(tx, post, { today, now })
  const plannedOn = await findLastReminderRun(tx, practiceId)
  const from = plannedOn === today ? addDays(today, 1) : today
  const known = await findReminderRecord(tx, practiceId)
  const isOff = whyOff({
    isDemo,
    hasMailServer: installed.smtpUrl !== undefined,
    isEnabled: settings.enabled,
  })
  const planned = isOff ? [] : reminderForecast(rows, known, settings, from, addDays(today, days))
  const pauses = await listReminderPauses(tx, practiceId, today)
  const names = new Map(rows.map(({ person }) => [person.staffMemberId, person.name]))
  const pages = Math.max(1, Math.ceil((await countRecordedReminders(tx, practiceId)) / pageSize))
  const page = Math.min(input.page, pages)
  const recorded = await listRecordedReminders(tx, post, { limit: pageSize, offset: (page - 1) * pageSize })
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    isOff,
    today,
    plannedOn,
    planned: planned.slice(0, shown).map((line) => {
      const through = pauses.get(line.person.staffMemberId)?.through ?? null
      return { ...line, pausedThrough: through !== null && line.on <= through ? through : null }
    }),
    plannedInAll: planned.length,
    recorded: recorded.map(({ skipped, ...line }) => ({ ...line, outcome: skipped ?? mailState(line) })),
    page,
    pages,
    paused: [...pauses.values()].flatMap((pause) => {
      const name = names.get(pause.staffMemberId)
      return name === undefined ? [] : [{ ...pause, name }]
    }),
    trouble: await listMailTrouble(tx, practiceId, now),
  })
}

type Working = { readonly isDemo: boolean; readonly hasMailServer: boolean; readonly isEnabled: boolean }

function whyOff({ isDemo, hasMailServer, isEnabled }: Working): ReminderRecordView['isOff'] {
  if (isDemo) return 'demo'
  if (!hasMailServer) return 'no-server'
  return isEnabled ? null : 'off'
}
