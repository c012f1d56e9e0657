import type { Posts } from '#lib/data/attempt'
import type { Tx } from '#lib/data/database'
import type { RegradeOutcome } from '#lib/domain/assessment/regrade'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { AssignmentId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** That an attempt was scored again with a corrected key, and what somebody decided about it since. */
export type ScoredAgain = {
  readonly runId: string
  readonly on: LocalDate
  /** How many questions of the attempt have a corrected key. */
  readonly items: number
  readonly oldCorrect: number
  readonly oldPassed: boolean
  readonly correct: number
  readonly passed: boolean
  readonly decision: { readonly outcome: RegradeOutcome; readonly on: LocalDate } | null
}

/** A result as its own learner sees it: no keys, and of the items only which objectives to look at again. */
export type SubmissionResult = {
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly assignmentId: AssignmentId
  readonly moduleId: string
  readonly moduleTitle: string
  /** Of the module's words: its own where they are not translated into the reader's. */
  readonly language: Language
  /** By the newest score. */
  readonly correct: number
  readonly outOf: number
  /** As it counts: by the first score, or by a person's decision after a later one. */
  readonly passed: boolean
  readonly passMarkPercent: number
  /** Ids of the safety-critical items that were not right, by the newest score. */
  readonly missedMustPass: readonly string[]
  readonly revisit: readonly {
    readonly objective: string
    readonly lessons: readonly { readonly lessonId: string; readonly title: string }[]
  }[]
  /** The certificate that this submission earned, if it was the track's last step. */
  readonly certificateId: string | null
  /** Where the certificate of this turn was revoked. */
  readonly revokedCertificate: { readonly id: string; readonly on: LocalDate } | null
  /** Whether the module is completed in the turn of this attempt, by whichever attempt. */
  readonly isCompleted: boolean
  readonly submittedAt: Instant
  /** When the time was over; null where none was set. */
  readonly endsAt: Instant | null
  /** How many items have an answer. */
  readonly answered: number
  /** The latest first. */
  readonly scoredAgain: readonly ScoredAgain[]
  /** Whether a policy of the practice ever showed right answers: nothing more, the rules decide. */
  readonly mayShowKeys: boolean
  /** Whether this person has an attempt at the same quiz open, for whatever training, or a form that asks one of the items. */
  readonly isSitting: boolean
}

/** One query. */
export async function findResult(
  tx: Tx,
  posts: Posts,
  id: string,
  language: Language,
): Promise<SubmissionResult | undefined> {
  const rows = await tx.$queryRaw<SubmissionResult[]>`
    SELECT s.practice_id AS "practiceId", s.staff_member_id AS "staffMemberId", s.assignment_id AS "assignmentId",
      s.module_id AS "moduleId", coalesce(w.title, v.title) AS "moduleTitle",
      coalesce(w.language, v.language) AS language, coalesce(again.correct, g.correct) AS correct, g.out_of AS "outOf",
      g.passed OR coalesce(again.given, false) AS passed, v.pass_mark_percent AS "passMarkPercent",
      coalesce(again.missed_must_pass, g.missed_must_pass) AS "missedMustPass",
      (SELECT coalesce(json_agg(json_build_object('objective', o ->> 'text', 'lessons', (
          SELECT coalesce(json_agg(json_build_object('lessonId', l.lesson_id, 'title', coalesce(lw.title, l.title))
            ORDER BY l.position), '[]')
          FROM lesson l
          LEFT JOIN lesson_translation lw ON lw.module_version_id = l.module_version_id AND lw.lesson_id = l.lesson_id
            AND lw.language = w.language
          WHERE l.module_version_id = v.id AND o ->> 'id' = ANY (l.objectives)))), '[]')
        FROM jsonb_array_elements(coalesce(w.objectives, v.objectives)) o
        WHERE o ->> 'id' = ANY (coalesce(again.missed_objectives, g.missed_objectives))) AS revisit,
      CASE WHEN c.issued_at = s.submitted_at OR c.issued_at = ANY (again.decided) THEN c.id END AS "certificateId",
      (SELECT json_build_object('id', c.id, 'on', (r.revoked_at AT TIME ZONE p.time_zone)::date)
        FROM certificate_revocation r WHERE r.practice_id = c.practice_id AND r.certificate_id = c.id)
        AS "revokedCertificate",
      EXISTS (SELECT FROM module_completion m WHERE m.practice_id = s.practice_id
        AND m.assignment_id = s.assignment_id AND m.cycle = s.cycle AND m.module_id = s.module_id) AS "isCompleted",
      to_char(s.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "submittedAt",
      to_char(s.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "endsAt",
      (SELECT count(*)::int FROM answer a WHERE a.practice_id = s.practice_id AND a.submission_id = s.id) AS answered,
      coalesce(again.told, '[]') AS "scoredAgain",
      EXISTS (SELECT FROM requirement_policy q WHERE q.practice_id = s.practice_id
        AND q.terms #>> '{assessment,keysShown}' = 'after-pass-or-last') AS "mayShowKeys",
      EXISTS (SELECT FROM open_attempt o WHERE o.practice_id = ANY (${posts.practiceIds}::uuid[])
        AND o.staff_member_id = ANY (${posts.staffMemberIds}::uuid[]) AND o.module_id = s.module_id)
      OR EXISTS (SELECT FROM form_sitting f WHERE f.practice_id = ANY (${posts.practiceIds}::uuid[])
        AND f.staff_member_id = ANY (${posts.staffMemberIds}::uuid[]) AND NOT f.is_skipped AND NOT is_form_over(f)
        AND jsonb_array_length(f.items) > (SELECT count(*) FROM form_answer a
          WHERE a.practice_id = f.practice_id AND a.form_id = f.id)
        AND EXISTS (SELECT FROM jsonb_array_elements(f.items) asked, jsonb_array_elements(s.items) drawn
          WHERE asked ->> 'itemId' = drawn ->> 'itemId')) AS "isSitting"
    FROM submission s
    JOIN practice p ON p.id = s.practice_id
    JOIN score g ON g.practice_id = s.practice_id AND g.submission_id = s.id
    JOIN module_version v ON v.id = s.module_version_id
    LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
    LEFT JOIN certificate c ON c.practice_id = s.practice_id AND c.assignment_id = s.assignment_id AND c.cycle = s.cycle
    CROSS JOIN LATERAL scored_again(s.practice_id, s.id) again
    WHERE s.practice_id = ANY (${posts.practiceIds}::uuid[]) AND s.id = ${id}::uuid
      AND s.staff_member_id = ANY (${posts.staffMemberIds}::uuid[])`
  return rows[0]
}

/** The latest of the attempts at a quiz in a turn that were scored again; undefined where none was. */
export async function findScoredAgain(
  tx: Tx,
  { practiceId, timeZone }: { readonly practiceId: PracticeId; readonly timeZone: string },
  quiz: { readonly assignmentId: AssignmentId; readonly moduleId: string; readonly cycle: number },
): Promise<{ readonly submissionId: string; readonly on: LocalDate } | undefined> {
  const rows = await tx.$queryRaw<{ submissionId: string; on: LocalDate }[]>`
    SELECT s.id AS "submissionId",
      (coalesce(d.decided_at, r.recorded_at) AT TIME ZONE ${timeZone})::date::text AS on
    FROM submission s
    JOIN regrade_score e ON e.practice_id = s.practice_id AND e.submission_id = s.id
    JOIN regrade_run r ON r.practice_id = e.practice_id AND r.id = e.run_id
    LEFT JOIN regrade_decision d ON d.practice_id = e.practice_id AND d.submission_id = e.submission_id
      AND d.to_version_id = e.to_version_id
    WHERE s.practice_id = ${practiceId}::uuid AND s.assignment_id = ${quiz.assignmentId}::uuid
      AND s.cycle = ${quiz.cycle} AND s.module_id = ${quiz.moduleId}
    ORDER BY coalesce(d.decided_at, r.recorded_at) DESC, s.id LIMIT 1`
  return rows[0]
}
