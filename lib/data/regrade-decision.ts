import type { DonePart } from '#lib/data/complete-part'
import type { Tx } from '#lib/data/database'
import type { RegradeOutcome } from '#lib/domain/assessment/regrade'
import type { Instant } from '#lib/domain/calendar'
import type { AttemptId, PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { StoredTurn } from '#lib/domain/training/turn'

export type NewDecision = {
  readonly runId: string
  readonly submissionId: AttemptId
  readonly outcome: RegradeOutcome
  readonly reason: string
  readonly decidedBy: PersonId
}

/** False where it was decided before: the first decision stands. */
export async function insertDecision(
  tx: Tx,
  practiceId: PracticeId,
  decision: NewDecision,
  now: Instant,
): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO regrade_decision (practice_id, submission_id, to_version_id, outcome, reason, decided_at, decided_by)
    SELECT r.practice_id, ${decision.submissionId}::uuid, r.to_version_id, ${decision.outcome}, ${decision.reason},
      ${now}::timestamptz, ${decision.decidedBy}::uuid
    FROM regrade_run r WHERE r.practice_id = ${practiceId}::uuid AND r.id = ${decision.runId}::uuid
    ON CONFLICT (practice_id, submission_id, to_version_id) DO NOTHING`
  return added > 0
}

/** A submission that passes after all, as a completion names it, and where its turn stands. */
export type RegradedAttempt = DonePart & {
  readonly turn: StoredTurn
  readonly isCompleted: boolean
  /** A sitting of the same quiz that is open. */
  readonly openAttemptId: AttemptId | null
}

export async function findRegradedAttempt(
  tx: Tx,
  practiceId: PracticeId,
  submissionId: AttemptId,
): Promise<RegradedAttempt | undefined> {
  const rows = await tx.$queryRaw<RegradedAttempt[]>`
    SELECT 'module' AS kind, s.practice_id AS "practiceId", s.staff_member_id AS "staffMemberId",
      s.assignment_id AS "assignmentId", s.cycle, a.track_id AS "trackId", s.module_id AS part,
      s.module_version_id AS "versionId", v.version, s.language,
      c.told AS turn,
      EXISTS (SELECT FROM module_completion c WHERE c.practice_id = s.practice_id AND c.assignment_id = s.assignment_id
        AND c.cycle = s.cycle AND c.module_id = s.module_id) AS "isCompleted",
      (SELECT o.id FROM open_attempt o WHERE o.practice_id = s.practice_id AND o.assignment_id = s.assignment_id
        AND o.cycle = s.cycle AND o.module_id = s.module_id) AS "openAttemptId"
    FROM submission s
    JOIN module_version v ON v.id = s.module_version_id
    JOIN assignment a ON a.practice_id = s.practice_id AND a.id = s.assignment_id
    JOIN LATERAL last_cycle(s.practice_id, s.assignment_id, false) c ON true
    WHERE s.practice_id = ${practiceId}::uuid AND s.id = ${submissionId}::uuid`
  return rows[0]
}

/** Closes a sitting that nobody needs any more, in the order of locks in which it would be handed in. */
export async function closeSitting(
  tx: Tx,
  practiceId: PracticeId,
  staffMemberId: StaffMemberId,
  attemptId: AttemptId,
): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*)::int FROM take_attempt(${attemptId}::uuid, ARRAY[${practiceId}::uuid], ARRAY[${staffMemberId}::uuid])`
}
