import { randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { replaceInvitation } from '#lib/data/invitation'
import type { NewMail } from '#lib/data/mail'
import {
  type Addressee,
  findReminderRecord,
  insertReminders,
  listAddressees,
  listReminderRows,
  lockReminders,
  type NewReminder,
} from '#lib/data/reminder'
import { listReminderTexts } from '#lib/data/reminder-settings'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { needsInvitation } from '#lib/domain/access/invitation'
import { invitationMinutes } from '#lib/domain/access/session-length'
import { addMinutes, localDateAt } from '#lib/domain/calendar'
import { planReminders } from '#lib/domain/compliance/reminder-plan'
import type { RosterPerson } from '#lib/domain/compliance/roster'
import { ownReminderText } from '#lib/domain/mail/reminder-text'
import { ok, type Result, refuse } from '#lib/domain/result'
import { composeReminder } from '#lib/mail/compose-reminder'

export type SendRemindersRefusal = 'not-found' | 'nobody-chosen'

type Sent = {
  /** Mails put in the outbox. */
  readonly sent: number
  /** Chosen people who owe nothing any more, or were told already. */
  readonly skipped: number
}

/**
 * Reminds the chosen people of what they owe at this moment: who completed, left or was reminded meanwhile is skipped. At
 * most one reminder of a kind for each person, requirement, turn and due date (rule 12); one mail a person.
 */
export async function sendReminders(
  context: Context,
  input: { practiceId: string; staffMemberIds: readonly string[] },
): Promise<Result<Sent, SendRemindersRefusal>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const wanted = new Set(input.staffMemberIds)
  if (wanted.size === 0) return refuse('nobody-chosen')
  await lockReminders(tx, post.practiceId)
  const drafts = await draftsFor(context, post, wanted)
  const reminders = drafts.flatMap((draft) => draft.reminders)
  const mails = drafts.map(({ mail }) => mail)
  const made = await insertReminders(tx, post.practiceId, actor.personId, { reminders, mails }, now)
  if (made.length > 0) {
    const deeds = made.map(({ staffMemberId, requirementId, turnOn, kind: reminder }) => {
      return { kind: 'reminder-sent', staffMemberId, requirementId, turnOn, reminder } as const
    })
    const chained = chainEntries({ actorPersonId: actor.personId, recordedAt: now }, deeds)
    await appendAudit(tx, post.practiceId, chained)
  }
  const sent = new Set(made.map(({ mailId }) => mailId)).size
  return ok({ sent, skipped: wanted.size - sent })
}

type Draft = {
  readonly mail: NewMail & { readonly id: string }
  readonly reminders: readonly NewReminder[]
}

/** One mail for each of the wanted who owes something that no mail has said yet, and who has an address. */
async function draftsFor(
  context: Context,
  post: Membership,
  wanted: ReadonlySet<string>,
): Promise<readonly Draft[]> {
  const { tx, now } = context
  const today = localDateAt(now, post.timeZone)
  const rows = await listReminderRows(tx, post, { today, now })
  const record = await findReminderRecord(tx, post.practiceId)
  const own = ownReminderText(await listReminderTexts(tx, post.practiceId))
  const planned = planReminders(rows, record, today).filter(
    ({ person, owed }) => wanted.has(person.staffMemberId) && owed.length > 0,
  )
  const staffMemberIds = planned.map(({ person }) => person.staffMemberId)
  const addressees = await listAddressees(tx, post.practiceId, staffMemberIds)
  const drafts: Draft[] = []
  for (const { person, owed } of planned) {
    const addressee = addressees.get(person.staffMemberId)
    if (!addressee?.emailAddress) continue
    const id = randomUUID()
    const to = { personId: addressee.personId, toName: person.name, toAddress: addressee.emailAddress }
    const { way, link } = await linkFor(context, post, person, addressee)
    const values = { name: person.name, practice: post.practiceName, today, way, link }
    const dueDays = owed.map(({ dueOn }) => dueOn)
    const words = composeReminder(addressee.language, { ...values, dueDays }, own)
    const { staffMemberId } = person
    const reminders = owed.map(({ requirementId, turnOn, dueOn, kind }) => {
      return { staffMemberId, requirementId, turnOn, dueOn, kind, mailId: id, skipped: null }
    })
    drafts.push({ mail: { id, kind: 'reminder', ...to, ...words }, reminders })
  }
  return drafts
}

/** Who never came in gets a new invitation link in the same mail: a reminder that leads nowhere helps nobody. */
async function linkFor(
  { tx, now, settings }: Context,
  { practiceId }: Membership,
  { invitation }: RosterPerson,
  { personId }: Addressee,
): Promise<{ readonly way: 'training' | 'invitation'; readonly link: string }> {
  if (!needsInvitation(invitation)) return { way: 'training', link: `${settings.origin}/training` }
  const { token, tokenHash } = newOneTimeToken()
  const expiresAt = addMinutes(now, invitationMinutes)
  await replaceInvitation(tx, { personId, practiceId }, { tokenHash, expiresAt }, now)
  return { way: 'invitation', link: `${settings.origin}/invitation/${token}` }
}
