import { randomUUID } from 'node:crypto'
import { connectDatabase } from '#lib/data/client'
import { inTransaction, type Tx } from '#lib/data/database'
import { insertRegrade } from '#lib/data/regrade'
import { enterPerson, enterPractice } from '#lib/data/scope'
import type { AttemptId, ModuleVersionId, PersonId } from '#lib/domain/ids'
import { now } from '#lib/system/clock'
import type { Doors, Places } from '#tests/http/doors'
import type { ServedApp } from '#tests/support/ask'

/** An id that no item has, and a score as no quiz has it, long enough not to stand in other ids by chance. */
export const canary = { id: 'canary-7q', correct: 1_600_130_017, outOf: 1_979_193_011 } as const

export type Planted = {
  /** What no response to anybody else may hold. */
  readonly words: readonly string[]
  /** A sitting that was handed in with that score, and the regrade that changed it. */
  readonly places: Pick<Places, 'submittedId' | 'submissionId' | 'runId'>
}

/**
 * Hides what is the learner's alone: the canary among saved and given answers, those of a refresher and before a training
 * too, missed objectives and choices, and its score.
 * The words are those and, of the quizzes, forms and cases that the learner took, every option and what is said of it or why.
 */
export async function plantAnswers(
  { databaseUrl }: ServedApp,
  { personas, places }: Doors,
): Promise<Planted> {
  const db = connectDatabase({ url: databaseUrl, maxConnections: 1 })
  const { practiceId, personId } = personas.learner
  try {
    return await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      await enterPerson(tx, personId)
      const submissionId = await plantSubmission(tx, practiceId, places.submittedId)
      const runId = await plantRegrade(tx, personas.learner, submissionId)
      await tx.$executeRaw`
        INSERT INTO draft_answer (practice_id, attempt_id, item_id, option_ids, revision, saved_at)
        VALUES (${practiceId}::uuid, ${places.attemptId}::uuid, ${canary.id}, ARRAY[${canary.id}], 1, now())`
      await tx.$executeRaw`
        INSERT INTO case_choice (practice_id, play_id, step, person_id, case_version_id, node_id, option_id, next_node_id,
          is_last, chosen_at, language)
        SELECT practice_id, id, 1, person_id, case_version_id, ${canary.id}, ${canary.id}, ${canary.id}, false, now(), 'en'
        FROM case_play WHERE practice_id = ${practiceId}::uuid AND id = ${places.playId}::uuid`
      await tx.$executeRaw`
        INSERT INTO refresher_answer (practice_id, refresher_id, place, person_id, option_ids, answered_at, language)
        SELECT practice_id, refresher_id, place, person_id, ARRAY[${canary.id}], now(), 'en' FROM refresher_prompt
        WHERE practice_id = ${practiceId}::uuid AND refresher_id = ${places.refresherId}::uuid AND place = 1`
      await plantForm(tx, practiceId, places.formId)
      const words = [canary.id, String(canary.correct), String(canary.outOf), ...(await listWords(tx))]
      return { words, places: { submittedId: submissionId, submissionId, runId } }
    })
  } finally {
    await db.$disconnect()
  }
}

/** Another sitting of the same quiz, as it stood, with the canary's answer and score. */
async function plantSubmission(tx: Tx, practiceId: string, like: string): Promise<string> {
  const id = randomUUID()
  await tx.$executeRaw`
    INSERT INTO submission (practice_id, id, staff_member_id, assignment_id, cycle, module_id, module_version_id,
      attempt_number, attempt_limit, items, started_at, submitted_at, submitted_on, idempotency_key, body_hash, language)
    SELECT practice_id, ${id}::uuid, staff_member_id, assignment_id, cycle, module_id, module_version_id,
      attempt_number + 1, attempt_limit + 1, items, started_at, submitted_at, submitted_on, ${id}, body_hash, language
    FROM submission WHERE practice_id = ${practiceId}::uuid AND id = ${like}::uuid`
  await tx.$executeRaw`
    INSERT INTO answer (practice_id, submission_id, item_id, option_ids)
    VALUES (${practiceId}::uuid, ${id}::uuid, ${canary.id}, ARRAY[${canary.id}])`
  await tx.$executeRaw`
    INSERT INTO score (practice_id, submission_id, correct, out_of, passed, missed_must_pass, missed_objectives)
    VALUES (${practiceId}::uuid, ${id}::uuid, ${canary.correct}, ${canary.outOf}, false, ARRAY[${canary.id}],
      ARRAY[${canary.id}])`
  return id
}

async function plantRegrade(
  tx: Tx,
  { practiceId, personId }: Doors['personas']['learner'],
  submissionId: string,
) {
  const id = randomUUID()
  const versions = { fromVersionId: 'm08@1' as ModuleVersionId, toVersionId: 'm07@1' as ModuleVersionId }
  const run = { id, moduleId: 'm08', ...versions, itemIds: [canary.id], reason: 'A key was wrong.' }
  const { correct, outOf } = canary
  const score = { correct, outOf, passed: true, missedMustPass: [canary.id], missedObjectives: [canary.id] }
  const old = { submissionId: submissionId as AttemptId, oldCorrect: correct, oldPassed: false }
  await insertRegrade(
    tx,
    practiceId,
    { ...run, recordedBy: personId as PersonId },
    [{ ...score, ...old }],
    now(),
  )
  return id
}

/** An answer before a training, and a lesson that is skipped for what it showed. The question after it stays open. */
async function plantForm(tx: Tx, practiceId: string, formId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO form_answer (practice_id, form_id, number, person_id, module_version_id, item_id, objective_id, option_ids,
      is_right, answered_at, language)
    SELECT practice_id, id, 1, person_id, items #>> '{0,moduleVersionId}', items #>> '{0,itemId}', ${canary.id},
      ARRAY[${canary.id}], false, now(), 'en'
    FROM form_sitting WHERE practice_id = ${practiceId}::uuid AND id = ${formId}::uuid`
  await tx.$executeRaw`
    INSERT INTO lesson_skip (practice_id, assignment_id, cycle, module_version_id, lesson_id, person_id, form_id, shown_by,
      skipped_at)
    SELECT f.practice_id, f.assignment_id, f.cycle, l.module_version_id, l.lesson_id, f.person_id, f.id,
      ARRAY[${canary.id}], now()
    FROM form_sitting f JOIN lesson l ON l.module_version_id = f.items #>> '{0,moduleVersionId}' AND l.position = 1
    WHERE f.practice_id = ${practiceId}::uuid AND f.id = ${formId}::uuid`
}

/** Of each text the longest piece that every format writes as it is. */
async function listWords(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ text: string }[]>`
    SELECT o ->> 'text' AS text FROM item_version i CROSS JOIN jsonb_array_elements(i.options) o
    WHERE i.module_version_id IN ('m07@1', 'm08@1', 'm10@1', 'm01@1', 'm02@1')
    UNION SELECT why.said FROM item_key k CROSS JOIN jsonb_each_text(k.rationales) why(id, said)
    WHERE k.module_version_id IN ('m07@1', 'm08@1', 'm10@1', 'm01@1', 'm02@1')
    UNION SELECT o ->> 'text' FROM case_version v CROSS JOIN jsonb_array_elements(v.scenes) s
      CROSS JOIN jsonb_array_elements(coalesce(s -> 'options', '[]')) o WHERE v.case_id IN ('c01', 'c02')
    UNION SELECT said ->> 'consequence' FROM case_key k CROSS JOIN jsonb_each(k.words -> 'options') node(id, options)
      CROSS JOIN jsonb_each(node.options) option(id, said) WHERE k.case_version_id IN ('c01@1', 'c02@1')`
  return rows
    .map(({ text }) => text.split(/[^\w ,.;:()-]/).toSorted((a, b) => b.length - a.length)[0] ?? '')
    .filter((piece) => piece.length >= 30)
}
