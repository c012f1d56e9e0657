import { randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import { appendAudit } from '#lib/data/audit'
import type { Database, Tx } from '#lib/data/database'
import { sumOfPractices } from '#lib/data/every-practice'
import { replaceInvitation } from '#lib/data/invitation'
import type { NewMail } from '#lib/data/mail'
import { findPracticePlace, type PracticePlace } from '#lib/data/practice'
import {
  type Addressee,
  findReminderRecord,
  insertReminders,
  listAddressees,
  listReminderRows,
  lockReminders,
  type NewReminder,
} from '#lib/data/reminder'
import { claimReminderDay } from '#lib/data/reminder-run'
import { findReminderSettings, listReminderPauses, listReminderTexts } from '#lib/data/reminder-settings'
import { needsInvitation } from '#lib/domain/access/invitation'
import { invitationMinutes } from '#lib/domain/access/session-length'
import { addMinutes, type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { isPlanningTime } from '#lib/domain/compliance/quiet-hours'
import { type PersonsDay, personsDays } from '#lib/domain/compliance/reminder-day'
import type { PracticeId } from '#lib/domain/ids'
import { type OwnReminderText, ownReminderText } from '#lib/domain/mail/reminder-text'
import { composeReminder } from '#lib/mail/compose-reminder'

type Surroundings = { readonly clock: () => Instant; readonly origin: string }

/**
 * Queues the day's reminders of every practice where the morning has come, once a day and practice, each practice in a
 * transaction of its own: who dies half-way leaves nothing, and the next turn does it. Twice at once, it does it once.
 * A practice of sample people sends nothing by itself. Returns how many mails were queued.
 */
export async function planReminders(db: Database, { clock, origin }: Surroundings): Promise<number> {
  return await sumOfPractices(db, (tx, practiceId) => planForPractice(tx, practiceId, clock(), origin))
}

async function planForPractice(
  tx: Tx,
  practiceId: PracticeId,
  now: Instant,
  origin: string,
): Promise<number> {
  const place = await findPracticePlace(tx, practiceId)
  const settings = await findReminderSettings(tx, practiceId)
  if (!place || place.isDemo || !settings.enabled) return 0
  if (!isPlanningTime(settings, now, place.timeZone)) return 0
  const today = localDateAt(now, place.timeZone)
  if (!(await claimReminderDay(tx, practiceId, today, now))) return 0
  await lockReminders(tx, practiceId)
  // Read in the transaction that queues: who completed, left or was excused a moment ago is not reminded.
  const rows = await listReminderRows(tx, place, { today, now })
  const recorded = await findReminderRecord(tx, practiceId)
  const days = personsDays(rows, recorded, settings, today)
  if (days.length === 0) return 0
  const staffMemberIds = days.map(({ person }) => person.staffMemberId)
  const addressees = await listAddressees(tx, practiceId, staffMemberIds)
  const paused = await listReminderPauses(tx, practiceId, today)
  const own = ownReminderText(await listReminderTexts(tx, practiceId))
  const drafts: Draft[] = []
  for (const day of days) {
    const addressee = addressees.get(day.person.staffMemberId)
    const isPaused = paused.has(day.person.staffMemberId)
    drafts.push(await draft(tx, { place, today, now, origin, own }, day, isPaused ? 'paused' : addressee))
  }
  return queue(tx, practiceId, drafts, now)
}

type Draft = {
  readonly mail: (NewMail & { readonly id: string }) | null
  readonly reminders: readonly NewReminder[]
}

type Day = {
  readonly place: PracticePlace
  readonly today: LocalDate
  readonly now: Instant
  readonly origin: string
  readonly own: OwnReminderText
}

/** What one person gets today: one mail for everything, or none and the reason. */
async function draft(
  tx: Tx,
  day: Day,
  { person, due, skipped }: PersonsDay,
  addressee: Addressee | 'paused' | undefined,
): Promise<Draft> {
  const { staffMemberId } = person
  const left = skipped.map(({ reason, ...one }) => ({ ...one, staffMemberId, mailId: null, skipped: reason }))
  const reason = addressee === 'paused' ? ('paused' as const) : ('no-address' as const)
  if (addressee === 'paused' || !addressee?.emailAddress) {
    const unsent = due.map((one) => ({ ...one, staffMemberId, mailId: null, skipped: reason }))
    return { mail: null, reminders: [...left, ...unsent] }
  }
  if (due.length === 0) return { mail: null, reminders: left }
  const mailId = randomUUID()
  const { personId, emailAddress: toAddress, language } = addressee
  const { place, today, origin, own } = day
  const way = needsInvitation(person.invitation) ? 'invitation' : 'training'
  const path = way === 'invitation' ? await newInvitation(tx, day, addressee) : '/training'
  const values = {
    name: person.name,
    practice: place.practiceName,
    today,
    way,
    link: `${origin}${path}`,
  } as const
  const words = composeReminder(language, { ...values, dueDays: due.map(({ dueOn }) => dueOn) }, own)
  const mail = {
    id: mailId,
    kind: 'automatic-reminder',
    personId,
    toName: person.name,
    toAddress,
    ...words,
  } as const
  const sent = due.map((one) => ({ ...one, staffMemberId, mailId, skipped: null }))
  return { mail, reminders: [...left, ...sent] }
}

/** Who never came in gets a new invitation link: a reminder that leads nowhere helps nobody. */
async function newInvitation(tx: Tx, { place, now }: Day, { personId }: Addressee): Promise<string> {
  const { token, tokenHash } = newOneTimeToken()
  const expiresAt = addMinutes(now, invitationMinutes)
  await replaceInvitation(tx, { personId, practiceId: place.practiceId }, { tokenHash, expiresAt }, now)
  return `/invitation/${token}`
}

async function queue(
  tx: Tx,
  practiceId: PracticeId,
  drafts: readonly Draft[],
  now: Instant,
): Promise<number> {
  const reminders = drafts.flatMap((each) => each.reminders)
  const mails = drafts.flatMap(({ mail }) => mail ?? [])
  const made = await insertReminders(tx, practiceId, null, { reminders, mails }, now)
  const sent = made.filter(({ mailId }) => mailId !== null)
  const deeds = sent.map(({ staffMemberId, requirementId, turnOn, kind: reminder }) => {
    return { kind: 'reminder-sent', staffMemberId, requirementId, turnOn, reminder } as const
  })
  if (deeds.length > 0) {
    await appendAudit(tx, practiceId, chainEntries({ actorPersonId: null, recordedAt: now }, deeds))
  }
  return new Set(sent.map(({ mailId }) => mailId)).size
}
