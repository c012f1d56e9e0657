import {
  historyOf,
  listRequirements,
  listStatusEvents,
  type RequirementRecord,
  type StoredEvent,
} from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import { listStaffIds, markDue, markProjected } from '#lib/data/projection-state'
import { addDays, type Instant, localDateAt } from '#lib/domain/calendar'
import { type ProjectedSpan, projectedSpans, urgency } from '#lib/domain/compliance/projection'
import type { PracticeId, RequirementId, StaffMemberId } from '#lib/domain/ids'

// The projection: everybody's answers from yesterday on, as spans of days. It is derived in the transaction that writes a
// fact, so that no list is ever behind; `npm run doctor` proves that it equals the function.

/** Stands in the place of a requirement where a practice asks nothing yet, so that its people are listed all the same. */
export const nothingAsked = '00000000-0000-0000-0000-000000000000'

/** More people and requirements than this are left to the worker: nobody waits for them with a page open. */
const linesAtOnce = 2500
/** So many people make one part of a practice that is derived anew as a whole. */
export const staffAtOnce = 250

export type LockedMember = {
  readonly id: StaffMemberId
  readonly nameKey: string
  readonly timeZone: string
}

type Refresh = {
  readonly staffMemberIds: readonly string[]
  /** The same, locked since before anything else was read. */
  readonly members: readonly LockedMember[]
  /** What was written about them: only the requirements that it concerns are derived anew. */
  readonly facts: readonly Concern[]
}

/** What says whose obligation a fact concerns. */
export type Concern = { readonly kind: string; readonly requirementId?: string; readonly trackId?: string }

/** What was read to derive: as it stands with everything that was written before. */
export type ProjectionRead = {
  readonly requirements: readonly RequirementRecord[]
  readonly events: ReadonlyMap<StaffMemberId, readonly StoredEvent[]>
}

/** Too many to wait for are not locked either: the worker takes them part by part. */
export function lockable(staffMemberIds: readonly string[]): readonly string[] {
  return staffMemberIds.length > linesAtOnce ? [] : staffMemberIds
}

/**
 * Derives the spans of these people anew, in the transaction that wrote something about them. What is too much for one
 * transaction is marked as due, and the worker does it at once; then the answer is null.
 */
export async function refreshProjection(
  tx: Tx,
  practiceId: PracticeId,
  { staffMemberIds, members, facts }: Refresh,
  now: Instant,
): Promise<ProjectionRead | null> {
  const requirements = await listRequirements(tx, [practiceId])
  const concerned = requirements.filter((requirement) => facts.some((fact) => concerns(fact, requirement)))
  const isWhole = concerned.length === requirements.length
  if (!isWhole && concerned.length === 0) return { requirements, events: new Map() }
  if (staffMemberIds.length * Math.max(1, concerned.length) > linesAtOnce) {
    await markDue(tx, practiceId)
    return null
  }
  const events = await projectMembers(tx, practiceId, members, { requirements: concerned, isWhole }, now)
  return { requirements, events }
}

/** Asked of what makes the histories, so that no rule about it stands twice. */
function concerns({ kind, requirementId, trackId }: Concern, requirement: RequirementRecord): boolean {
  const fact = { kind, requirementId: requirementId ?? null, trackId: trackId ?? null } as StoredEvent
  return historyOf('', requirement, [fact]).events.length > requirement.facts.length
}

/** The same for everyone at the practice: after a policy was written. */
export async function refreshEveryone(tx: Tx, practiceId: PracticeId, now: Instant): Promise<void> {
  const ids = await listStaffIds(tx, practiceId)
  const requirements = await listRequirements(tx, [practiceId])
  if (ids.length * Math.max(1, requirements.length) > linesAtOnce) return markDue(tx, practiceId)
  await projectMembers(
    tx,
    practiceId,
    await lockMembers(tx, practiceId, ids),
    { requirements, isWhole: true },
    now,
  )
  await markProjected(tx, practiceId, null)
}

/** One part of a practice that is derived anew as a whole, in a transaction of its own. */
export async function projectPart(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberIds: readonly string[],
  now: Instant,
): Promise<void> {
  const members = await lockMembers(tx, practiceId, staffMemberIds)
  const requirements = await listRequirements(tx, [practiceId])
  await projectMembers(tx, practiceId, members, { requirements, isWhole: true }, now)
}

/** Takes people off every derived list whose posts are about to be hidden. */
export async function removeFromProjection(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberIds: readonly string[],
): Promise<void> {
  const ids = (await lockMembers(tx, practiceId, staffMemberIds)).map(({ id }) => id)
  await tx.$executeRaw`
    SELECT replace_status_spans(${practiceId}::uuid, ${ids}::uuid[], ${null}::uuid[], '[]'::jsonb)`
}

async function lockMembers(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberIds: readonly string[],
): Promise<LockedMember[]> {
  return await tx.$queryRaw<LockedMember[]>`
    SELECT id, name_key AS "nameKey", time_zone AS "timeZone"
    FROM lock_for_projection(${practiceId}::uuid, ${staffMemberIds}::uuid[])`
}

/** The same without locking anybody: for whoever only looks. */
export async function listProjectable(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberIds: readonly string[],
): Promise<LockedMember[]> {
  return await tx.$queryRaw<LockedMember[]>`
    SELECT m.id, m.name_key AS "nameKey", p.time_zone AS "timeZone"
    FROM staff_member m JOIN practice p ON p.id = m.practice_id
    WHERE m.practice_id = ${practiceId}::uuid AND m.id = ANY (${staffMemberIds}::uuid[]) AND m.hidden_at IS NULL`
}

type Asked = { readonly requirements: readonly RequirementRecord[]; readonly isWhole: boolean }

/** Never more than `linesAtOnce` at once. As a whole, what stands there for a requirement that is no more goes too. */
async function projectMembers(
  tx: Tx,
  practiceId: PracticeId,
  members: readonly LockedMember[],
  { requirements, isWhole }: Asked,
  now: Instant,
): Promise<ProjectionRead['events']> {
  const asked = isWhole ? null : requirements.map(({ id }) => id)
  const ids = members.map(({ id }) => id)
  const events = await listStatusEvents(tx, [practiceId], ids)
  const rows = members.flatMap((member) =>
    spansOfMember(member, requirements, events.get(member.id) ?? [], now).map((line) =>
      rowOf(practiceId, member, line),
    ),
  )
  await tx.$executeRaw`
    SELECT replace_status_spans(${practiceId}::uuid, ${ids}::uuid[], ${asked}::uuid[], ${JSON.stringify(rows)}::jsonb)`
  return events
}

export type ProjectedLine = {
  readonly requirementId: RequirementId | typeof nothingAsked
  readonly span: ProjectedSpan
}

/** From yesterday on: two machines, or a clock that is set, may still live in it. */
export function spansOfMember(
  { id, timeZone }: Pick<LockedMember, 'id' | 'timeZone'>,
  requirements: readonly RequirementRecord[],
  events: readonly StoredEvent[],
  now: Instant,
): readonly ProjectedLine[] {
  const from = addDays(localDateAt(now, timeZone), -1)
  if (requirements.length === 0) {
    const history = { zone: timeZone, policies: [], events }
    return projectedSpans(history, from).map((span) => ({ requirementId: nothingAsked, span }))
  }
  return requirements.flatMap((requirement) =>
    projectedSpans({ ...historyOf(timeZone, requirement, events), staffMemberId: id }, from).map((span) => ({
      requirementId: requirement.id,
      span,
    })),
  )
}

/** As the table's columns are called. */
function rowOf(
  practiceId: PracticeId,
  { id, nameKey }: LockedMember,
  { requirementId, span }: ProjectedLine,
) {
  const { answer, from, through, hasLeft, hasBegun } = span
  const { because } = answer
  return {
    practice_id: practiceId,
    staff_member_id: id,
    requirement_id: requirementId,
    from_on: from,
    through_on: through ?? 'infinity',
    status: requirementId === nothingAsked ? 'nothing-asked' : answer.status,
    urgency: urgency.indexOf(answer.status),
    has_left: hasLeft,
    has_begun: hasBegun,
    rule: because.rule,
    authority: answer.authority,
    due_on: answer.dueOn,
    opens_on: answer.opensOn,
    valid_through: answer.validThrough,
    obligation_began_on: because.obligationBeganOn,
    completed_on: because.completedOn,
    kept_from_on: because.keptFromOn,
    baseline_due_on: because.baselineDueOn,
    extended_to: because.extendedTo,
    return_due_on: because.returnDueOn,
    excused_through: because.excusedThrough,
    update_due_on: because.updateDueOn,
    grace_through: because.graceThrough,
    name_key: nameKey,
  }
}
