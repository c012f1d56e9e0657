import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { assessmentTermsFrom } from '#lib/domain/compliance/assessment-terms'
import type { AssignmentId, FormId, ModuleVersionId } from '#lib/domain/ids'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { viewResult } from '#lib/use-cases/training/view-result'
import { answeringIn, publishMeasured, publishMeasuredAgain } from '#tests/support/answering'
import { publishCorrection } from '#tests/support/corrections'
import { learningIn } from '#tests/support/learning'
import { administered } from '#tests/support/managing'
import { addMember, as, openWorld, type World } from '#tests/support/world'

// What is told after a key was put right, or an item retired, goes by what is known now.

let world: World
let own: Awaited<ReturnType<typeof administered>>
beforeEach(async () => {
  world = await openWorld()
  await publishMeasured(world)
  own = await administered(world)
})
afterEach(() => world.end())

const forms = () => answeringIn(world)

async function complete(actor: Actor, assignmentId: AssignmentId) {
  for (const lessonId of ['f1-l1', 'f1-l2']) {
    const lesson = { assignmentId, moduleId: 'f1', lessonId, moduleVersionId: 'f1@1' as ModuleVersionId }
    const reading = { ...lesson, cycle: 1, place: null, isFinished: true }
    await as(world, actor, (context) => recordReading(context, reading))
  }
  const learning = learningIn(world)
  await learning.handIn(actor, await learning.opened(actor, assignmentId, 'f1'), 'a')
}

test('the counts before and after a training go by the newest key of the same question', async () => {
  const { actor, assignmentId, of } = await forms().learner('Gail Gain', own.practiceId)
  await forms().answerAll(actor, await forms().begun(actor, of('before')), 'b?a')
  await complete(actor, assignmentId)
  const formId = await forms().begun(actor, of('after'))
  await forms().answerAll(actor, formId, 'aab')
  const told = async (id: FormId) => {
    const result = await forms().result(actor, id)
    return result.ok && result.value.kind === 'after' ? result.value : undefined
  }
  expect(await told(formId)).toMatchObject({
    gain: { before: { right: 1 }, after: { right: 2 } },
    revisit: [{ lessonId: 'f1-l2' }],
  })
  await publishMeasuredAgain(world, { right: { 'f1-q2': 'b', 'f1-q10': 'b' } })
  expect(await told(formId)).toMatchObject({
    gain: { before: { right: 2, outOf: 3 }, after: { right: 3, outOf: 3 } },
    revisit: [],
  })
})

test('a form is offered with as many questions as it will ask', async () => {
  const asked = async (actor: Actor, assignmentId: AssignmentId) => {
    const view = await as(world, actor, (context) => viewAssignment(context, { assignmentId }))
    return view.ok ? (view.value.progress.form?.asked ?? null) : undefined
  }
  const { actor, assignmentId, of } = await forms().learner('Ria Retired', own.practiceId)
  expect(await asked(actor, assignmentId)).toBe(3)
  const done = await forms().learner('Dot Done', own.practiceId)
  await complete(done.actor, done.assignmentId)
  // A question that hangs on a text told before it is not asked alone.
  await publishMeasuredAgain(world, { retired: ['f1-q3', 'f1-q9', 'f1-q10'], told: ['f1-q7', 'f1-q4'] })
  expect(await asked(actor, assignmentId)).toBe(2)
  const formId = await forms().begun(actor, of('before'))
  expect(await forms().view(actor, formId)).toMatchObject({ value: { number: 1, outOf: 2 } })
  // Once begun it is as it was frozen.
  expect(await asked(actor, assignmentId)).toBe(2)
  // After a training its own version is asked.
  expect(await asked(done.actor, done.assignmentId)).toBe(3)
})

test('answers that are shown and a score that is older than their key do not contradict each other', async () => {
  await own.here.require({
    attemptLimit: 1,
    assessment: assessmentTermsFrom({ keysShown: 'after-pass-or-last' }),
  })
  const actor = await addMember(world, { name: 'Olga Older', practiceId: own.practiceId })
  const learning = learningIn(world)
  const assignmentId = await learning.assigned(actor, 'Basics')
  await learning.read(actor, assignmentId, 'm1')
  const attemptId = await learning.opened(actor, assignmentId, 'm1')
  await learning.handIn(actor, attemptId, 'b')
  const result = async () => {
    const view = await as(world, actor, (context) => viewResult(context, { attemptId }))
    if (!view.ok) throw new Error(view.refusal)
    return view.value
  }
  expect(await result()).toMatchObject({ correct: 0, rightByNewestKeys: null })
  await publishCorrection(world, 'm1', { right: 'b', items: 7 })
  const corrected = await result()
  expect(corrected.answers?.every(({ isRight }) => isRight)).toBe(true)
  expect(corrected).toMatchObject({ correct: 0, outOf: 6, rightByNewestKeys: 6 })
})
