import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { listStatusEvents, type StoredEvent } from '#lib/data/compliance-history'
import { insertEvidence } from '#lib/data/evidence'
import { findStaffMember, lockStaff, type StaffMember, updateStaffMember } from '#lib/data/practice'
import { hasOtherAdministrator } from '#lib/data/staff-count'
import { type Membership, mayChangePost, membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { factsOfFirstDay, lastDayBefore } from '#lib/domain/compliance/first-day-facts'
import { invariant } from '#lib/domain/invariant'
import { type FirstDayRefusal, firstDayRefusal } from '#lib/domain/people/first-day'
import { ok, type Result, refuse } from '#lib/domain/result'

export type CorrectFirstDayRefusal =
  | FirstDayRefusal
  | 'not-found'
  | 'needs-administrator'
  | 'start-before-last-end'
  | 'start-after-end'
  | 'start-after-training'
  | 'last-administrator'

type Input = { readonly practiceId: string; readonly staffMemberId: string; readonly startedOn: LocalDate }

/**
 * Corrects the first day of the current employment. What was recorded stays as it was: a correction names each fact that it
 * moves, so that a status asked as it was known before still comes out as it did then (case 15). Sent twice, it is one.
 */
export async function correctFirstDay(
  context: Context,
  input: Input,
): Promise<Result<null, CorrectFirstDayRefusal>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  await lockStaff(tx, practiceId)
  const member = await findStaffMember(tx, practiceId, input.staffMemberId)
  if (!member) return refuse('not-found')
  const { startedOn } = input
  if (member.startedOn === startedOn) return ok(null)
  const events = (await listStatusEvents(tx, [practiceId], member.id)).get(member.id) ?? []
  const today = localDateAt(now, post.timeZone)
  const refusal =
    dateRefusal(member, events, startedOn, today) ?? (await rightsRefusal(context, post, member, startedOn))
  if (refusal) return refuse(refusal)
  await updateStaffMember(tx, practiceId, { ...member, startedOn })
  const moved = factsOfFirstDay(events, member.startedOn)
  invariant(moved.length > 0, 'a fact says when somebody started')
  const corrections = moved.map(({ id }) => ({
    staffMemberId: member.id,
    kind: 'corrected',
    effectiveOn: startedOn,
    details: { corrects: id, outcome: 'moved' },
  }))
  await insertEvidence(tx, practiceId, actor.personId, corrections, now)
  const deed = { kind: 'first-day-corrected', staffMemberId: member.id, startsOn: startedOn } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

function dateRefusal(
  member: StaffMember,
  events: readonly StoredEvent[],
  startedOn: LocalDate,
  today: LocalDate,
): CorrectFirstDayRefusal | undefined {
  const mistyped = firstDayRefusal(startedOn, today)
  if (mistyped) return mistyped
  const before = lastDayBefore(events, member.startedOn)
  if (before !== undefined && startedOn <= before) return 'start-before-last-end'
  if (member.endedOn !== null && startedOn > member.endedOn) return 'start-after-end'
  return hasTrainedBefore(events, member.startedOn, startedOn) ? 'start-after-training' : undefined
}

/** What was completed before the first day would no longer count, and nobody would be told. */
function hasTrainedBefore(events: readonly StoredEvent[], since: LocalDate, before: LocalDate): boolean {
  return events.some(
    ({ kind, effectiveOn }) =>
      (kind === 'completed' || kind === 'part-completed') && effectiveOn >= since && effectiveOn < before,
  )
}

/** What a post lets its holder do begins with the first day: moved ahead, it must not leave nobody to administer. */
async function rightsRefusal(
  { tx, now }: Context,
  post: Membership,
  member: StaffMember,
  startedOn: LocalDate,
): Promise<CorrectFirstDayRefusal | undefined> {
  if (!mayChangePost(post, member)) return 'needs-administrator'
  const today = localDateAt(now, post.timeZone)
  if (startedOn <= today || !member.capabilities.includes('administer')) return undefined
  const staysCovered = await hasOtherAdministrator(tx, post.practiceId, member.id, today)
  return staysCovered ? undefined : 'last-administrator'
}
