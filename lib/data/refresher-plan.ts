import type { Tx } from '#lib/data/database'
import type { NewMail } from '#lib/data/mail'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { BankItem, DrawnItem } from '#lib/domain/curriculum/bank-item'
import type {
  AssignmentId,
  ModuleVersionId,
  PersonId,
  PracticeId,
  RefresherId,
  StaffMemberId,
} from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { OfferedMoment } from '#lib/domain/training/refresher-moments'

/** Keeps every other worker away from the practice's plan until the transaction ends. True where the day is planned already. */
export async function isRefresherDayPlanned(
  tx: Tx,
  practiceId: PracticeId,
  today: LocalDate,
): Promise<boolean> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('refreshers ' || ${practiceId}, 0))::text`
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT planned_on FROM refresher_run WHERE practice_id = ${practiceId}::uuid AND planned_on = ${today}::date`
  return rows.length > 0
}

/** Notes that the day is planned to its end. Once, however often it is said. */
export async function insertRefresherRun(
  tx: Tx,
  practiceId: PracticeId,
  today: LocalDate,
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO refresher_run (practice_id, planned_on, planned_at)
    VALUES (${practiceId}::uuid, ${today}::date, ${now}::timestamptz) ON CONFLICT DO NOTHING`
}

/** A completed turn of somebody who works at the practice, and whom a message about it would go to. */
export type CompletedTurn = {
  readonly staffMemberId: StaffMemberId
  readonly personId: PersonId
  readonly name: string
  readonly endedOn: LocalDate | null
  /** Null where there is none, or the mail server refused it for good. */
  readonly emailAddress: string | null
  readonly language: Language
  readonly assignmentId: AssignmentId
  readonly cycle: number
  readonly completedOn: LocalDate
  /** The moments of this turn that were offered. */
  readonly offered: readonly number[]
}

/** Which of the completed turns: of those within these days, so many that come after this one. */
type TurnPortion = {
  readonly from: LocalDate
  readonly through: LocalDate
  readonly after: Pick<CompletedTurn, 'completedOn' | 'assignmentId'> | null
  readonly limit: number
}

/**
 * The last completed turn of each assignment, where it was completed within these days, the earliest first. Left out are a
 * turn whose certificate was revoked, people who have left, and those who were offered something since `offeredSince`.
 */
export async function listCompletedTurns(
  tx: Tx,
  practiceId: PracticeId,
  { from, through, after, limit }: TurnPortion,
  { today, offeredSince }: { readonly today: LocalDate; readonly offeredSince: Instant },
): Promise<CompletedTurn[]> {
  return await tx.$queryRaw<CompletedTurn[]>`
    SELECT m.id AS "staffMemberId", m.person_id AS "personId", m.name, m.ended_on::text AS "endedOn",
      CASE WHEN NOT EXISTS (SELECT FROM mail_message o WHERE o.practice_id = m.practice_id
          AND o.to_address = p.email_address AND o.sent_at IS NULL AND o.withdrawn_at IS NULL
          AND o.next_attempt_at IS NULL AND o.problem IS NOT NULL
          AND NOT EXISTS (SELECT FROM mail_message l WHERE l.practice_id = o.practice_id
            AND l.to_address = o.to_address AND l.sent_at IS NOT NULL AND l.created_at > o.created_at))
        THEN p.email_address END AS "emailAddress",
      mail_language(m.practice_id, m.person_id) AS language,
      c.assignment_id AS "assignmentId", c.cycle, c.completed_on::text AS "completedOn",
      ARRAY(SELECT r.moment FROM refresher r WHERE r.practice_id = c.practice_id AND r.assignment_id = c.assignment_id
        AND r.cycle = c.cycle) AS offered
    FROM certificate c
    JOIN staff_member m ON m.practice_id = c.practice_id AND m.id = c.staff_member_id AND m.hidden_at IS NULL
    JOIN person p ON p.id = m.person_id
    WHERE c.practice_id = ${practiceId}::uuid
      AND c.completed_on BETWEEN ${from}::date AND ${through}::date
      AND (${after === null}::boolean
        OR (c.completed_on, c.assignment_id) > (${after?.completedOn ?? null}::date, ${after?.assignmentId ?? null}::uuid))
      AND m.started_on <= ${today}::date AND (m.ended_on IS NULL OR m.ended_on >= ${today}::date)
      AND NOT EXISTS (SELECT FROM certificate n WHERE n.practice_id = c.practice_id
        AND n.assignment_id = c.assignment_id AND n.cycle > c.cycle)
      AND NOT EXISTS (SELECT FROM certificate_revocation v WHERE v.practice_id = c.practice_id
        AND v.certificate_id = c.id)
      AND NOT EXISTS (SELECT FROM refresher r WHERE r.practice_id = c.practice_id AND r.staff_member_id = m.id
        AND r.made_at > ${offeredSince}::timestamptz)
    ORDER BY c.completed_on, c.assignment_id LIMIT ${limit}`
}

type Turn = Pick<CompletedTurn, 'assignmentId' | 'cycle'>

/** An item of the modules that the turn completed, and how this person met it in the turn, the earliest first. */
export type ItemHistory = BankItem & {
  readonly moduleVersionId: ModuleVersionId
  readonly met: readonly { readonly at: Instant; readonly isRight: boolean }[]
}

/**
 * The items that may be asked again: ready in the version that was completed, and in the module's newest one the same with the
 * same key, so that nobody is taught what was corrected since, and not drawn in a sitting that is open, whose answer it would
 * tell; nor asked before or after the training, whose keys are never told. The person whose turn it is was entered. One query.
 */
export async function listItemHistories(
  tx: Tx,
  practiceId: PracticeId,
  { assignmentId, cycle }: Turn,
): Promise<ItemHistory[]> {
  return await tx.$queryRaw<ItemHistory[]>`
    WITH met AS (
      SELECT s.module_version_id, a.item_id, a.option_ids, s.submitted_at AS at
      FROM submission s JOIN answer a ON a.practice_id = s.practice_id AND a.submission_id = s.id
      WHERE s.practice_id = ${practiceId}::uuid AND s.assignment_id = ${assignmentId}::uuid AND s.cycle = ${cycle}
      UNION ALL
      SELECT p.module_version_id, p.item_id, a.option_ids, a.answered_at
      FROM refresher r
      JOIN refresher_prompt p ON p.practice_id = r.practice_id AND p.refresher_id = r.id
      JOIN refresher_answer a ON a.practice_id = p.practice_id AND a.refresher_id = p.refresher_id AND a.place = p.place
      WHERE r.practice_id = ${practiceId}::uuid AND r.assignment_id = ${assignmentId}::uuid AND r.cycle = ${cycle}
    )
    SELECT i.module_version_id AS "moduleVersionId", i.item_id AS id, i.kind, i.objective_id AS "objectiveId",
      i.vignette_id AS "vignetteId", i.must_pass AS "mustPass",
      ARRAY(SELECT jsonb_array_elements(i.prompts) ->> 'id') AS "promptIds",
      ARRAY(SELECT jsonb_array_elements(i.options) ->> 'id') AS "optionIds",
      (SELECT coalesce(json_agg(json_build_object(
          'at', to_char(met.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'isRight', answer_is_right(i.kind, met.option_ids, k.correct_option_ids)) ORDER BY met.at), '[]')
        FROM met WHERE met.module_version_id = i.module_version_id AND met.item_id = i.item_id) AS met
    FROM module_completion d
    JOIN item_version i ON i.module_version_id = d.module_version_id AND i.state = 'ready'
    JOIN item_key k ON k.module_version_id = i.module_version_id AND k.item_id = i.item_id
    JOIN LATERAL (SELECT v.id FROM module_version v WHERE v.module_id = d.module_id
      ORDER BY v.version DESC LIMIT 1) newest ON true
    JOIN item_version ni ON ni.module_version_id = newest.id AND ni.item_id = i.item_id AND ni.state = 'ready'
      AND ni.kind = i.kind
    JOIN item_key nk ON nk.module_version_id = ni.module_version_id AND nk.item_id = ni.item_id
      AND nk.correct_option_ids = k.correct_option_ids
    WHERE d.practice_id = ${practiceId}::uuid AND d.assignment_id = ${assignmentId}::uuid AND d.cycle = ${cycle}
      AND NOT EXISTS (SELECT FROM open_attempt o CROSS JOIN jsonb_array_elements(o.items) drawn
        WHERE o.practice_id = d.practice_id AND o.assignment_id = d.assignment_id AND o.module_id = d.module_id
          AND drawn ->> 'itemId' = i.item_id)
      AND NOT EXISTS (SELECT FROM cycle c JOIN track_version t ON t.id = c.track_version_id
        WHERE c.practice_id = d.practice_id AND c.assignment_id = d.assignment_id AND c.number = d.cycle
          AND (t.forms -> 'before') || (t.forms -> 'after') @> to_jsonb(i.item_id))
    ORDER BY i.module_version_id, i.item_id LIMIT 5000`
}

export type NewRefresher = OfferedMoment &
  Turn & {
    readonly id: RefresherId
    readonly staffMemberId: StaffMemberId
    readonly personId: PersonId
    readonly prompts: readonly (DrawnItem & { readonly moduleVersionId: ModuleVersionId })[]
    readonly mail: (NewMail & { readonly id: string }) | null
  }

/**
 * Writes a refresher with what it asks and its mail, one statement, unless the turn has one of its moment. True where it is
 * new. The person whose it is was entered.
 */
export async function insertRefresher(
  tx: Tx,
  practiceId: PracticeId,
  refresher: NewRefresher,
  now: Instant,
): Promise<boolean> {
  const { id, mail, prompts } = refresher
  const asked = prompts.map((prompt, index) => ({ ...prompt, place: index + 1 }))
  const rows = await tx.$queryRaw<{ id: RefresherId }[]>`
    WITH made AS (
      INSERT INTO refresher (practice_id, id, staff_member_id, assignment_id, cycle, moment, due_on, mail_message_id,
        made_at)
      VALUES (${practiceId}::uuid, ${id}::uuid, ${refresher.staffMemberId}::uuid, ${refresher.assignmentId}::uuid,
        ${refresher.cycle}, ${refresher.moment}, ${refresher.dueOn}::date, ${mail?.id ?? null}::uuid,
        ${now}::timestamptz)
      ON CONFLICT (practice_id, assignment_id, cycle, moment) DO NOTHING
      RETURNING practice_id, id
    ), asked AS (
      INSERT INTO refresher_prompt (practice_id, refresher_id, place, person_id, module_version_id, item_id, prompt_ids,
        option_ids)
      SELECT made.practice_id, made.id, p.place, ${refresher.personId}::uuid, p."moduleVersionId", p."itemId",
        p."promptIds", p."optionIds"
      FROM made, jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS p(place int, "moduleVersionId" text,
        "itemId" text, "promptIds" text[], "optionIds" text[])
    ), mailed AS (
      INSERT INTO mail_message (practice_id, id, kind, person_id, to_name, to_address, subject, body, created_at,
        next_attempt_at)
      SELECT made.practice_id, m.id, m.kind, m."personId", m."toName", m."toAddress", m.subject, m.body,
        ${now}::timestamptz, ${now}::timestamptz
      FROM made, jsonb_to_recordset(${JSON.stringify(mail ? [mail] : [])}::jsonb) AS m(id uuid, kind text,
        "personId" uuid, "toName" text, "toAddress" text, subject text, body text)
    )
    SELECT id FROM made`
  return rows.length > 0
}
