import type { Tx } from '#lib/data/database'
import type { RegradeOutcome } from '#lib/domain/assessment/regrade'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { Score } from '#lib/domain/curriculum/score-attempt'
import type { AttemptId, ModuleVersionId, PersonId, PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** A module version that was taken here, and the newest one that corrects its key. */
export type Correction = {
  readonly moduleId: string
  readonly title: string
  /** Of the title. */
  readonly language: Language
  readonly fromVersionId: ModuleVersionId
  readonly fromVersion: number
  readonly toVersionId: ModuleVersionId
  readonly toVersion: number
  /** The items that ask the same in both and have another key. */
  readonly itemIds: readonly string[]
  /** Whether a submission has yet to be scored with it. */
  readonly isWaiting: boolean
}

/** The corrections that concern what was submitted at the practice, one for each version taken. One query, no keys. */
export async function listCorrections(
  tx: Tx,
  practiceId: PracticeId,
  language: Language,
): Promise<Correction[]> {
  return await tx.$queryRaw<Correction[]>`
    WITH taken AS (
      SELECT DISTINCT module_version_id AS id FROM submission WHERE practice_id = ${practiceId}::uuid
    ), corrected AS (
      SELECT old.id AS old_id, new.id AS new_id, new.version, array_agg(i.item_id ORDER BY i.item_id) AS item_ids
      FROM taken JOIN module_version old ON old.id = taken.id
      JOIN module_version new ON new.module_id = old.module_id AND new.version > old.version
      JOIN item_version i ON i.module_version_id = old.id
      JOIN item_version j ON j.module_version_id = new.id AND j.item_id = i.item_id
        AND j.stem = i.stem AND j.options = i.options
        AND j.kind = i.kind AND j.prompts = i.prompts
        AND (SELECT told ->> 'text' FROM jsonb_array_elements(new.vignettes) told WHERE told ->> 'id' = j.vignette_id)
          IS NOT DISTINCT FROM
          (SELECT told ->> 'text' FROM jsonb_array_elements(old.vignettes) told WHERE told ->> 'id' = i.vignette_id)
      JOIN item_key k ON k.module_version_id = old.id AND k.item_id = i.item_id
      JOIN item_key l ON l.module_version_id = new.id AND l.item_id = i.item_id
        AND l.correct_option_ids <> k.correct_option_ids
      GROUP BY old.id, new.id
    ), newest AS (
      SELECT DISTINCT ON (old_id) * FROM corrected ORDER BY old_id, version DESC
    )
    SELECT v.module_id AS "moduleId", coalesce(w.title, v.title) AS title, coalesce(w.language, v.language) AS language,
      v.id AS "fromVersionId", v.version AS "fromVersion", c.new_id AS "toVersionId", c.version AS "toVersion",
      c.item_ids AS "itemIds",
      EXISTS (SELECT FROM submission s WHERE s.practice_id = ${practiceId}::uuid AND s.module_version_id = v.id
        AND EXISTS (SELECT FROM jsonb_array_elements(s.items) d WHERE d ->> 'itemId' = ANY (c.item_ids))
        AND NOT EXISTS (SELECT FROM regrade_score g WHERE g.practice_id = s.practice_id AND g.submission_id = s.id
          AND g.to_version_id = c.new_id)) AS "isWaiting"
    FROM newest c JOIN module_version v ON v.id = c.old_id
    LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
    ORDER BY v.module_id, v.version LIMIT 200`
}

/** A submission that has not been scored with the corrected key, as it stands: after an earlier regrade as that left it. */
export type SubmissionToRegrade = {
  readonly id: AttemptId
  readonly itemIds: readonly string[]
  readonly answers: Readonly<Record<string, readonly string[]>>
  readonly correct: number
  readonly passed: boolean
}

/** Those that asked a corrected item, the oldest first. One query. */
export async function listToRegrade(
  tx: Tx,
  practiceId: PracticeId,
  { fromVersionId, toVersionId, itemIds }: Pick<Correction, 'fromVersionId' | 'toVersionId' | 'itemIds'>,
  { limit }: { readonly limit: number },
): Promise<SubmissionToRegrade[]> {
  return await tx.$queryRaw<SubmissionToRegrade[]>`
    SELECT s.id, ARRAY(SELECT d ->> 'itemId' FROM jsonb_array_elements(s.items) d) AS "itemIds",
      (SELECT coalesce(json_object_agg(a.item_id, a.option_ids), '{}') FROM answer a
        WHERE a.practice_id = s.practice_id AND a.submission_id = s.id) AS answers,
      coalesce(last.correct, g.correct) AS correct, coalesce(last.passed, g.passed) AS passed
    FROM submission s
    JOIN score g ON g.practice_id = s.practice_id AND g.submission_id = s.id
    LEFT JOIN LATERAL (
      SELECT e.correct, e.passed FROM regrade_score e
      JOIN regrade_run r ON r.practice_id = e.practice_id AND r.id = e.run_id
      WHERE e.practice_id = s.practice_id AND e.submission_id = s.id ORDER BY r.recorded_at DESC, r.id LIMIT 1
    ) last ON true
    WHERE s.practice_id = ${practiceId}::uuid AND s.module_version_id = ${fromVersionId}
      AND EXISTS (SELECT FROM jsonb_array_elements(s.items) d WHERE d ->> 'itemId' = ANY (${[...itemIds]}::text[]))
      AND NOT EXISTS (SELECT FROM regrade_score e WHERE e.practice_id = s.practice_id AND e.submission_id = s.id
        AND e.to_version_id = ${toVersionId})
    ORDER BY s.submitted_at, s.id LIMIT ${limit}`
}

/** Held until the transaction ends: of two runs at once, the second finds what the first has scored. */
export async function lockRegrade(tx: Tx, practiceId: PracticeId): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('regrade ' || ${practiceId}, 0))::text`
}

export type NewRegrade = Pick<Correction, 'moduleId' | 'fromVersionId' | 'toVersionId' | 'itemIds'> & {
  readonly id: string
  readonly reason: string
  readonly recordedBy: PersonId
}

export type Regraded = {
  readonly submissionId: AttemptId
  readonly oldCorrect: number
  readonly oldPassed: boolean
} & Score

/** Whether the run is there already: the same form, sent again. */
export async function hasRegrade(tx: Tx, practiceId: PracticeId, id: string): Promise<boolean> {
  const where = { practiceId_id: { practiceId, id } }
  return (await tx.regradeRun.findUnique({ where, select: { id: true } })) !== null
}

/** Writes the run and what it found, never anything else. Two statements. */
export async function insertRegrade(
  tx: Tx,
  practiceId: PracticeId,
  run: NewRegrade,
  scores: readonly Regraded[],
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO regrade_run (practice_id, id, module_id, from_version_id, to_version_id, item_ids, reason, recorded_at,
      recorded_by)
    VALUES (${practiceId}::uuid, ${run.id}::uuid, ${run.moduleId}, ${run.fromVersionId}, ${run.toVersionId},
      ${[...run.itemIds]}::text[], ${run.reason}, ${now}::timestamptz, ${run.recordedBy}::uuid)`
  await tx.$executeRaw`
    INSERT INTO regrade_score (practice_id, submission_id, to_version_id, run_id, old_correct, old_passed, correct, out_of,
      passed, missed_must_pass, missed_objectives)
    SELECT ${practiceId}::uuid, r."submissionId", ${run.toVersionId}, ${run.id}::uuid, r."oldCorrect", r."oldPassed",
      r.correct, r."outOf", r.passed, r."missedMustPass", r."missedObjectives"
    FROM jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) AS r("submissionId" uuid, "oldCorrect" int,
      "oldPassed" boolean, correct int, "outOf" int, passed boolean, "missedMustPass" text[], "missedObjectives" text[])`
}

/** A run as everybody who may see that there was one may read it: no people. */
export type RegradeLine = {
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly fromVersion: number
  readonly toVersion: number
  readonly items: number
  readonly reason: string
  readonly recordedOn: LocalDate
  readonly recordedBy: string | null
  /** Changes of pass that nobody has decided about; where the module was completed otherwise, nothing is left to decide. */
  readonly isUndecided: boolean
}

/** The runs of the practice, the newest first, or the one named. */
export async function listRegrades(
  tx: Tx,
  practiceId: PracticeId,
  { language, id = null, limit }: { language: Language; id?: string | null; limit: number },
): Promise<RegradeLine[]> {
  return await tx.$queryRaw<RegradeLine[]>`
    SELECT r.id, coalesce(w.title, v.title) AS title, coalesce(w.language, v.language) AS language,
      v.version AS "fromVersion", n.version AS "toVersion", cardinality(r.item_ids) AS items, r.reason,
      (r.recorded_at AT TIME ZONE p.time_zone)::date::text AS "recordedOn", m.name AS "recordedBy",
      EXISTS (SELECT FROM regrade_score g WHERE g.practice_id = r.practice_id AND g.run_id = r.id
        AND g.old_passed <> g.passed AND NOT EXISTS (SELECT FROM regrade_decision d WHERE d.practice_id = g.practice_id
          AND d.submission_id = g.submission_id AND d.to_version_id = g.to_version_id)
        AND NOT (g.passed AND EXISTS (SELECT FROM submission s JOIN module_completion c ON c.practice_id = s.practice_id
          AND c.assignment_id = s.assignment_id AND c.cycle = s.cycle AND c.module_id = s.module_id
          WHERE s.practice_id = g.practice_id AND s.id = g.submission_id))) AS "isUndecided"
    FROM regrade_run r JOIN practice p ON p.id = r.practice_id
    JOIN module_version v ON v.id = r.from_version_id JOIN module_version n ON n.id = r.to_version_id
    LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}
    LEFT JOIN staff_member m ON m.practice_id = r.practice_id AND m.person_id = r.recorded_by
    WHERE r.practice_id = ${practiceId}::uuid AND (${id}::uuid IS NULL OR r.id = ${id}::uuid)
    ORDER BY r.recorded_at DESC, r.id LIMIT ${limit}`
}

/** Somebody for whom a run changed whether an attempt passed: no answers, no scores. */
export type AffectedPerson = {
  readonly submissionId: AttemptId
  readonly staffMemberId: string
  readonly name: string
  readonly submittedOn: LocalDate
  readonly passedBefore: boolean
  readonly passesNow: boolean
  /** Whether the module is completed in the turn of that attempt, by whichever attempt. */
  readonly isCompleted: boolean
  /** The certificate of that turn, where it has one that was not revoked. */
  readonly certificateId: string | null
  readonly decision: {
    readonly outcome: RegradeOutcome
    readonly reason: string
    readonly decidedOn: LocalDate
    readonly decidedBy: string | null
  } | null
}

export async function listAffected(
  tx: Tx,
  practiceId: PracticeId,
  runId: string,
  { submissionId = null, limit }: { submissionId?: string | null; limit: number },
): Promise<AffectedPerson[]> {
  return await tx.$queryRaw<AffectedPerson[]>`
    SELECT g.submission_id AS "submissionId", m.id AS "staffMemberId", m.name, s.submitted_on::text AS "submittedOn",
      g.old_passed AS "passedBefore", g.passed AS "passesNow",
      EXISTS (SELECT FROM module_completion c WHERE c.practice_id = s.practice_id AND c.assignment_id = s.assignment_id
        AND c.cycle = s.cycle AND c.module_id = s.module_id) AS "isCompleted",
      (SELECT c.id FROM certificate c WHERE c.practice_id = s.practice_id AND c.assignment_id = s.assignment_id
        AND c.cycle = s.cycle AND NOT EXISTS (SELECT FROM certificate_revocation r
          WHERE r.practice_id = c.practice_id AND r.certificate_id = c.id)) AS "certificateId",
      CASE WHEN d.outcome IS NOT NULL THEN json_build_object('outcome', d.outcome, 'reason', d.reason,
        'decidedOn', (d.decided_at AT TIME ZONE p.time_zone)::date, 'decidedBy', b.name) END AS decision
    FROM regrade_score g
    JOIN practice p ON p.id = g.practice_id
    JOIN submission s ON s.practice_id = g.practice_id AND s.id = g.submission_id
    JOIN staff_member m ON m.practice_id = s.practice_id AND m.id = s.staff_member_id AND m.hidden_at IS NULL
    LEFT JOIN regrade_decision d ON d.practice_id = g.practice_id AND d.submission_id = g.submission_id
      AND d.to_version_id = g.to_version_id
    LEFT JOIN staff_member b ON b.practice_id = d.practice_id AND b.person_id = d.decided_by
    WHERE g.practice_id = ${practiceId}::uuid AND g.run_id = ${runId}::uuid AND g.old_passed <> g.passed
      AND (${submissionId}::uuid IS NULL OR g.submission_id = ${submissionId}::uuid)
    ORDER BY d.outcome IS NOT NULL, m.name_key, m.id, s.submitted_at LIMIT ${limit}`
}
