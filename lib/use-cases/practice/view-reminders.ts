import type { Context } from '#lib/context'
import { type Addressee, findReminderRecord, listAddressees } from '#lib/data/reminder'
import { listRoster } from '#lib/data/roster'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { needsInvitation } from '#lib/domain/access/invitation'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type PlannedReminder, planReminders } from '#lib/domain/compliance/reminder-plan'
import { rosterRows } from '#lib/domain/compliance/roster'
import { plainRosterQuery, sortRoster } from '#lib/domain/compliance/roster-page'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { type ComposedMail, composeMail } from '#lib/mail/compose-mail'

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
  const { records } = await listRoster(tx, post, today)
  const record = await findReminderRecord(tx, practiceId)
  const planned = planReminders(sortRoster(rosterRows(records, today, now), plainRosterQuery), record, today)
  const staffMemberIds = planned.map(({ person }) => person.staffMemberId)
  const addressees = await listAddressees(tx, practiceId, staffMemberIds)
  const links = { training: `${settings.origin}/training`, invitation: input.linkToBeMade }
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    today,
    candidates: planned.map((each) =>
      candidate(each, addressees.get(each.person.staffMemberId), post, links, today),
    ),
  })
}

function candidate(
  planned: PlannedReminder,
  addressee: Addressee | undefined,
  { practiceName: practice }: Membership,
  links: Readonly<Record<'training' | 'invitation', string>>,
  today: LocalDate,
): ReminderCandidate {
  const emailAddress = addressee?.emailAddress ?? null
  const [first] = planned.owed
  if (!first || emailAddress === null) return { ...planned, emailAddress, mail: null }
  const { name, invitation } = planned.person
  const way = needsInvitation(invitation) ? 'invitation' : 'training'
  const when = first.dueOn < today ? 'past' : 'ahead'
  const mail = composeMail('reminder', { name, practice, dueOn: first.dueOn, when, way, link: links[way] })
  return { ...planned, emailAddress, mail }
}
