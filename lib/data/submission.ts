import type { Posts } from '#lib/data/attempt'
import type { Tx } from '#lib/data/database'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { ReadAnswers, SavedAnswers } from '#lib/domain/curriculum/attempt-answers'
import type { DrawnItem } from '#lib/domain/curriculum/bank-item'
import type { Score } from '#lib/domain/curriculum/score-attempt'
import type { AssignmentId, AttemptId, ModuleVersionId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

export type ClaimedAttempt = {
  readonly id: AttemptId
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly assignmentId: AssignmentId
  readonly cycle: number
  readonly moduleId: string
  readonly moduleVersionId: ModuleVersionId
  readonly moduleVersion: number
  readonly trackId: string
  readonly attemptLimit: number
  readonly items: readonly DrawnItem[]
  readonly startedAt: Instant
  /** When the time is over; null where none is set. */
  readonly endsAt: Instant | null
  /** The one that the quiz is taken in: the reader's, or the version's own where it is not translated. */
  readonly language: Language
  /** What was saved, by item id. */
  readonly drafts: SavedAnswers
}

/**
 * Takes the sitting away: of any number of submissions at once, one gets it. It comes back if the transaction does not
 * commit. Answers that are being saved are waited for, and count. Unless `isSure`, a sitting that may belong to a turn that is
 * over is left, since only the rules can tell.
 */
export async function claimAttempt(
  tx: Tx,
  posts: Posts,
  attemptId: string,
  language: Language,
  isSure: boolean,
): Promise<ClaimedAttempt | undefined> {
  const rows = await tx.$queryRaw<ClaimedAttempt[]>`
    SELECT g.id, g.practice_id AS "practiceId", g.staff_member_id AS "staffMemberId",
      g.assignment_id AS "assignmentId", g.cycle, g.module_id AS "moduleId", g.module_version_id AS "moduleVersionId",
      v.version AS "moduleVersion", language_taken(v.id, ${language}) AS language, a.track_id AS "trackId", g.attempt_limit AS "attemptLimit", g.items,
      to_char(g.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "startedAt",
      to_char(g.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "endsAt", taken.drafts
    FROM take_attempt(${attemptId}::uuid, ${posts.practiceIds}::uuid[], ${posts.staffMemberIds}::uuid[],
      ${isSure}::boolean) taken
    CROSS JOIN LATERAL (SELECT (taken.attempt).*) g
    JOIN module_version v ON v.id = g.module_version_id
    JOIN assignment a ON a.practice_id = g.practice_id AND a.id = g.assignment_id`
  return rows[0]
}

export type ScoredSubmission = {
  readonly attempt: ClaimedAttempt
  readonly answers: ReadAnswers
  readonly score: Score
  readonly submittedOn: LocalDate
  readonly idempotencyKey: string
  readonly bodyHash: string
}

/**
 * Writes submission, answers and score, one statement. The number is counted here, where the claimed sitting keeps every
 * rival of the same quiz and cycle away; null where the limit was reached already, and then nothing is written. Where it
 * passed, the assignment is locked from here on, as by `lockAssignment`.
 */
export async function insertSubmission(
  tx: Tx,
  scored: ScoredSubmission,
  now: Instant,
): Promise<number | null> {
  const { attempt, score } = scored
  const answers = [...scored.answers].map(([itemId, chosen]) => ({ itemId, optionIds: chosen }))
  const rows = await tx.$queryRaw<{ attemptNumber: number }[]>`
    WITH sat AS (
      SELECT count(*)::int + 1 AS number FROM submission
      WHERE practice_id = ${attempt.practiceId}::uuid AND assignment_id = ${attempt.assignmentId}::uuid
        AND cycle = ${attempt.cycle} AND module_id = ${attempt.moduleId}
    ), submitted AS (
      INSERT INTO submission (practice_id, id, staff_member_id, assignment_id, cycle, module_id, module_version_id,
        attempt_number, attempt_limit, items, started_at, ends_at, submitted_at, submitted_on, idempotency_key,
        body_hash, language)
      SELECT ${attempt.practiceId}::uuid, ${attempt.id}::uuid, ${attempt.staffMemberId}::uuid,
        ${attempt.assignmentId}::uuid, ${attempt.cycle}, ${attempt.moduleId}, ${attempt.moduleVersionId}, sat.number,
        ${attempt.attemptLimit}, ${JSON.stringify(attempt.items)}::jsonb, ${attempt.startedAt}::timestamptz,
        ${attempt.endsAt}::timestamptz, ${now}::timestamptz, ${scored.submittedOn}::date, ${scored.idempotencyKey}, ${scored.bodyHash},
        ${attempt.language}
      FROM sat WHERE sat.number <= ${attempt.attemptLimit}
      RETURNING practice_id, id, attempt_number
    ), answered AS (
      INSERT INTO answer (practice_id, submission_id, item_id, option_ids)
      SELECT s.practice_id, s.id, r."itemId", r."optionIds"
      FROM submitted s, jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS r("itemId" text, "optionIds" text[])
    ), graded AS (
      INSERT INTO score (practice_id, submission_id, correct, out_of, passed, missed_must_pass, missed_objectives)
      SELECT s.practice_id, s.id, ${score.correct}, ${score.outOf}, ${score.passed},
        ${[...score.missedMustPass]}::text[], ${[...score.missedObjectives]}::text[]
      FROM submitted s
    )
    SELECT attempt_number AS "attemptNumber", CASE WHEN ${score.passed}::boolean THEN
      pg_advisory_xact_lock(hashtextextended('assignment ' || ${attempt.assignmentId}, 0))::text END AS locked
    FROM submitted`
  return rows[0]?.attemptNumber ?? null
}

/**
 * Held until the transaction ends: the last two modules of a track, submitted at once on two devices, must see each other,
 * or neither would find the track complete; and of two who begin a quiz at once, the second must see the first's sitting.
 */
export async function lockAssignment(tx: Tx, assignmentId: AssignmentId): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('assignment ' || ${assignmentId}, 0))::text`
}

export type EarlierSubmission = { readonly idempotencyKey: string; readonly bodyHash: string }

/** What a repeated submission is compared with. */
export async function findSubmission(
  tx: Tx,
  posts: Posts,
  id: string,
): Promise<EarlierSubmission | undefined> {
  const rows = await tx.$queryRaw<EarlierSubmission[]>`
    SELECT idempotency_key AS "idempotencyKey", body_hash AS "bodyHash" FROM submission
    WHERE practice_id = ANY (${posts.practiceIds}::uuid[]) AND id = ${id}::uuid
      AND staff_member_id = ANY (${posts.staffMemberIds}::uuid[])`
  return rows[0]
}
