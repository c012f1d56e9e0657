import { randomUUID } from 'node:crypto'
import type { Posts } from '#lib/data/attempt'
import type { Tx } from '#lib/data/database'
import type { Instant } from '#lib/domain/calendar'
import type { BankItem, DrawnItem } from '#lib/domain/curriculum/bank-item'
import type {
  AssignmentId,
  FormId,
  ModuleVersionId,
  PersonId,
  PracticeId,
  StaffMemberId,
} from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { FormMoment } from '#lib/domain/training/track-forms'

type OfVersion = { readonly moduleVersionId: ModuleVersionId; readonly objectiveId: string }

/** One item of a form with its options as they are shown. */
export type FormItem = DrawnItem & OfVersion

export type NewForm = {
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly assignmentId: AssignmentId
  readonly cycle: number
  readonly moment: FormMoment
}

/**
 * What a form of this turn asks, in its order: those of its items that are ready in these versions, and stand alone there. The turn's cycle has
 * begun. One query.
 */
export async function listFormItems(
  tx: Tx,
  { practiceId, assignmentId, cycle, moment }: NewForm,
  versions: readonly ModuleVersionId[],
): Promise<(BankItem & OfVersion)[]> {
  return await tx.$queryRaw<(BankItem & OfVersion)[]>`
    SELECT i.item_id AS id, i.module_version_id AS "moduleVersionId", i.kind, i.objective_id AS "objectiveId",
      i.vignette_id AS "vignetteId", i.must_pass AS "mustPass",
      ARRAY(SELECT jsonb_array_elements(i.prompts) ->> 'id') AS "promptIds",
      ARRAY(SELECT jsonb_array_elements(i.options) ->> 'id') AS "optionIds"
    FROM cycle c JOIN track_version t ON t.id = c.track_version_id
    CROSS JOIN LATERAL jsonb_array_elements_text(t.forms -> ${moment}) WITH ORDINALITY AS asked(item_id, place)
    JOIN item_version i ON i.item_id = asked.item_id AND i.module_version_id = ANY (${versions}::text[])
      AND may_stand_alone(i)
    WHERE c.practice_id = ${practiceId}::uuid AND c.assignment_id = ${assignmentId}::uuid AND c.number = ${cycle}
    ORDER BY asked.place LIMIT 200`
}

/** The versions in which the modules of a turn were completed. */
export async function listCompletedVersions(
  tx: Tx,
  { practiceId, assignmentId, cycle }: Pick<NewForm, 'practiceId' | 'assignmentId' | 'cycle'>,
): Promise<ModuleVersionId[]> {
  const rows = await tx.moduleCompletion.findMany({
    where: { practiceId, assignmentId, cycle },
    select: { moduleVersionId: true },
    take: 200,
  })
  return rows.map(({ moduleVersionId }) => moduleVersionId as ModuleVersionId)
}

/**
 * Begins a form, or leaves it out where it has no items: a constraint allows one of each in a turn, and the assignment is
 * locked. Its id; null where it was left out.
 */
export async function insertForm(
  tx: Tx,
  personId: PersonId,
  form: NewForm & { readonly items: readonly FormItem[] },
  now: Instant,
): Promise<FormId | null> {
  const id = randomUUID() as FormId
  await tx.$executeRaw`
    INSERT INTO form_sitting (practice_id, id, person_id, staff_member_id, assignment_id, cycle, moment, is_skipped, items,
      started_at)
    VALUES (${form.practiceId}::uuid, ${id}::uuid, ${personId}::uuid, ${form.staffMemberId}::uuid,
      ${form.assignmentId}::uuid, ${form.cycle}, ${form.moment}, ${form.items.length === 0},
      ${JSON.stringify(form.items)}::jsonb, ${now}::timestamptz)`
  return form.items.length === 0 ? null : id
}

export type StoredAnswer = OfVersion & {
  readonly itemId: string
  /** None where it was not known. */
  readonly optionIds: readonly string[]
  /** By the newest key of the same question. */
  readonly isRight: boolean
}

export type StoredForm = NewForm & {
  readonly id: FormId
  readonly trackId: string
  readonly trackTitle: string
  readonly items: readonly FormItem[]
  /** From the first question on. */
  readonly answers: readonly StoredAnswer[]
  /** Its time is over: a part of the turn that follows it was begun, or a later turn. */
  readonly isOver: boolean
}

/** One query. Undefined where it is not a form of these posts and of the person whose session this is, or was left out. */
export async function findForm(
  tx: Tx,
  posts: Posts,
  formId: FormId,
  language: Language,
): Promise<StoredForm | undefined> {
  const rows = await tx.$queryRaw<StoredForm[]>`
    SELECT f.id, f.practice_id AS "practiceId", f.staff_member_id AS "staffMemberId", f.assignment_id AS "assignmentId",
      f.cycle, f.moment, a.track_id AS "trackId", coalesce(w.title, t.title) AS "trackTitle", f.items,
      (SELECT coalesce(json_agg(json_build_object('moduleVersionId', g.module_version_id, 'objectiveId', g.objective_id,
          'itemId', g.item_id, 'optionIds', g.option_ids, 'isRight', is_form_answer_right(g)) ORDER BY g.number), '[]')
        FROM form_answer g WHERE g.practice_id = f.practice_id AND g.form_id = f.id) AS answers,
      is_form_over(f) AS "isOver"
    FROM form_sitting f JOIN assignment a ON a.practice_id = f.practice_id AND a.id = f.assignment_id
    JOIN cycle c ON c.practice_id = f.practice_id AND c.assignment_id = f.assignment_id AND c.number = f.cycle
    JOIN track_version t ON t.id = c.track_version_id
    LEFT JOIN track_translation w ON w.track_version_id = t.id AND w.language = ${language}
    WHERE f.practice_id = ANY (${posts.practiceIds}::uuid[]) AND f.id = ${formId}::uuid AND NOT f.is_skipped
      AND f.staff_member_id = ANY (${posts.staffMemberIds}::uuid[])`
  return rows[0]
}

export type NewAnswer = StoredAnswer & { readonly number: number; readonly language: Language }

/**
 * Answers a question, if it is the next one: one statement decides, so that of any number of tabs and clicks one answers.
 * False where it was not this one.
 */
export async function insertAnswer(
  tx: Tx,
  personId: PersonId,
  { practiceId, id }: StoredForm,
  answer: NewAnswer,
  now: Instant,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO form_answer (practice_id, form_id, number, person_id, module_version_id, item_id, objective_id, option_ids,
      is_right, answered_at, language)
    SELECT f.practice_id, f.id, ${answer.number}, ${personId}::uuid, ${answer.moduleVersionId}, ${answer.itemId},
      ${answer.objectiveId}, ${[...answer.optionIds]}::text[], ${answer.isRight}, ${now}::timestamptz,
      language_taken(${answer.moduleVersionId}, ${answer.language})
    FROM form_sitting f
    WHERE f.practice_id = ${practiceId}::uuid AND f.id = ${id}::uuid
      AND (SELECT count(*) FROM form_answer g WHERE g.practice_id = f.practice_id AND g.form_id = f.id)
        = ${answer.number}::int - 1
    ON CONFLICT (practice_id, form_id, number) DO NOTHING`
  return written > 0
}
