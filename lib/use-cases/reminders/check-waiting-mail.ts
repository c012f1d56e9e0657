import { randomUUID } from 'node:crypto'
import { listStatusEvents } from '#lib/data/compliance-history'
import { type Database, inTransaction, type Tx } from '#lib/data/database'
import { claimReplacement, type DueMail, postponeMail, withdrawMail } from '#lib/data/due-mail'
import type { MailKind } from '#lib/data/mail'
import { findPracticePlace, findStaffMemberOfPerson, type PracticePlace } from '#lib/data/practice'
import { findRefresherWish, isMailedRefresherBegun } from '#lib/data/refresher'
import {
  listMailedReminders,
  listReminderRows,
  type MailedReminder,
  moveReminders,
  withdrawReminders,
} from '#lib/data/reminder'
import { findReminderSettings, listReminderPauses, listReminderTexts } from '#lib/data/reminder-settings'
import { enterPerson, enterPractice } from '#lib/data/scope'
import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { quietEndsAt } from '#lib/domain/compliance/quiet-hours'
import { isStillSo, owedTurn } from '#lib/domain/compliance/reminder-schedule'
import type { ReminderSettings } from '#lib/domain/compliance/reminder-settings'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { ownReminderText } from '#lib/domain/mail/reminder-text'
import { mayBeOffered } from '#lib/domain/training/refresher-offer'
import { composeReminder } from '#lib/mail/compose-reminder'
import { findLink } from '#lib/mail/find-link'

type PersonsMail = DueMail & { readonly personId: PersonId }

const lookedAtAgain: readonly MailKind[] = ['reminder', 'automatic-reminder', 'digest', 'refresher']

/**
 * The last look at a message before it leaves: a reminder of what was completed, excused or moved meanwhile is withdrawn, one
 * that is true in part only is written anew, a refresher that nobody is to be offered any more is withdrawn, and what Beacon
 * sends by itself waits for the end of the quiet hours. Returns the message to send, or null where none leaves now.
 */
export async function checkWaitingMail(
  db: Database,
  origin: string,
  practiceId: PracticeId,
  mail: DueMail,
  now: Instant,
): Promise<DueMail | null> {
  const { personId } = mail
  if (personId === null || !lookedAtAgain.includes(mail.kind)) return mail
  return inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    const place = await findPracticePlace(tx, practiceId)
    if (!place) return null
    const settings = await findReminderSettings(tx, practiceId)
    if (await isPutOff(tx, place, settings, mail, now)) return null
    if (mail.kind === 'digest') return mail
    const persons = { ...mail, personId }
    if (mail.kind === 'refresher') return checkRefresher(tx, place, settings, persons, now)
    return checkReminder(tx, place, persons, { now, origin })
  })
}

/** What Beacon sends by itself keeps the quiet hours. */
async function isPutOff(
  tx: Tx,
  { practiceId, timeZone }: PracticePlace,
  settings: ReminderSettings,
  mail: DueMail,
  now: Instant,
): Promise<boolean> {
  const until = mail.kind === 'reminder' ? null : quietEndsAt(settings, now, timeZone)
  if (until !== null) await postponeMail(tx, practiceId, mail.id, until)
  return until !== null
}

/** Whoever left, went on leave, switched such messages off or has begun already is not written to. */
async function checkRefresher(
  tx: Tx,
  { practiceId, timeZone }: PracticePlace,
  { refreshersEnabled }: ReminderSettings,
  mail: PersonsMail,
  now: Instant,
): Promise<DueMail | null> {
  const { personId } = mail
  const today = localDateAt(now, timeZone)
  await enterPerson(tx, personId)
  const member = await findStaffMemberOfPerson(tx, practiceId, personId)
  const facts = member && (await listStatusEvents(tx, [practiceId], member.id)).get(member.id)
  const { wanted: isWanted } = await findRefresherWish(tx, personId)
  const isPaused = member !== undefined && (await listReminderPauses(tx, practiceId, today)).has(member.id)
  const state = { endedOn: member?.endedOn ?? null, facts: facts ?? [], isPaused, isWanted }
  const isDue = refreshersEnabled && member !== undefined && mayBeOffered(state, today)
  if (isDue && !(await isMailedRefresherBegun(tx, practiceId, mail.id))) return mail
  await withdrawMail(tx, practiceId, mail.id, now)
  return null
}

type Moment = { readonly now: Instant; readonly origin: string }

async function checkReminder(
  tx: Tx,
  place: PracticePlace,
  mail: PersonsMail,
  { now, origin }: Moment,
): Promise<DueMail | null> {
  const { practiceId, timeZone } = place
  const reminders = await listMailedReminders(tx, practiceId, mail.id)
  const today = localDateAt(now, timeZone)
  const left = await stillSo(tx, place, mail, reminders, { today, now })
  if (left.length === reminders.length) return mail
  if (!(await withdrawMail(tx, practiceId, mail.id, now))) return null
  const instead = left.length > 0 ? await replacement(tx, place, mail, left, { today, now, origin }) : null
  await withdrawReminders(tx, practiceId, mail.id, now)
  return instead
}

async function stillSo(
  tx: Tx,
  place: PracticePlace,
  { personId }: PersonsMail,
  reminders: readonly MailedReminder[],
  day: { readonly today: LocalDate; readonly now: Instant },
): Promise<readonly MailedReminder[]> {
  const member = await findStaffMemberOfPerson(tx, place.practiceId, personId)
  if (!member) return []
  const rows = await listReminderRows(tx, place, day, member.id)
  return reminders.filter((reminder) => {
    const answer = rows.find(({ requirement }) => requirement?.id === reminder.requirementId)?.answer
    return isStillSo(reminder, answer ? owedTurn(answer) : null, day.today)
  })
}

/** A mail about what is left, under the link of the first one, claimed at once as that one was. */
async function replacement(
  tx: Tx,
  place: PracticePlace,
  mail: DueMail,
  left: readonly MailedReminder[],
  { today, now, origin }: Moment & { readonly today: LocalDate },
): Promise<DueMail> {
  const found = findLink(mail.body)
  const way = found?.kind === 'invitation' ? 'invitation' : 'training'
  const link = found ? `${origin}/${found.kind}/${found.token}` : `${origin}/training`
  const own = ownReminderText(await listReminderTexts(tx, place.practiceId))
  const values = { name: mail.toName, practice: place.practiceName, today, way, link } as const
  const dueDays = left.map(({ dueOn }) => dueOn)
  const language: Language = mail.language
  const written = { ...mail, id: randomUUID(), ...composeReminder(language, { ...values, dueDays }, own) }
  await claimReplacement(tx, place.practiceId, mail.id, written, now)
  await moveReminders(tx, place.practiceId, left, written.id)
  return written
}
