import { randomUUID } from 'node:crypto'
import type { Context } from '#lib/context'
import type { Actor } from '#lib/domain/access/actor'
import type { Instant } from '#lib/domain/calendar'
import type { AssignmentId } from '#lib/domain/ids'
import { ok, refuse } from '#lib/domain/result'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { viewLesson } from '#lib/use-cases/training/view-lesson'
import { postAt } from '#tests/support/reading'
import { as, type World } from '#tests/support/world'

/** Begins the track's one module, or goes on with it: the lesson is read. */
export function beginTrack(world: World, learner: Actor, trackId: string, now: Instant) {
  return as(world, learner, (context) => readLesson(context, trackId), now)
}

/** Reads the lesson, answers the quiz rightly, and so completes the track at that moment. */
export async function completeTrack(world: World, learner: Actor, trackId: string, now: Instant) {
  const opened = await as(world, learner, (context) => openSitting(context, trackId), now)
  if (!opened.ok) return opened
  const { attemptId, itemIds } = opened.value
  const answers = Object.fromEntries(itemIds.map((itemId) => [itemId, ['a']]))
  const submission = { attemptId, answers, idempotencyKey: randomUUID() }
  return as(world, learner, (context) => submitAttempt(context, submission), now)
}

async function openSitting(context: Context, trackId: string) {
  const read = await readLesson(context, trackId)
  if (!read.ok) return read
  const started = await startAttempt(context, read.value)
  if (!started.ok) return started
  const { attemptId } = started.value
  const { practiceId } = postAt(context.actor)
  const sitting = await context.tx.openAttempt.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: attemptId } },
  })
  const items = sitting.items as { itemId: string }[]
  return ok({ attemptId, itemIds: items.map(({ itemId }) => itemId) })
}

/** As in a browser: the training says which module comes first, and the lesson’s page which turn it is read in. */
async function readLesson(context: Context, trackId: string) {
  const { practiceId, staffMemberId } = postAt(context.actor)
  const [row] = await context.tx.$queryRaw<{ assignmentId: AssignmentId }[]>`
    SELECT a.id AS "assignmentId" FROM assignment a WHERE a.practice_id = ${practiceId}::uuid
      AND a.staff_member_id = ${staffMemberId}::uuid AND a.track_id = ${trackId}`
  if (!row) return refuse('not-assigned')
  const training = await viewAssignment(context, row)
  const [module] = training.ok ? training.value.progress.modules : []
  const [lesson] = module?.lessons ?? []
  if (!module || !lesson) return refuse('not-assigned')
  const place = { ...row, moduleId: module.outline.moduleId }
  const page = await viewLesson(context, { ...place, lessonId: lesson.id })
  if (!page.ok) return page
  const { cycle, moduleVersionId } = page.value
  const reading = { ...place, lessonId: lesson.id, cycle, moduleVersionId, place: 0, isFinished: true }
  const saved = await recordReading(context, reading)
  return saved.ok ? ok(place) : saved
}
