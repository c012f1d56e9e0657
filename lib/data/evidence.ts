import { randomUUID } from 'node:crypto'
import type { Tx } from '#lib/data/database'
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
 * Writes facts, one statement however many. `actor` is null where Beacon itself recorded them. Never updated, never deleted.
 * Returns how many were new: a fact of an id that is there already is left as it is.
 */
export async function insertEvidence(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId | null,
  facts: readonly NewEvidence[],
  now: Instant,
): Promise<number> {
  const rows = facts.map((fact) => ({ ...fact, id: fact.id ?? randomUUID() }))
  return await tx.$executeRaw`
    INSERT INTO evidence_event (practice_id, id, staff_member_id, requirement_id, track_id, kind, effective_on,
      recorded_at, actor_person_id, reason, details)
    SELECT ${practiceId}::uuid, r.id, r."staffMemberId", r."requirementId", r."trackId", r.kind, r."effectiveOn",
      ${now}::timestamptz, ${actor}::uuid, r.reason, coalesce(r.details, '{}')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, "staffMemberId" uuid, "requirementId" uuid,
      "trackId" text, kind text, "effectiveOn" date, reason text, details jsonb)
    ON CONFLICT (practice_id, id) DO NOTHING`
}
