import type { Context } from '#lib/context'
import { type Addressee, findReminderRecord, listAddressees, listReminderRows } from '#lib/data/reminder'
import { listReminderTexts } from '#lib/data/reminder-settings'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { needsInvitation } from '#lib/domain/access/invitation'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type PlannedReminder, planReminders } from '#lib/domain/compliance/reminder-plan'
import { plainRosterQuery, sortRoster } from '#lib/domain/compliance/roster-page'
import type { PracticeId } from '#lib/domain/ids'
import { type OwnReminderText, ownReminderText } from '#lib/domain/mail/reminder-text'
import { ok, type Result, refuse } from '#lib/domain/result'
import type { ComposedMail } from '#lib/mail/compose-mail'
import { composeReminder } from '#lib/mail/compose-reminder'

export type ReminderCandidate = PlannedReminder & {
  readonly emailAddress: string | null
  /** The mail as it would go out; null where everything was said already, or no address is known. */
  readonly mail: ComposedMail | null
}

export type RemindersView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly candidates: readonly ReminderCandidate[]
}

/** Who could be reminded today, and the exact mail that each would get. A one-time link is made when it is sent. */
export async function viewReminders(
  { tx, now, actor, settings }: Context,
  input: { practiceId: string; linkToBeMade: string },
): Promise<Result<RemindersView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const today = localDateAt(now, timeZone)
  const rows = await listReminderRows(tx, post, { today, now })
  const record = await findReminderRecord(tx, practiceId)
  const planned = planReminders(sortRoster(rows, plainRosterQuery), record, today)
  const staffMemberIds = planned.map(({ person }) => person.staffMemberId)
  const addressees = await listAddressees(tx, practiceId, staffMemberIds)
  const links = { training: `${settings.origin}/training`, invitation: input.linkToBeMade }
  const own = ownReminderText(await listReminderTexts(tx, practiceId))
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    today,
    candidates: planned.map((each) =>
      candidate(each, addressees.get(each.person.staffMemberId), { post, links, today, own }),
    ),
  })
}

type Writing = {
  readonly post: Membership
  readonly links: Readonly<Record<'training' | 'invitation', string>>
  readonly today: LocalDate
  readonly own: OwnReminderText
}

function candidate(
  planned: PlannedReminder,
  addressee: Addressee | undefined,
  { post, links, today, own }: Writing,
): ReminderCandidate {
  const emailAddress = addressee?.emailAddress ?? null
  if (!addressee || emailAddress === null || planned.owed.length === 0) {
    return { ...planned, emailAddress, mail: null }
  }
  const { name, invitation } = planned.person
  const way = needsInvitation(invitation) ? 'invitation' : 'training'
  const dueDays = planned.owed.map(({ dueOn }) => dueOn)
  const values = { name, practice: post.practiceName, dueDays, today, way, link: links[way] } as const
  return { ...planned, emailAddress, mail: composeReminder(addressee.language, values, own) }
}
