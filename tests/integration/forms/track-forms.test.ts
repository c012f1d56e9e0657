import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { assessmentTermsFrom } from '#lib/domain/compliance/assessment-terms'
import type { AssignmentId, ModuleVersionId, PracticeId } from '#lib/domain/ids'
import { skipShownLessons } from '#lib/use-cases/forms/skip-shown-lessons'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { viewQuiz } from '#lib/use-cases/training/view-quiz'
import { answeringIn, publishMeasured } from '#tests/support/answering'
import { learningIn } from '#tests/support/learning'
import { administered, managing, yearly } from '#tests/support/managing'
import { addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
beforeAll(async () => {
  world = await openWorld()
  await publishMeasured(world)
  practiceId = await addPractice(world, 'Practice')
})
afterAll(() => world.end())

const forms = () => answeringIn(world)
const learning = () => learningIn(world)

const learner = (name: string, at: PracticeId = practiceId) => forms().learner(name, at)

async function read(actor: Actor, assignmentId: AssignmentId, lessonId: string, cycle = 1) {
  const lesson = { assignmentId, moduleId: 'f1', lessonId, moduleVersionId: 'f1@1' as ModuleVersionId }
  const done = await as(world, actor, (context) =>
    recordReading(context, { ...lesson, cycle, place: null, isFinished: true }),
  )
  if (!done.ok) throw new Error(done.refusal)
  return done.value
}

/** Reads both lessons and passes the quiz; the items that it asked. */
async function complete(actor: Actor, assignmentId: AssignmentId): Promise<string[]> {
  for (const lessonId of ['f1-l1', 'f1-l2']) await read(actor, assignmentId, lessonId)
  const attemptId = await learning().opened(actor, assignmentId, 'f1')
  const asked = await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const { items } = await tx.openAttempt.findFirstOrThrow({ where: { id: attemptId } })
    return (items as { itemId: string }[]).map(({ itemId }) => itemId)
  })
  const done = await learning().handIn(actor, attemptId, 'a')
  if (!done.ok) throw new Error(done.refusal)
  return asked
}

const training = async (actor: Actor, assignmentId: AssignmentId) => {
  const view = await as(world, actor, (context) => viewAssignment(context, { assignmentId }))
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

/** Everything that the practice keeps of somebody, as its people read it. */
async function factsOf({ memberships, personId }: Actor) {
  return inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const staffMemberId = memberships[0]?.staffMemberId ?? ''
    const evidence = await tx.evidenceEvent.findMany({ where: { staffMemberId }, orderBy: { id: 'asc' } })
    const audit = await tx.auditEntry.findMany({ where: { actorPersonId: personId } })
    return { evidence, audit }
  })
}

describe('the form before a training', () => {
  test('asks its items one by one, goes on in either language, and never says which answer was right', async () => {
    const { actor, assignmentId, of } = await learner('Ana')
    expect((await training(actor, assignmentId)).progress.form).toMatchObject({ moment: 'before', asked: 3 })
    const formId = await forms().begun(actor, of('before'))
    expect(await forms().begun(actor, of('before'))).toBe(formId)
    expect(await forms().view(actor, formId)).toMatchObject({
      value: { kind: 'open', number: 1, outOf: 3, question: { itemId: 'f1-q2', stem: 'Question 2' } },
    })
    expect(await forms().answer(actor, formId, 1, '')).toEqual({ ok: false, refusal: 'question-unanswered' })
    expect(await forms().answer(actor, formId, 1, 'z')).toEqual({ ok: false, refusal: 'answers-foreign' })
    expect(await forms().answer(actor, formId, 2, 'a', 'f1-q7')).toEqual({ ok: false, refusal: 'not-found' })
    expect(await forms().answer(actor, formId, 1, 'b', 'f1-q2')).toMatchObject({ value: { isLast: false } })
    // Said again it changes nothing, and another answer is refused.
    expect(await forms().answer(actor, formId, 1, 'b', 'f1-q2')).toMatchObject({ ok: true })
    expect(await forms().answer(actor, formId, 1, 'a', 'f1-q2')).toEqual({
      ok: false,
      refusal: 'form-answered-otherwise',
    })
    expect(await forms().view(actor, formId, 'es')).toMatchObject({ value: { number: 2 } })
    await forms().answer(actor, formId, 2, '?')
    expect(await forms().answer(actor, formId, 3, 'a')).toMatchObject({ value: { isLast: true } })
    const shown = await forms().result(actor, formId)
    expect(shown).toEqual({
      ok: true,
      value: { kind: 'before', assignmentId, trackTitle: 'Measured', skippable: null },
    })
  })

  test('is over with the first lesson, and left out only once', async () => {
    const { actor, assignmentId, of } = await learner('Bea')
    const formId = await forms().begun(actor, of('before'))
    await read(actor, assignmentId, 'f1-l1')
    expect(await forms().answer(actor, formId, 1, 'a', 'f1-q2')).toEqual({ ok: false, refusal: 'form-over' })
    expect(await forms().view(actor, formId)).toMatchObject({ value: { kind: 'over' } })
    expect(await forms().start(actor, of('before'))).toEqual({ ok: false, refusal: 'form-over' })
    const other = await learner('Bob')
    expect(await forms().skip(other.actor, other.of('before'))).toMatchObject({ ok: true })
    expect(await forms().skip(other.actor, other.of('before'))).toMatchObject({ ok: true })
    expect(await forms().start(other.actor, other.of('before'))).toEqual({
      ok: false,
      refusal: 'form-skipped',
    })
    expect((await training(other.actor, other.assignmentId)).progress.form).toBeNull()
  })

  test('changes no status, uses no attempt and leaves no fact, answered or left out', async () => {
    const { actor, assignmentId, of } = await learner('Cid')
    const before = await factsOf(actor)
    const { answer, preview, next } = await training(actor, assignmentId)
    await forms().answerAll(actor, await forms().begun(actor, of('before')), 'aaa')
    expect(await factsOf(actor)).toEqual(before)
    expect(await training(actor, assignmentId)).toMatchObject({ answer, preview, next })
    const quiz = await as(world, actor, (context) => viewQuiz(context, { assignmentId, moduleId: 'f1' }))
    expect(quiz).toMatchObject({ value: { attemptsLeft: 3, lessonsLeft: 2 } })
  })
})

describe('the form after a training', () => {
  test('comes with the completion, asks what no quiz and no form asked, and tells both counts', async () => {
    const { actor, assignmentId, of } = await learner('Dan')
    await forms().answerAll(actor, await forms().begun(actor, of('before')), 'b?a')
    expect(await forms().start(actor, of('after'))).toEqual({ ok: false, refusal: 'not-found' })
    const asked = await complete(actor, assignmentId)
    expect(asked).toHaveLength(4)
    expect(asked.filter((id) => ['f1-q3', 'f1-q9', 'f1-q10'].includes(id))).toEqual([])
    // What was asked before comes last: of the second objective two others are left.
    expect(asked.filter((id) => ['f1-q2', 'f1-q7', 'f1-q8'].includes(id))).toEqual([])
    const facts = await factsOf(actor)
    expect((await training(actor, assignmentId)).progress.form).toMatchObject({ moment: 'after', asked: 3 })
    const formId = await forms().begun(actor, of('after'))
    await forms().answerAll(actor, formId, 'aab')
    const gain = { before: { right: 1, outOf: 3 }, after: { right: 2, outOf: 3 } }
    expect(await forms().result(actor, formId)).toMatchObject({
      value: { kind: 'after', gain, told: 'about-the-same', revisit: [{ lessonId: 'f1-l2' }] },
    })
    expect(await factsOf(actor)).toEqual(facts)
    expect((await training(actor, assignmentId)).progress.form).toBeNull()
  })

  test('tells no gain where the first was left out or not answered to the end', async () => {
    for (const [name, options] of [
      ['Eva', null],
      ['Eli', 'ab'],
    ] as const) {
      const { actor, assignmentId, of } = await learner(name)
      if (options === null) await forms().skip(actor, of('before'))
      else await forms().answerAll(actor, await forms().begun(actor, of('before')), options)
      await complete(actor, assignmentId)
      const formId = await forms().begun(actor, of('after'))
      await forms().answerAll(actor, formId, 'aaa')
      expect(await forms().result(actor, formId)).toMatchObject({
        value: { gain: { before: null, after: { right: 3, outOf: 3 } }, told: 'nothing' },
      })
    }
  })
})

describe('testing out', () => {
  test('skips what was shown and no more, and the quiz is still asked in full', async () => {
    const own = await administered(world)
    await own.here.require({
      ...yearly,
      trackId: 'measured',
      assessment: assessmentTermsFrom({ testOut: true }),
    })
    const { actor, assignmentId, of } = await learner('Fay', own.practiceId)
    const formId = await forms().begun(actor, of('before'))
    await forms().answerAll(actor, formId, 'aaa')
    // The first objective has a must-pass item, and one question only.
    expect(await forms().result(actor, formId)).toMatchObject({
      value: {
        skippable: { areSkipped: false, lessons: [{ lessonId: 'f1-l2', shownBy: ['f1-q7', 'f1-q8'] }] },
      },
    })
    const skip = () => as(world, actor, (context) => skipShownLessons(context, { formId }))
    expect(await skip()).toMatchObject({ ok: true })
    expect(await skip()).toMatchObject({ ok: true })
    const [module] = (await training(actor, assignmentId)).progress.modules
    expect(module?.lessons.map(({ state }) => state)).toEqual(['unread', 'skipped'])
    expect(module?.quiz).toEqual({ kind: 'closed', lessonsLeft: 1 })
    expect(await learning().start(actor, assignmentId, 'f1')).toEqual({
      ok: false,
      refusal: 'lessons-unfinished',
    })
    expect(await read(actor, assignmentId, 'f1-l1')).toEqual({ kind: 'quiz' })
    const attemptId = await learning().opened(actor, assignmentId, 'f1')
    expect(await learning().handIn(actor, attemptId, 'a')).toMatchObject({ ok: true })
    const { progress } = await training(actor, assignmentId)
    // The next turn begins anew: nothing is skipped in it for what was shown in the last.
    expect(progress.modules[0]?.lessons.map(({ state }) => state)).toEqual(['unread', 'unread'])
  })

  test('is nobody’s where one requirement that asks does not allow it, or where one answer was wrong', async () => {
    const own = await administered(world)
    await own.here.require({
      ...yearly,
      trackId: 'measured',
      assessment: assessmentTermsFrom({ testOut: true }),
    })
    const wrong = await learner('Gus', own.practiceId)
    const missed = await forms().begun(wrong.actor, wrong.of('before'))
    await forms().answerAll(wrong.actor, missed, 'aa?')
    expect(await forms().result(wrong.actor, missed)).toMatchObject({ value: { skippable: { lessons: [] } } })
    await managing(world, own.administrator, own.practiceId).require({ ...yearly, trackId: 'measured' })
    const { actor, of } = await learner('Hal', own.practiceId)
    const formId = await forms().begun(actor, of('before'))
    await forms().answerAll(actor, formId, 'aaa')
    expect(await forms().result(actor, formId)).toMatchObject({ value: { skippable: null } })
    expect(await as(world, actor, (context) => skipShownLessons(context, { formId }))).toEqual({
      ok: false,
      refusal: 'nothing-to-skip',
    })
  })
})
