import type { Context } from '#lib/context'
import { beginCycle } from '#lib/data/assign-tracks'
import { insertPartStarted } from '#lib/data/part-started'
import { saveReading } from '#lib/data/training'
import { findTurnRecord } from '#lib/data/turn'
import type { AssignmentId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { postOfRow } from '#lib/domain/training/place-of-work'
import { type Onward, onwardFrom, versionInUse } from '#lib/domain/training/track-progress'

export type RecordReadingRefusal = 'not-found' | 'lesson-replaced'

type Input = {
  readonly assignmentId: AssignmentId
  readonly moduleId: string
  readonly lessonId: string
  /** What the page showed: the cycle and the version that was read. */
  readonly cycle: number
  readonly moduleVersionId: string
  /** The number of the block at the top of the screen, from 1; 0 is the title. Null keeps what was saved. */
  readonly place: number | null
  readonly isFinished: boolean
}

/**
 * Saves how far the actor has come in a lesson of the turn of now, whose cycle this may begin, never how long it took. The first reading of a module in
 * a cycle is also the evidence that this part was begun. Saying the same again changes nothing.
 */
export async function recordReading(
  context: Context,
  input: Input,
): Promise<Result<Onward, RecordReadingRefusal>> {
  const { tx, actor, now, language } = context
  const { moduleId, lessonId, cycle, place, isFinished } = input
  const record = await findTurnRecord(context, input.assignmentId)
  const moduleVersionId = record && versionInUse(record, moduleId)
  if (!record || !moduleVersionId || record.cycle !== cycle) return refuse('not-found')
  // A newer version came out while the page was open, and nobody may be said to have read a text that they never saw.
  if (moduleVersionId !== input.moduleVersionId) return refuse('lesson-replaced')
  const { practiceId, assignmentId } = record
  const reading = { practiceId, assignmentId, cycle, moduleVersionId, lessonId, place, isFinished, language }
  if (cycle > record.turn.lastCycle) await beginCycle(tx, record, cycle, now)
  const lessonIds = await saveReading(tx, reading, now)
  if (!lessonIds) return refuse('not-found')
  const readings = record.readings.filter((each) => each.moduleVersionId === moduleVersionId)
  if (readings.length === 0) {
    const { timeZone } = postOfRow(actor, record)
    await insertPartStarted(tx, actor.personId, record, moduleId, { now, timeZone })
  }
  return ok(
    onwardFrom(lessonId, {
      lessonIds,
      done: new Set([
        ...readings.filter((each) => each.finishedAt !== null).map((each) => each.lessonId),
        ...record.forms.skippedLessons
          .filter((each) => each.moduleVersionId === moduleVersionId)
          .map((each) => each.lessonId),
      ]),
      isPassed: record.completions.some((each) => each.moduleId === moduleId),
    }),
  )
}
