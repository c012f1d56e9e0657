import type { Context } from '#lib/context'
import { listReminderRows } from '#lib/data/reminder'
import { listReminderTexts, type StoredReminderText } from '#lib/data/reminder-settings'
import { membershipWith } from '#lib/domain/access/actor'
import { needsInvitation } from '#lib/domain/access/invitation'
import { addDays, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { owedTurn } from '#lib/domain/compliance/reminder-schedule'
import type { RosterRow } from '#lib/domain/compliance/roster'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { ReminderMoment, ReminderText } from '#lib/domain/mail/reminder-text'
import { ok, type Result, refuse } from '#lib/domain/result'
import type { ComposedMail } from '#lib/mail/compose-mail'
import { composeReminder, defaultReminderText } from '#lib/mail/compose-reminder'

export type ReminderTextView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly language: Language
  readonly moment: ReminderMoment
  /** 0 for Beacon's own words, which nobody has changed yet. */
  readonly version: number
  readonly isOwn: boolean
  readonly text: ReminderText
  /** What stood here before, the newest first; null where it was Beacon's words. */
  readonly earlier: readonly StoredReminderText[]
  readonly people: readonly { readonly staffMemberId: StaffMemberId; readonly name: string }[]
  readonly shownAs: StaffMemberId | null
  /** As that person would get it. */
  readonly preview: ComposedMail
}

type Input = {
  readonly practiceId: string
  readonly language: Language
  readonly moment: ReminderMoment
  /** Whose mail is shown; the first person's where nobody is named. */
  readonly person: string | null
  readonly linkToBeMade: string
}

const mostPeople = 1000

/** One text with its versions, and the mail that a person would get of it. A one-time link is made when it is sent. */
export async function viewReminderText(
  { tx, now, actor, settings }: Context,
  { language, moment, ...input }: Input,
): Promise<Result<ReminderTextView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const today = localDateAt(now, timeZone)
  const versions = await listReminderTexts(tx, practiceId, { language, moment })
  const [newest, ...earlier] = versions
  const text = newest?.text ?? defaultReminderText(language, moment)
  const rows = await listReminderRows(tx, post, { today, now })
  const people = [...new Map(rows.map(({ person }) => [person.staffMemberId, person])).values()]
  const shown = people.find(({ staffMemberId }) => staffMemberId === input.person) ?? people[0]
  const way = shown && needsInvitation(shown.invitation) ? 'invitation' : 'training'
  const link = way === 'training' ? `${settings.origin}/training` : input.linkToBeMade
  const dueDays = [dayToShow(rows, shown?.staffMemberId, moment, today)]
  const values = {
    name: shown?.name ?? post.name,
    practice: practiceName,
    today,
    dueDays,
    way,
    link,
  } as const
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    language,
    moment,
    version: newest?.version ?? 0,
    isOwn: newest?.text !== null && newest !== undefined,
    text,
    earlier,
    people: people.slice(0, mostPeople).map(({ staffMemberId, name }) => ({ staffMemberId, name })),
    shownAs: shown?.staffMemberId ?? null,
    preview: composeReminder(language, values, () => text),
  })
}

/** The person's own due date where it fits what the text speaks of, or a day that does. */
function dayToShow(
  rows: readonly RosterRow[],
  staffMemberId: StaffMemberId | undefined,
  moment: ReminderMoment,
  today: LocalDate,
): LocalDate {
  const theirs = rows.filter(({ person }) => person.staffMemberId === staffMemberId)
  const days = theirs.flatMap(({ answer }) => (answer && owedTurn(answer)?.dueOn) ?? [])
  const fits = days.filter((day) => (moment === 'after' ? day < today : day >= today)).toSorted()
  return fits[0] ?? addDays(today, moment === 'after' ? -1 : 14)
}
