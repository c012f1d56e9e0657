import type { Tx } from '#lib/data/database'
import type { AssignmentId, PracticeId } from '#lib/domain/ids'

/** Where no requirement says another number. */
const attemptsWithoutPolicy = 3

/** How often the quizzes of an assignment may be sat in a cycle: the most that a requirement for its track allows today. */
export async function findAttemptLimit(
  tx: Tx,
  practiceId: PracticeId,
  assignmentId: AssignmentId,
): Promise<number> {
  const rows = await tx.$queryRaw<{ attemptLimit: number | null }[]>`
    SELECT max(latest.attempt_limit) AS "attemptLimit"
    FROM assignment a
    JOIN practice pr ON pr.id = a.practice_id
    JOIN requirement r ON r.practice_id = a.practice_id AND r.track_id = a.track_id
    JOIN LATERAL (SELECT p.attempt_limit FROM requirement_policy p
      WHERE p.practice_id = r.practice_id AND p.requirement_id = r.id
      ORDER BY p.effective_on DESC, p.recorded_at DESC LIMIT 1) latest ON true
    WHERE a.practice_id = ${practiceId}::uuid AND a.id = ${assignmentId}::uuid`
  return rows[0]?.attemptLimit ?? attemptsWithoutPolicy
}
