import type { Context } from '#lib/context'
import { type ListedCertificate, listCertificatesOf } from '#lib/data/certificate'
import { listOpenModules, type OpenModule } from '#lib/data/open-modules'
import { findAddress } from '#lib/data/person'
import { findStaffMember, type StaffMember } from '#lib/data/practice'
import { listRoster } from '#lib/data/roster'
import { listReminderLines, listTimeline, type ReminderLine, type TimelineEntry } from '#lib/data/timeline'
import { mayChangePost, membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type RosterRow, rosterRows } from '#lib/domain/compliance/roster'
import type { PracticeId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { ok, type Result, refuse } from '#lib/domain/result'

export type StaffMemberView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly member: StaffMember
  readonly emailAddress: string | null
  readonly hasLeft: boolean
  /** Whether the actor may end this employment, or correct its first day. */
  readonly mayEnd: boolean
  readonly mayCorrect: boolean
  /** One for each requirement; one without where there is none yet. */
  readonly standing: readonly RosterRow[]
  readonly timeline: readonly TimelineEntry[]
  readonly certificates: readonly ListedCertificate[]
  readonly reminders: readonly ReminderLine[]
  readonly openModules: readonly OpenModule[]
}

/** One person as the practice's manager may see them: status, dates and deeds; never answers, scores or time. */
export async function viewStaffMember(
  { tx, now, actor, language }: Context,
  input: { practiceId: string; staffMemberId: string },
): Promise<Result<StaffMemberView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  const member = post && (await findStaffMember(tx, post.practiceId, input.staffMemberId))
  if (!post || !member) return refuse('not-found')
  const { practiceId, practiceName, timeZone } = post
  const staffMemberId = member.id
  const today = localDateAt(now, timeZone)
  const { records } = await listRoster(tx, post, today, { staffMemberId })
  const standing = rosterRows(records, today, now)
  invariant(standing.length > 0, 'a staff member stands on the roster')
  const posts = { practiceIds: [practiceId], staffMemberIds: [staffMemberId] }
  return ok({
    practiceId,
    practiceName,
    canAdminister: post.capabilities.includes('administer'),
    today,
    member,
    emailAddress: await findAddress(tx, member.personId),
    hasLeft: member.endedOn !== null && member.endedOn < today,
    mayEnd: member.endedOn === null && mayChangePost(post, member),
    mayCorrect: mayChangePost(post, member),
    standing,
    timeline: await listTimeline(tx, practiceId, staffMemberId, { limit: 200, language }),
    certificates: await listCertificatesOf(tx, posts, { limit: 200 }),
    reminders: await listReminderLines(tx, { practiceId, timeZone }, staffMemberId),
    openModules: await listOpenModules(tx, practiceId, staffMemberId, language),
  })
}
