import type { Context } from '#lib/context'
import { type ListedCertificate, listCertificatesOf } from '#lib/data/certificate'
import { countWaitingExternals } from '#lib/data/external-certificate'
import { listMailTrouble, type MailTrouble } from '#lib/data/mail-trouble'
import { listOpenModules, type OpenModule } from '#lib/data/open-modules'
import { findAddress } from '#lib/data/person'
import { findPersonRecord, type PersonRecord } from '#lib/data/person-record'
import type { StaffMember } from '#lib/data/practice'
import { listReminderPauses } from '#lib/data/reminder-settings'
import { listRoster } from '#lib/data/roster'
import { hasOtherManager } from '#lib/data/staff-count'
import { type Accommodation, listAccommodations } from '#lib/data/time-accommodation'
import { listReminderLines, listTimeline, type ReminderLine, type TimelineEntry } from '#lib/data/timeline'
import { type Membership, mayChangePost, membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type RosterRow, rosterRows } from '#lib/domain/compliance/roster'
import type { PracticeId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { possibleEntries } from '#lib/domain/people/entries/choices'
import { correctableIds } from '#lib/domain/people/entries/correctable'
import { changesEmployment, type EntryKind } from '#lib/domain/people/entries/entry'
import { ownRecordRefusal } from '#lib/domain/people/entries/own-record'
import { postOn } from '#lib/domain/people/entries/post-on'
import { type StandingNote, standingNotes } from '#lib/domain/people/standing-notes'
import { ok, type Result, refuse } from '#lib/domain/result'

export type StaffMemberView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly member: StaffMember
  readonly emailAddress: string | null
  readonly hasLeft: boolean
  /** The actor's own page: what they may do is not theirs to change. */
  readonly isOwn: boolean
  /** What the actor may record about this person as things stand. */
  readonly entries: readonly EntryKind[]
  /** The actor's own record, while somebody else manages the practice too. */
  readonly isBarred: boolean
  /** The facts that the actor may correct. */
  readonly correctable: readonly string[]
  /** One for each requirement; one without where there is none yet. */
  readonly standing: readonly RosterRow[]
  /** What comes after a leave or an exemption, and whom a requirement asks that does not ask this person. */
  readonly notes: readonly StandingNote[]
  readonly timeline: readonly TimelineEntry[]
  /** There are older entries than the timeline shows. */
  readonly hasOlderEntries: boolean
  readonly certificates: readonly ListedCertificate[]
  readonly reminders: readonly ReminderLine[]
  /** The last day on which Beacon sends this person no reminder. */
  readonly pausedThrough: LocalDate | null
  /** Messages to this person that did not arrive. */
  readonly mailTrouble: readonly (MailTrouble & { readonly on: LocalDate })[]
  readonly openModules: readonly OpenModule[]
  /** More time at quizzes; null for the standard time. */
  readonly accommodation: Accommodation | null
  /** Certificates from elsewhere that wait for a second person. */
  readonly waitingExternals: number
}

/** More than this is said to be there, and not shown. */
const mostEntries = 500

/** One person as the practice's manager may see them: status, dates and deeds; never answers, scores or time. */
export async function viewStaffMember(
  context: Context,
  input: { practiceId: string; staffMemberId: string },
): Promise<Result<StaffMemberView, 'not-found'>> {
  const { tx, now, actor, language } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  const record = post && (await findPersonRecord(tx, post, input.staffMemberId, now))
  if (!post || !record) return refuse('not-found')
  const { situation } = record
  const member = { ...record.member, ...postOn(situation.facts, situation.today, record.member) }
  const { practiceId, practiceName, timeZone } = post
  const staffMemberId = member.id
  const today = localDateAt(now, timeZone)
  const { records } = await listRoster(tx, post, today, { staffMemberId })
  const standing = rosterRows(records, today, now)
  invariant(standing.length > 0, 'a staff member stands on the roster')
  const posts = { practiceIds: [practiceId], staffMemberIds: [staffMemberId] }
  const entries = await listTimeline(tx, post, staffMemberId, { limit: mostEntries + 1, language })
  return ok({
    practiceId,
    practiceName,
    canAdminister: post.capabilities.includes('administer'),
    today,
    member,
    emailAddress: await findAddress(tx, member.personId),
    hasLeft: member.endedOn !== null && member.endedOn < today,
    isOwn: member.personId === actor.personId,
    standing,
    notes: standingNotes(situation.asked, situation.today),
    ...(await whatToRecord(context, post, record)),
    timeline: entries.slice(0, mostEntries),
    hasOlderEntries: entries.length > mostEntries,
    certificates: await listCertificatesOf(tx, posts, { limit: 200 }),
    reminders: await listReminderLines(tx, { practiceId, timeZone }, staffMemberId),
    pausedThrough: (await listReminderPauses(tx, practiceId, today)).get(staffMemberId)?.through ?? null,
    mailTrouble: (await listMailTrouble(tx, practiceId, now, staffMemberId)).map((one) => {
      return { ...one, on: localDateAt(one.createdAt, timeZone) }
    }),
    waitingExternals: await countWaitingExternals(tx, practiceId, staffMemberId),
    accommodation: (await listAccommodations(tx, posts)).get(staffMemberId) ?? null,
    openModules: await listOpenModules(tx, practiceId, staffMemberId, language),
  })
}

async function whatToRecord(
  { tx, actor }: Context,
  post: Membership,
  { member, situation }: PersonRecord,
): Promise<Pick<StaffMemberView, 'entries' | 'isBarred' | 'correctable'>> {
  const { facts, today } = situation
  const isOwn = member.personId === actor.personId
  const mayChange = mayChangePost(post, member)
  const others = isOwn && (await hasOtherManager(tx, post.practiceId, member.id, today))
  const isBarred = ownRecordRefusal('leave', { isOwn, hasOtherManager: others }) !== undefined
  const mayCorrect = (factId: string) =>
    !isBarred && (mayChange || !changesEmployment({ kind: 'correction', factId }, facts))
  const recorder = { isOwn, hasOtherManager: others }
  return {
    entries: possibleEntries(situation, mayChange).filter((kind) => !ownRecordRefusal(kind, recorder)),
    isBarred,
    correctable: [...correctableIds(facts)].filter(mayCorrect),
  }
}
