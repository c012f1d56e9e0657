import { randomUUID } from 'node:crypto'
import { assignTracks } from '#lib/data/assign-tracks'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { Instant } from '#lib/domain/calendar'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { viewAttempt } from '#lib/use-cases/training/view-attempt'
import { viewLesson } from '#lib/use-cases/training/view-lesson'
import { viewMyTraining } from '#lib/use-cases/training/view-my-training'
import { viewQuiz } from '#lib/use-cases/training/view-quiz'
import { postAt } from '#tests/support/reading'
import { as, noon, type World } from '#tests/support/world'

/** What the screens say of a turn: its cycle, what is read and passed in it, and of one module’s quiz. */
export type Told = {
  readonly cycle: number
  readonly read: number
  readonly passed: number
  readonly lessonsLeft: number
  readonly completed: boolean
  readonly attemptsLeft: number
}

type Done<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: string }

function seen<Value>(done: Done<Value>): Value {
  if (!done.ok) throw new Error(done.refusal)
  return done.value
}

/** What a learner does and sees, in one world: every screen before every deed, as in a browser. */
export function learningIn(world: World) {
  const listed = async (actor: Actor, at: Instant) => seen(await as(world, actor, viewMyTraining, at)).items

  async function assigned(actor: Actor, title?: string, at: Instant = noon): Promise<AssignmentId> {
    const items = await listed(actor, at)
    const item = title === undefined ? items[0] : items.find((each) => each.title === title)
    if (item) return item.assignmentId
    // Nobody asks for it: as somebody who may take it all the same.
    const { practiceId, staffMemberId } = postAt(actor)
    await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      await assignTracks(tx, practiceId, [{ staffMemberId, trackId: 'basics' }], noon)
    })
    return assigned(actor, title, at)
  }

  const training = async (actor: Actor, assignmentId: AssignmentId, at: Instant = noon) =>
    seen(await as(world, actor, (context) => viewAssignment(context, { assignmentId }), at))

  const quiz = async (actor: Actor, place: Place, at: Instant) =>
    seen(await as(world, actor, (context) => viewQuiz(context, place), at))

  const lesson = async (actor: Actor, place: Place, at: Instant) =>
    seen(
      await as(
        world,
        actor,
        (context) => viewLesson(context, { ...place, lessonId: `${place.moduleId}-l1` }),
        at,
      ),
    )

  /** The list, the training, the lesson and the quiz, which must not contradict each other. */
  async function told(
    actor: Actor,
    assignmentId: AssignmentId,
    moduleId = 'm1',
    at: Instant = noon,
  ): Promise<Told> {
    const { progress } = await training(actor, assignmentId, at)
    const item = (await listed(actor, at)).find((each) => each.assignmentId === assignmentId)
    if (JSON.stringify(item?.progress) !== JSON.stringify(progress))
      throw new Error('list and training differ')
    const page = await lesson(actor, { assignmentId, moduleId }, at)
    const { lessonsLeft, completed, attemptsLeft } = await quiz(actor, { assignmentId, moduleId }, at)
    const row = progress.modules.find(({ outline }) => outline.moduleId === moduleId)
    const isFinished = row?.lessons.every(({ state }) => state === 'finished') ?? false
    if (isFinished !== (lessonsLeft === 0)) throw new Error('training and quiz differ')
    if (isFinished !== (page.lesson.state === 'finished')) throw new Error('training and lesson differ')
    if ((row?.quiz.kind === 'passed') !== completed) throw new Error('training and quiz differ')
    const passed = progress.modules.filter((module) => module.quiz.kind === 'passed').length
    return { cycle: page.cycle, read: progress.lessonsFinished, passed, lessonsLeft, completed, attemptsLeft }
  }

  /** In the version that the page shows. */
  async function read(actor: Actor, assignmentId: AssignmentId, moduleId: string, at: Instant = noon) {
    const { cycle, moduleVersionId } = await lesson(actor, { assignmentId, moduleId }, at)
    const place = { assignmentId, moduleId, lessonId: `${moduleId}-l1`, moduleVersionId }
    const reading = { ...place, cycle, place: null, isFinished: true }
    seen(await as(world, actor, (context) => recordReading(context, reading), at))
  }

  const start = (actor: Actor, assignmentId: AssignmentId, moduleId: string, at: Instant = noon) =>
    as(world, actor, (context) => startAttempt(context, { assignmentId, moduleId }), at)

  const opened = async (actor: Actor, assignmentId: AssignmentId, moduleId: string, at: Instant = noon) =>
    seen(await start(actor, assignmentId, moduleId, at)).attemptId

  /** With that option for every question; null where nothing is chosen beyond what was saved. */
  async function handIn(actor: Actor, attemptId: AttemptId, option: string | null, at: Instant = noon) {
    const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }), at)
    const items = view.ok && view.value.kind !== 'submitted' ? view.value.attempt.items : []
    const answers = Object.fromEntries(option === null ? [] : items.map(({ itemId }) => [itemId, [option]]))
    const input = { attemptId, answers, idempotencyKey: randomUUID() }
    return as(world, actor, (context) => submitAttempt(context, input), at)
  }

  /** Reads the module and sits its quiz. */
  async function sit(
    actor: Actor,
    assignmentId: AssignmentId,
    moduleId: string,
    option: string,
    at: Instant = noon,
  ) {
    await read(actor, assignmentId, moduleId, at)
    const done = seen(await handIn(actor, await opened(actor, assignmentId, moduleId, at), option, at))
    if (done.isKept) throw new Error('it is handed in')
  }

  const pass = (actor: Actor, assignmentId: AssignmentId, moduleId: string, at: Instant = noon) =>
    sit(actor, assignmentId, moduleId, 'a', at)

  /** The day on which the quizzes open, as the list, the training and the quiz say it. */
  async function opensOn(actor: Actor, assignmentId: AssignmentId, at: Instant = noon) {
    const item = (await listed(actor, at)).find((each) => each.assignmentId === assignmentId)
    const page = await training(actor, assignmentId, at)
    return [item?.opensOn, page.opensOn, (await quiz(actor, { assignmentId, moduleId: 'm1' }, at)).opensOn]
  }

  const urgency = async (actor: Actor, assignmentId: AssignmentId, at: Instant = noon) =>
    (await training(actor, assignmentId, at)).urgency

  const modules = async (actor: Actor, assignmentId: AssignmentId, at: Instant = noon) =>
    (await training(actor, assignmentId, at)).progress.modules.map(({ outline }) => outline.moduleId)

  return { assigned, told, read, start, opened, handIn, sit, pass, opensOn, urgency, modules }
}

type Place = { readonly assignmentId: AssignmentId; readonly moduleId: string }
