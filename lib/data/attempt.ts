import { randomUUID } from 'node:crypto'
import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { Instant } from '#lib/domain/calendar'
import type { BankItem, DrawnItem } from '#lib/domain/curriculum/bank-item'
import type { Blueprint } from '#lib/domain/curriculum/blueprint'
import type { AssignmentId, AttemptId, ModuleVersionId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { StoredTurn } from '#lib/domain/training/turn'

/** Whose attempts: the living posts of the actor. A row of anybody else is not found. */
export type Posts = {
  readonly practiceIds: readonly PracticeId[]
  readonly staffMemberIds: readonly StaffMemberId[]
}

/** What must be known before a sitting may begin. */
export type QuizStart = {
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly trackId: string
  readonly cycle: number
  readonly turn: StoredTurn
  readonly moduleVersionId: ModuleVersionId
  readonly moduleTitle: string
  readonly draw: number
  /** Null for an even spread over the objectives. */
  readonly blueprint: Blueprint | null
  readonly passMarkPercent: number
  readonly lessons: number
  readonly lessonsFinished: number
  /** Finished, or skipped for what was shown before the training. */
  readonly lessonsFinishedOrSkipped: number
  /** Items of the form after the training, and those that were asked before it in this cycle. */
  readonly heldOut: readonly string[]
  readonly askedBefore: readonly string[]
  readonly completed: boolean
  readonly openAttemptId: AttemptId | null
  /** When the time of that sitting is over; null where none is set. */
  readonly openEndsAt: Instant | null
  /**
   * A sitting of this version that was left open when an earlier turn was over: its answers go on in this one. One that had a
   * time limit does not, since its questions were seen and its time would begin anew.
   */
  readonly leftOpenId: AttemptId | null
  /** The items of each submission of this quiz, all cycles, the latest first. */
  readonly seen: readonly (readonly DrawnItem[])[]
  readonly submissionsThisCycle: number
  readonly lastSubmissionId: AttemptId | null
  /** When the last attempt at this quiz in this cycle was handed in, or its time was over before that. */
  readonly lastEndedAt: Instant | null
  /** Attempts that a manager allowed beyond the limit, in this cycle. */
  readonly grantedAttempts: number
}

/**
 * One query. `isAnew`: as it stands in the cycle that would follow the last one. Undefined where the assignment is not one of
 * these posts', or that cycle does not ask for the module.
 */
export async function findQuizStart(
  tx: Tx,
  posts: Posts,
  { assignmentId, moduleId }: { readonly assignmentId: string; readonly moduleId: string },
  language: Language,
  isAnew: boolean,
): Promise<QuizStart | undefined> {
  const rows = await tx.$queryRaw<QuizStart[]>`
    WITH turn AS (
      SELECT a.practice_id, a.id AS assignment_id, a.staff_member_id, a.track_id, c.number, c.began_at, c.told,
        t.module_ids, t.forms
      FROM assignment a
      JOIN LATERAL last_cycle(a.practice_id, a.id, ${isAnew}) c ON true
      JOIN track_version t ON t.id = c.track_version_id
      WHERE a.practice_id = ANY (${posts.practiceIds}::uuid[]) AND a.id = ${assignmentId}::uuid
        AND a.staff_member_id = ANY (${posts.staffMemberIds}::uuid[]) AND ${moduleId} = ANY (t.module_ids)
    ), used AS (
      SELECT coalesce(
        (SELECT o.module_version_id FROM open_attempt o, turn WHERE o.practice_id = turn.practice_id
          AND o.assignment_id = turn.assignment_id AND o.cycle = turn.number AND o.module_id = ${moduleId}),
        (SELECT s.module_version_id FROM submission s, turn WHERE s.practice_id = turn.practice_id
          AND s.assignment_id = turn.assignment_id AND s.cycle = turn.number AND s.module_id = ${moduleId}
          ORDER BY s.attempt_number DESC LIMIT 1),
        (SELECT r.module_version_id FROM lesson_reading r JOIN module_version v ON v.id = r.module_version_id, turn
          WHERE r.practice_id = turn.practice_id AND r.assignment_id = turn.assignment_id AND r.cycle = turn.number
          AND v.module_id = ${moduleId} LIMIT 1),
        (SELECT id FROM module_version WHERE module_id = ${moduleId} ORDER BY version DESC LIMIT 1)
      ) AS module_version_id
    )
    SELECT turn.practice_id AS "practiceId", turn.staff_member_id AS "staffMemberId", turn.number AS cycle,
      turn.track_id AS "trackId", turn.told AS turn,
      v.id AS "moduleVersionId", coalesce(w.title, v.title) AS "moduleTitle", v.draw, v.blueprint, v.pass_mark_percent AS "passMarkPercent",
      (SELECT count(*)::int FROM lesson l WHERE l.module_version_id = v.id) AS lessons,
      count_lessons_done(turn.practice_id, turn.assignment_id, turn.number, v.id, false) AS "lessonsFinished",
      count_lessons_done(turn.practice_id, turn.assignment_id, turn.number, v.id, true) AS "lessonsFinishedOrSkipped",
      coalesce(turn.forms -> 'after', '[]') AS "heldOut",
      list_asked_before(turn.practice_id, turn.assignment_id, turn.number) AS "askedBefore",
      EXISTS (SELECT FROM module_completion m WHERE m.practice_id = turn.practice_id
        AND m.assignment_id = turn.assignment_id AND m.cycle = turn.number AND m.module_id = ${moduleId}) AS completed,
      (SELECT o.id FROM open_attempt o WHERE o.practice_id = turn.practice_id
        AND o.assignment_id = turn.assignment_id AND o.cycle = turn.number AND o.module_id = ${moduleId})
        AS "openAttemptId",
      (SELECT to_char(o.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') FROM open_attempt o WHERE o.practice_id = turn.practice_id
        AND o.assignment_id = turn.assignment_id AND o.cycle = turn.number AND o.module_id = ${moduleId})
        AS "openEndsAt",
      (SELECT o.id FROM open_attempt o WHERE o.practice_id = turn.practice_id AND o.assignment_id = turn.assignment_id
        AND o.cycle < turn.number AND o.module_id = ${moduleId} AND o.module_version_id = v.id AND o.ends_at IS NULL
        ORDER BY o.cycle DESC LIMIT 1) AS "leftOpenId",
      (SELECT coalesce(json_agg(s.items ORDER BY s.submitted_at DESC), '[]') FROM submission s
        WHERE s.practice_id = turn.practice_id AND s.assignment_id = turn.assignment_id
        AND s.module_id = ${moduleId}) AS seen,
      (SELECT count(*)::int FROM submission s WHERE s.practice_id = turn.practice_id
        AND s.assignment_id = turn.assignment_id AND s.cycle = turn.number AND s.module_id = ${moduleId})
        AS "submissionsThisCycle",
      (SELECT s.id FROM submission s WHERE s.practice_id = turn.practice_id
        AND s.assignment_id = turn.assignment_id AND s.cycle = turn.number AND s.module_id = ${moduleId}
        ORDER BY s.attempt_number DESC LIMIT 1) AS "lastSubmissionId",
      (SELECT to_char(max(least(s.submitted_at, s.ends_at)) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') FROM submission s
        WHERE s.practice_id = turn.practice_id AND s.assignment_id = turn.assignment_id AND s.cycle = turn.number
        AND s.module_id = ${moduleId}) AS "lastEndedAt",
      count_granted_attempts(turn.practice_id, turn.staff_member_id, ${moduleId}, turn.began_at) AS "grantedAttempts"
    FROM turn, used JOIN module_version v ON v.id = used.module_version_id
    LEFT JOIN module_translation w ON w.module_version_id = v.id AND w.language = ${language}`
  return rows[0]
}

/** What a draw chooses from: the items that are ready. No keys, no words. */
export async function listBank(tx: Tx, moduleVersionId: ModuleVersionId): Promise<BankItem[]> {
  return await tx.$queryRaw<BankItem[]>`
    SELECT item_id AS id, kind, objective_id AS "objectiveId", vignette_id AS "vignetteId", must_pass AS "mustPass",
      ARRAY(SELECT jsonb_array_elements(prompts) ->> 'id') AS "promptIds",
      ARRAY(SELECT jsonb_array_elements(options) ->> 'id') AS "optionIds"
    FROM item_version WHERE module_version_id = ${moduleVersionId} AND state = 'ready' ORDER BY item_id`
}

export type NewAttempt = {
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly assignmentId: AssignmentId
  readonly cycle: number
  readonly moduleId: string
  readonly moduleVersionId: ModuleVersionId
  readonly attemptNumber: number
  readonly attemptLimit: number
  /** Null for no time limit. */
  readonly endsAt: Instant | null
  readonly items: readonly DrawnItem[]
}

/** Opens a sitting, or finds the one that a rival request opened: a constraint allows one for each quiz and cycle. */
export async function openAttempt(tx: Tx, attempt: NewAttempt, now: Instant): Promise<AttemptId> {
  const rows = await tx.$queryRaw<{ id: AttemptId }[]>`
    INSERT INTO open_attempt (practice_id, id, staff_member_id, assignment_id, cycle, module_id, module_version_id,
      attempt_number, attempt_limit, items, started_at, ends_at)
    VALUES (${attempt.practiceId}::uuid, ${randomUUID()}::uuid, ${attempt.staffMemberId}::uuid,
      ${attempt.assignmentId}::uuid, ${attempt.cycle}, ${attempt.moduleId}, ${attempt.moduleVersionId},
      ${attempt.attemptNumber}, ${attempt.attemptLimit}, ${JSON.stringify(attempt.items)}::jsonb, ${now}::timestamptz,
      ${attempt.endsAt}::timestamptz)
    ON CONFLICT (practice_id, assignment_id, cycle, module_id) DO NOTHING
    RETURNING id`
  const [opened] = rows
  if (opened) return opened.id
  const existing = await tx.openAttempt.findUniqueOrThrow({
    where: {
      practiceId_assignmentId_cycle_moduleId: {
        practiceId: attempt.practiceId,
        assignmentId: attempt.assignmentId,
        cycle: attempt.cycle,
        moduleId: attempt.moduleId,
      },
    },
    select: { id: true },
  })
  return existing.id as AttemptId
}

/**
 * Takes a sitting that was left open in an earlier turn over into this one, with the items that were drawn and what was
 * answered, as a new attempt that begins now.
 */
export async function takeOverSitting(
  tx: Tx,
  { practiceId, cycle, attemptNumber, attemptLimit, endsAt }: Omit<NewAttempt, 'items'>,
  id: AttemptId,
  now: Instant,
): Promise<AttemptId> {
  await tx.openAttempt.update({
    where: { practiceId_id: { practiceId, id } },
    data: {
      cycle,
      attemptNumber,
      attemptLimit,
      startedAt: toInstantColumn(now),
      endsAt: endsAt && toInstantColumn(endsAt),
    },
    select: { id: true },
  })
  return id
}
