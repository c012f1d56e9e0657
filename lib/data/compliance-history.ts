import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'
import type { PracticeId, RequirementId, StaffMemberId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type { Asking } from '#lib/domain/training/attempt-limit'

/** A fact as stored: the domain's event, and whose obligation it concerns. Null concerns every one. */
export type StoredEvent = EvidenceEvent & {
  readonly requirementId: RequirementId | null
  readonly trackId: string | null
}

/** A requirement with every version of its policy, oldest first. */
export type RequirementRecord = {
  readonly id: RequirementId
  readonly practiceId: PracticeId
  readonly name: string
  readonly trackId: string
  readonly policies: readonly Policy[]
  /** The attempt limit of each policy version, by its id: not the status engine's business. */
  readonly attemptLimits: Readonly<Record<string, number>>
}

// What the status engine reads. Other facts (an invitation, a certificate) stand in the timeline only. No stored policy
// names parts, so `completed` stands for them, and `part-completed` would be most of what is read for nothing.
const kinds: readonly EvidenceEvent['kind'][] = [
  'employed',
  'employment-ended',
  'role-started',
  'role-ended',
  'location-set',
  'employment-kind-set',
  'part-started',
  'completed',
  'external-accepted',
  'leave-started',
  'leave-ended',
  'extended',
  'exempted',
  'corrected',
  'superseded',
  'updated',
  'licence-renewal-set',
  'retired',
]
export const statusKinds: ReadonlySet<string> = new Set(kinds)

/** The facts of one staff member, column by column. */
type EventColumns = {
  readonly staffMemberId: StaffMemberId
  readonly ids: readonly string[]
  readonly kinds: readonly string[]
  readonly days: readonly string[]
  /** ISO without a zone, in UTC, with as many decimals as it has. */
  readonly recorded: readonly string[]
  readonly requirements: readonly (string | null)[]
  readonly tracks: readonly (string | null)[]
  readonly details: readonly object[]
}

/**
 * The facts that statuses rest on, by staff member: of the whole practice, or of those named. One query; aggregated by
 * the database, since a row for each of tens of thousands of facts costs more than deriving the statuses, and by columns,
 * since building an object for each of them there costs three times as much as here.
 */
export async function listStatusEvents(
  tx: Tx,
  practiceIds: readonly PracticeId[],
  staffMemberIds?: StaffMemberId | readonly StaffMemberId[],
): Promise<Map<StaffMemberId, StoredEvent[]>> {
  const named = staffMemberIds === undefined ? null : [staffMemberIds].flat()
  const rows = await tx.$queryRaw<EventColumns[]>`
    SELECT staff_member_id AS "staffMemberId", json_agg(id) AS ids, json_agg(kind) AS kinds,
      json_agg(effective_on) AS days, json_agg(recorded_at AT TIME ZONE 'UTC') AS recorded,
      json_agg(requirement_id) AS requirements, json_agg(track_id) AS tracks, json_agg(details) AS details
    FROM evidence_event
    WHERE practice_id = ANY (${practiceIds}::uuid[]) AND kind = ANY (${kinds}::text[])
      AND (${named}::uuid[] IS NULL OR staff_member_id = ANY (${named}::uuid[]))
    GROUP BY staff_member_id`
  return new Map(rows.map((row) => [row.staffMemberId, eventsIn(row)]))
}

function eventsIn({
  ids,
  kinds,
  days,
  recorded,
  requirements,
  tracks,
  details,
}: EventColumns): StoredEvent[] {
  return details.map((own, index) => {
    const event = {
      ...own,
      id: ids[index],
      kind: kinds[index],
      effectiveOn: days[index],
      recordedAt: instantOf(recorded[index] ?? ''),
      requirementId: requirements[index],
      trackId: tracks[index],
    }
    return event as StoredEvent
  })
}

/** "2026-03-10T17:00:00" and "2026-03-10T17:00:00.5" as our instants are written. */
const instantOf = (text: string) => `${text.includes('.') ? text.padEnd(23, '0') : `${text}.000`}Z`

type PolicyRow = {
  readonly id: string
  readonly effectiveOn: LocalDate
  readonly recordedAt: Policy['recordedAt']
  readonly roles: readonly string[]
  readonly cadence: string
  readonly periodMonths: number | null
  readonly firstDueDays: number
  readonly windowMonths: number
  readonly graceDays: number
  readonly earlyCredit: 'reanchor' | 'none'
  readonly returnDays: number
  readonly attemptLimit: number
}

type RequirementRow = Omit<RequirementRecord, 'policies' | 'attemptLimits'> & {
  readonly policies: PolicyRow[]
}

/** Every requirement of the practices with its policy versions, one query. */
export async function listRequirements(
  tx: Tx,
  practiceIds: readonly PracticeId[],
): Promise<RequirementRecord[]> {
  const rows = await tx.$queryRaw<RequirementRow[]>`
    SELECT r.id, r.practice_id AS "practiceId", r.name, r.track_id AS "trackId", (
      SELECT coalesce(json_agg(json_build_object('id', p.id, 'effectiveOn', p.effective_on,
        'recordedAt', to_char(p.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'roles', p.roles, 'cadence', p.cadence, 'periodMonths', p.period_months, 'firstDueDays', p.first_due_days,
        'windowMonths', p.window_months, 'graceDays', p.grace_days, 'earlyCredit', p.early_credit,
        'returnDays', p.return_days, 'attemptLimit', p.attempt_limit) ORDER BY p.effective_on, p.recorded_at), '[]')
      FROM requirement_policy p WHERE p.practice_id = r.practice_id AND p.requirement_id = r.id) AS policies
    FROM requirement r WHERE r.practice_id = ANY (${practiceIds}::uuid[])
    ORDER BY r.created_at, r.id LIMIT 200`
  return rows.map((row) => ({
    ...row,
    policies: row.policies.map(policyOf),
    attemptLimits: Object.fromEntries(row.policies.map(({ id, attemptLimit }) => [id, attemptLimit])),
  }))
}

function policyOf(row: PolicyRow): Policy {
  const terms = {
    ...defaultTerms,
    id: row.id,
    effectiveOn: row.effectiveOn,
    recordedAt: row.recordedAt,
    audience: row.roles.length === 0 ? ('everyone' as const) : { roles: row.roles },
    firstDue: { days: row.firstDueDays, notBefore: null },
    window: { months: row.windowMonths },
    graceDays: row.graceDays,
    earlyCredit: row.earlyCredit,
    returnDays: row.returnDays,
  }
  if (row.cadence === 'once') return { ...terms, cadence: 'once' }
  // Another cadence must not be judged as if it were this one.
  invariant(
    row.cadence === 'rolling' && row.periodMonths !== null,
    'a stored policy is once, or rolling with a period',
  )
  return { ...terms, cadence: 'rolling', periodMonths: row.periodMonths }
}

/** What the status engine reads for one staff member and one requirement, with the requirement's attempt limits. */
export function historyOf(
  zone: string,
  requirement: RequirementRecord,
  events: readonly StoredEvent[] = [],
): Asking {
  return {
    zone,
    policies: requirement.policies,
    attemptLimits: requirement.attemptLimits,
    events: events.filter(
      (event) =>
        (event.requirementId === null || event.requirementId === requirement.id) &&
        (event.trackId === null || event.trackId === requirement.trackId),
    ),
  }
}

/** What the status engine reads for one staff member and each requirement of the practice that asks for the track. */
export function historiesOfTrack(
  { practiceId, timeZone }: { readonly practiceId: PracticeId; readonly timeZone: string },
  trackId: string,
  requirements: readonly RequirementRecord[],
  events: readonly StoredEvent[] = [],
): Asking[] {
  return requirements
    .filter((requirement) => requirement.practiceId === practiceId && requirement.trackId === trackId)
    .map((requirement) => historyOf(timeZone, requirement, events))
}
