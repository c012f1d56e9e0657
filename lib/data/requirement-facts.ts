import type { Tx } from '#lib/data/database'
import { refreshEveryone } from '#lib/data/projection'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'

/** A fact about a requirement and nobody in particular, so that it holds for whoever joins later too. */
export type NewRequirementFact = {
  /** An id that the same deed always gets: sent twice, it is one fact. */
  readonly id: string
  readonly requirementId: string
  readonly effectiveOn: LocalDate
  readonly reason: string
} & (
  | { readonly kind: 'retired' }
  | { readonly kind: 'corrected'; readonly details: { readonly corrects: string; readonly outcome: 'void' } }
)

/**
 * Writes it once, and derives anew where everybody stands; false where it was there already. Never updated, never deleted.
 */
export async function insertRequirementFact(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId,
  fact: NewRequirementFact,
  now: Instant,
): Promise<boolean> {
  // As a policy does: whoever is hired at the same moment sees this fact, or is seen by it.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('projection ' || ${practiceId}, 0))`
  const details = fact.kind === 'corrected' ? fact.details : {}
  const written = await tx.$executeRaw`
    INSERT INTO evidence_event (practice_id, id, staff_member_id, requirement_id, track_id, kind, effective_on,
      recorded_at, actor_person_id, reason, details)
    VALUES (${practiceId}::uuid, ${fact.id}::uuid, NULL, ${fact.requirementId}::uuid, NULL, ${fact.kind},
      ${fact.effectiveOn}::date, ${now}::timestamptz, ${actor}::uuid, ${fact.reason}, ${JSON.stringify(details)}::jsonb)
    ON CONFLICT (practice_id, id) DO NOTHING`
  if (written === 0) return false
  await refreshEveryone(tx, practiceId, now)
  return true
}

/** That a requirement was retired, and whether somebody took it back. */
export type Retirement = {
  readonly id: string
  /** The first day on which nobody owes it. */
  readonly on: LocalDate
  readonly reason: string
  readonly by: string | null
  readonly recordedOn: LocalDate
  readonly undone: {
    readonly reason: string
    readonly by: string | null
    readonly recordedOn: LocalDate
  } | null
}

/** Every retirement that was ever written of a requirement, the latest first; days of writing in the practice's zone. */
export async function listRetirements(
  tx: Tx,
  { practiceId, timeZone }: { readonly practiceId: PracticeId; readonly timeZone: string },
  requirementId: string,
): Promise<Retirement[]> {
  return await tx.$queryRaw<Retirement[]>`
    WITH said AS (
      SELECT e.*, (e.recorded_at AT TIME ZONE ${timeZone})::date::text AS recorded_on,
        (SELECT m.name FROM staff_member m WHERE m.practice_id = e.practice_id AND m.person_id = e.actor_person_id) AS by
      FROM evidence_event e
      WHERE e.practice_id = ${practiceId}::uuid AND e.requirement_id = ${requirementId}::uuid AND e.staff_member_id IS NULL
    )
    SELECT r.id, r.effective_on::text AS on, r.reason, r.by, r.recorded_on AS "recordedOn",
      (SELECT json_build_object('reason', c.reason, 'by', c.by, 'recordedOn', c.recorded_on) FROM said c
        WHERE c.kind = 'corrected' AND c.details ->> 'corrects' = r.id::text ORDER BY c.recorded_at DESC LIMIT 1) AS undone
    FROM said r WHERE r.kind = 'retired' ORDER BY r.recorded_at DESC, r.id LIMIT 100`
}
