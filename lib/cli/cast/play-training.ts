import { randomUUID } from 'node:crypto'
import { done } from '#lib/cli/cast/stage'
import type { Context } from '#lib/context'
import { listCycleRecords, listOutlines } from '#lib/data/training'
import { postsOf } from '#lib/domain/access/actor'
import { addMinutes } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type { CycleRecord, ModuleOutline } from '#lib/domain/training/cycle-record'
import { versionsInUse } from '#lib/domain/training/track-progress'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAttempt } from '#lib/use-cases/training/view-attempt'

/** Reads the first lesson of the first module, and stops there. */
export async function beginTraining(context: Context, practiceId: PracticeId): Promise<void> {
  const { record, modules } = await trainingAt(context, practiceId)
  const [first] = modules
  invariant(first, 'a track has a module')
  await readLesson(context, record, first, first.lessons[0]?.id)
}

/** Reads every lesson and passes every quiz of the current cycle, a module in about a quarter of an hour. */
export async function completeTraining(
  context: Context,
  practiceId: PracticeId,
  rightAnswers: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const { record, modules } = await trainingAt(context, practiceId)
  for (const [index, module] of modules.entries()) {
    const at = { ...context, now: addMinutes(context.now, index === 0 ? 0 : index * 15) }
    for (const lesson of module.lessons) await readLesson(at, record, module, lesson.id)
    await passQuiz(at, record, module, rightAnswers)
  }
}

async function trainingAt({ tx, actor, language }: Context, practiceId: PracticeId) {
  const records = await listCycleRecords(tx, postsOf(actor), language)
  const record = records.find((each) => each.practiceId === practiceId)
  invariant(record, 'the character has training at this practice')
  const versions = versionsInUse(record)
  const outlines = await listOutlines(tx, versions, language)
  const modules = versions.flatMap((version) => outlines.filter(({ id }) => id === version))
  return { record, modules }
}

async function readLesson(
  context: Context,
  { assignmentId, cycle }: CycleRecord,
  { id: moduleVersionId, moduleId }: ModuleOutline,
  lessonId: string | undefined,
): Promise<void> {
  invariant(lessonId, 'a module has a lesson')
  const reading = { assignmentId, moduleId, lessonId, cycle, moduleVersionId, place: 0, isFinished: true }
  done(await recordReading(context, reading))
}

async function passQuiz(
  context: Context,
  { assignmentId }: CycleRecord,
  { moduleId }: ModuleOutline,
  rightAnswers: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const { attemptId } = done(await startAttempt(context, { assignmentId, moduleId }))
  const view = done(await viewAttempt(context, { attemptId }))
  invariant(view.kind === 'open', 'a sitting that was just begun is open')
  const answers = Object.fromEntries(
    view.attempt.items.map(({ itemId }) => [itemId, rightAnswers.get(itemId) ?? []]),
  )
  const later = { ...context, now: addMinutes(context.now, 12) }
  done(await submitAttempt(later, { attemptId, answers, idempotencyKey: randomUUID() }))
}
