import { randomUUID } from 'node:crypto'
import { statusKinds } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import { type LockedMember, lockable, type ProjectionRead, refreshProjection } from '#lib/data/projection'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'

export type NewEvidence = {
  /** Where the same fact must be written once however often it is sent, an id that it always gets. */
  readonly id?: string
  readonly staffMemberId: string
  readonly requirementId?: string
  readonly trackId?: string
  readonly kind: string
  readonly effectiveOn: LocalDate
  readonly reason?: string
  /** The fields of the event's kind, as `lib/domain/compliance/evidence.ts` names them, `at` included. */
  readonly details?: Readonly<Record<string, unknown>>
}

/**
 * Writes facts, one statement however many, and derives anew where those whom they speak of stand. `actor` is null where
 * Beacon itself recorded them. Never updated, never deleted. Returns how many were new: a fact of an id that is there
 * already is left as it is. It is the only way in for facts, so that no list can miss one.
 */
export async function insertEvidence(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId | null,
  facts: readonly NewEvidence[],
  now: Instant,
): Promise<number> {
  return (await insertEvidenceAndRead(tx, practiceId, actor, facts, now)).written
}

/** The same for whoever then needs what was read on the way: null where nothing was. */
export async function insertEvidenceAndRead(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId | null,
  facts: readonly NewEvidence[],
  now: Instant,
): Promise<{ readonly written: number; readonly read: ProjectionRead | null }> {
  const concerned = concernedBy(facts)
  const rows = facts.map((fact) => ({ ...fact, id: fact.id ?? randomUUID() }))
  const [result] = await tx.$queryRaw<{ written: number; members: LockedMember[] }[]>`
    WITH locked AS MATERIALIZED (
      SELECT id, name_key AS "nameKey", time_zone AS "timeZone"
      FROM lock_for_projection(${practiceId}::uuid, ${lockable(concerned.staffMemberIds)}::uuid[])
    ), written AS (
      INSERT INTO evidence_event (practice_id, id, staff_member_id, requirement_id, track_id, kind, effective_on,
        recorded_at, actor_person_id, reason, details)
      SELECT ${practiceId}::uuid, r.id, r."staffMemberId", r."requirementId", r."trackId", r.kind, r."effectiveOn",
        ${now}::timestamptz, ${actor}::uuid, r.reason, coalesce(r.details, '{}')
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, "staffMemberId" uuid, "requirementId" uuid,
        "trackId" text, kind text, "effectiveOn" date, reason text, details jsonb)
      ON CONFLICT (practice_id, id) DO NOTHING
      RETURNING staff_member_id, kind
    ), later AS (
      INSERT INTO projection_due (practice_id, staff_member_id)
      SELECT DISTINCT ${practiceId}::uuid, staff_member_id FROM written WHERE kind = ${postponed}
      ON CONFLICT (practice_id, staff_member_id) DO NOTHING
    )
    SELECT (SELECT count(*)::int FROM written) AS written,
      (SELECT coalesce(json_agg(locked), '[]') FROM locked) AS members`
  const { written = 0, members = [] } = result ?? {}
  if (written === 0 || concerned.staffMemberIds.length === 0) return { written, read: null }
  return { written, read: await refreshProjection(tx, practiceId, { ...concerned, members }, now) }
}

/**
 * That somebody began only turns "not started" into "in progress", and it is written by a reader's first save, which must
 * stay quick: the worker derives it within seconds.
 */
const postponed = 'part-started'

/** The facts that may change somebody's standing at once, and whose. */
function concernedBy(all: readonly NewEvidence[]) {
  const facts = all.filter(({ kind }) => statusKinds.has(kind) && kind !== postponed)
  return { facts, staffMemberIds: [...new Set(facts.map(({ staffMemberId }) => staffMemberId))] }
}
