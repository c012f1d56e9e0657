import type { Tx } from '#lib/data/database'
import { type AssessmentTerms, assessmentTermsFrom } from '#lib/domain/compliance/assessment-terms'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import type { Policy } from '#lib/domain/compliance/policy'
import { type PolicyRules, type PolicyVersion, policyFrom } from '#lib/domain/compliance/policy-rules'
import { type PublishedVersion, supersededBy } from '#lib/domain/compliance/published-changes'
import type { PracticeId, RequirementId, StaffMemberId } from '#lib/domain/ids'
import type { Asking } from '#lib/domain/training/attempt-limit'

/** A fact as stored: the domain's event, and whose obligation it concerns. Null concerns every one. */
export type StoredEvent = EvidenceEvent & {
  readonly requirementId: RequirementId | null
  readonly trackId: string | null
  /** Of whom it speaks. Left out where it concerns a requirement and nobody in particular. */
  readonly staffMemberId?: StaffMemberId
}

/** A requirement with every version of its policy, oldest first. */
export type RequirementRecord = {
  readonly id: RequirementId
  readonly practiceId: PracticeId
  readonly name: string
  readonly trackId: string
  /** What to renew with, where that is another track. */
  readonly renewalTrackId: string | null
  readonly policies: readonly Policy[]
  /** The attempt limit of each policy version, by its id: not the status engine's business. */
  readonly attemptLimits: Readonly<Record<string, number>>
  /** The further terms of its quizzes, of each policy version by its id. */
  readonly assessments: Readonly<Record<string, AssessmentTerms>>
  /** Whose certificates from elsewhere each policy version accepts, by its id; empty where the practice looks at each. */
  readonly acceptedProviders: Readonly<Record<string, readonly string[]>>
  /**
   * Facts about the requirement and nobody in particular: that it was retired, that this was a mistake, and what the later
   * versions of its tracks say.
   */
  readonly facts: readonly StoredEvent[]
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
  staffMemberId,
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
      staffMemberId,
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

type PolicyRow = PolicyVersion & { readonly terms: PolicyRules; readonly attemptLimit: number }

type FactRow = Pick<StoredEvent, 'id' | 'kind' | 'effectiveOn' | 'recordedAt'> & { readonly details: object }

type RequirementRow = Pick<RequirementRecord, 'id' | 'practiceId' | 'name' | 'trackId' | 'renewalTrackId'> & {
  readonly timeZone: string
  readonly policies: readonly PolicyRow[]
  readonly facts: readonly FactRow[]
  readonly versions: readonly PublishedVersion[]
}

/** How many requirements a practice may have, retired ones included. One more is refused, so that no list is cut. */
export const mostRequirements = 200

/** Every requirement of the practices with its policy versions, one query. */
export async function listRequirements(
  tx: Tx,
  practiceIds: readonly PracticeId[],
): Promise<RequirementRecord[]> {
  const rows = await tx.$queryRaw<RequirementRow[]>`
    SELECT r.id, r.practice_id AS "practiceId", r.name, r.track_id AS "trackId", r.renewal_track_id AS "renewalTrackId", (
      SELECT coalesce(json_agg(json_build_object('id', p.id, 'effectiveOn', p.effective_on,
        'recordedAt', to_char(p.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'appliesTo', p.applies_to, 'terms', p.terms, 'attemptLimit', p.attempt_limit)
        ORDER BY p.effective_on, p.recorded_at), '[]')
      FROM requirement_policy p WHERE p.practice_id = r.practice_id AND p.requirement_id = r.id) AS policies, (
      SELECT coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'effectiveOn', e.effective_on,
        'recordedAt', to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'details', e.details)), '[]')
      FROM evidence_event e WHERE e.practice_id = r.practice_id AND e.requirement_id = r.id
        AND e.staff_member_id IS NULL) AS facts, (
      SELECT coalesce(json_agg(json_build_object('trackId', v.track_id, 'version', v.version, 'changeKind', v.change_kind,
        'publishedAt', to_char(v.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'dueOn', v.due_on)
        ORDER BY v.track_id, v.version), '[]')
      FROM track_version v WHERE v.practice_id = r.practice_id AND v.track_id IN (r.track_id, r.renewal_track_id)
        AND v.version > 1) AS versions, z.time_zone AS "timeZone"
    FROM requirement r JOIN practice z ON z.id = r.practice_id WHERE r.practice_id = ANY (${practiceIds}::uuid[])
    ORDER BY r.created_at, r.id LIMIT ${mostRequirements * practiceIds.length}`
  return rows.map(({ policies, facts, versions, timeZone, ...row }) => ({
    ...row,
    policies: policies.map(({ terms, attemptLimit: _, ...version }) => policyFrom(terms, version)),
    attemptLimits: Object.fromEntries(policies.map(({ id, attemptLimit }) => [id, attemptLimit])),
    assessments: Object.fromEntries(
      policies.map(({ id, terms }) => [id, assessmentTermsFrom(terms.assessment)]),
    ),
    acceptedProviders: Object.fromEntries(policies.map(({ id, terms }) => [id, terms.acceptedProviders])),
    facts: [
      ...facts.map(({ details, ...fact }) => {
        return { ...details, ...fact, requirementId: row.id, trackId: null } as StoredEvent
      }),
      ...publishedFacts(row, versions, timeZone),
    ],
  }))
}

/** What the versions of its tracks say, as facts about the requirement and nobody in particular. */
export function publishedFacts(
  requirement: Pick<RequirementRecord, 'id' | 'trackId' | 'renewalTrackId'>,
  versions: readonly PublishedVersion[],
  timeZone: string,
): readonly StoredEvent[] {
  return supersededBy(versions, requirement, timeZone).map((fact) => ({
    ...fact,
    requirementId: requirement.id,
    trackId: null,
  }))
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
    assessments: requirement.assessments,
    staffMemberId: events.find((event) => event.staffMemberId !== undefined)?.staffMemberId,
    events: [...requirement.facts, ...events.flatMap((event) => factFor(requirement, event))],
  }
}

/**
 * The fact as this requirement reads it. Of the track to renew with, what was completed counts only as a renewal, and its
 * versions are counted apart; beginning it says nothing about the track that the requirement asks for first.
 */
function factFor(requirement: RequirementRecord, event: StoredEvent): readonly StoredEvent[] {
  if (event.requirementId !== null && event.requirementId !== requirement.id) return []
  if (event.trackId === null || event.trackId === requirement.trackId) return [event]
  if (event.trackId !== requirement.renewalTrackId) return []
  switch (event.kind) {
    case 'completed':
    case 'external-accepted':
    case 'superseded':
    case 'updated':
      return [{ ...event, scope: 'renewal' }]
    default:
      return []
  }
}

/**
 * What the status engine reads for one staff member and each requirement of the practice that asks for the track, first or
 * to renew with.
 */
export function historiesOfTrack(
  { practiceId, timeZone }: { readonly practiceId: PracticeId; readonly timeZone: string },
  trackId: string,
  requirements: readonly RequirementRecord[],
  events: readonly StoredEvent[] = [],
): Asking[] {
  const own = requirements.filter((requirement) => requirement.practiceId === practiceId)
  return own.flatMap((requirement): Asking[] => {
    const { trackId: initial, renewalTrackId: renewal } = requirement
    const history = historyOf(timeZone, requirement, events)
    if (trackId === initial) return [{ ...history, renewsOtherwise: renewal !== null }]
    return trackId === renewal ? [{ ...history, asksFor: 'renewal', renewsOtherwise: true }] : []
  })
}
