import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, capabilities } from '#lib/domain/access/actor'
import { addDays } from '#lib/domain/calendar'
import type { AssignmentId, PracticeId } from '#lib/domain/ids'
import { changeRequirement } from '#lib/use-cases/practice/change-requirement'
import { grantAttempts } from '#lib/use-cases/practice/grant-attempts'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { viewQuiz } from '#lib/use-cases/training/view-quiz'
import { viewResult } from '#lib/use-cases/training/view-result'
import { managing, yearly } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, openWorld, today, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>
let sittings: ReturnType<typeof sittingsIn>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, { name: 'Mona', practiceId, role: 'lead', can: ['train', 'manage'] })
  here = managing(world, manager, practiceId)
  sittings = sittingsIn(world, practiceId)
})
afterAll(() => world.end())

/** What each of the three screens says is left at the quiz of m1. */
async function saidToBeLeft(actor: Actor, assignmentId: AssignmentId, attemptId: string) {
  const quiz = await as(world, actor, (context) => viewQuiz(context, { assignmentId, moduleId: 'm1' }))
  const result = await as(world, actor, (context) => viewResult(context, { attemptId: attemptId as never }))
  const training = await as(world, actor, (context) => viewAssignment(context, { assignmentId }))
  if (!quiz.ok || !result.ok || !training.ok) throw new Error('all three are shown')
  const row = training.value.progress.modules[0]?.quiz
  if (row?.kind !== 'failed') throw new Error('the quiz was sat and not passed')
  const inList = training.value.attemptLimit + row.granted - row.attempts
  return [quiz.value.attemptsLeft, result.value.attemptsLeft, inList]
}

test('a limit that begins tomorrow, or holds for another role, is not the limit of today', async () => {
  const requirementId = await here.require({ roles: ['nurse'], attemptLimit: 1 })
  await here.require({ roles: ['front-desk'], attemptLimit: 20 })
  const tomorrow = addDays(today, 1)
  const later = { ...yearly, roles: ['nurse'] as const, effectiveOn: tomorrow }
  const change = {
    practiceId,
    requirementId,
    after: 1,
    draft: { ...later, attemptLimit: yearly.attemptLimit + 10 },
    appliesTo: 'later-completions',
    reason: 'More attempts from tomorrow on.',
  } as const
  expect(await as(world, manager, (context) => changeRequirement(context, change))).toMatchObject({
    ok: true,
  })
  const { actor, assignmentId } = await sittings.learner('Nora Limit')
  const quiz = await as(world, actor, (context) => viewQuiz(context, { assignmentId, moduleId: 'm1' }))
  expect(quiz).toMatchObject({ ok: true, value: { attemptLimit: 1, attemptsLeft: 1 } })
})

test('after a grant, the quiz page, the result and My training say the same', async () => {
  const { actor, assignmentId } = await sittings.learner('Gina Granted')
  const attemptId = await sittings.start(actor, assignmentId)
  await sittings.submit(actor, attemptId, 'b')
  expect(await saidToBeLeft(actor, assignmentId, attemptId)).toEqual([0, 0, 0])
  const { staffMemberId } = postAt(actor)
  const grant = { practiceId, staffMemberId, moduleId: 'm1', idempotencyKey: randomUUID() }
  await as(world, manager, (context) => grantAttempts(context, grant))
  expect(await saidToBeLeft(actor, assignmentId, attemptId)).toEqual([3, 3, 3])
})

test('nobody grants attempts to themselves while another manager could', async () => {
  const { actor, assignmentId } = await sittings.learner('Gero Granted')
  const attemptId = await sittings.start(actor, assignmentId)
  await sittings.submit(actor, attemptId, 'b')
  const { staffMemberId } = postAt(actor)
  const promoted = { ...actor, memberships: actor.memberships.map((post) => ({ ...post, capabilities })) }
  const grant = { practiceId, staffMemberId, moduleId: 'm1', idempotencyKey: randomUUID() }
  expect(await as(world, promoted, (context) => grantAttempts(context, grant))).toEqual({
    ok: false,
    refusal: 'own-record',
  })
  expect(await saidToBeLeft(actor, assignmentId, attemptId)).toEqual([0, 0, 0])
})

test('a grant that is sent twice at once counts once, and one from a page opened anew counts again', async () => {
  const { actor, assignmentId } = await sittings.learner('Gwen Granted')
  const attemptId = await sittings.start(actor, assignmentId)
  await sittings.submit(actor, attemptId, 'b')
  const grant = { practiceId, staffMemberId: postAt(actor).staffMemberId, moduleId: 'm1' }
  const send = (idempotencyKey: string) =>
    as(world, manager, (context) => grantAttempts(context, { ...grant, idempotencyKey }))
  const key = randomUUID()
  const before = (await here.auditKinds()).length
  const answers = await Promise.all([send(key), send(key), send(key)])
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(await saidToBeLeft(actor, assignmentId, attemptId)).toEqual([3, 3, 3])
  expect((await here.auditKinds()).length - before).toBe(1)
  await send(randomUUID())
  expect(await saidToBeLeft(actor, assignmentId, attemptId)).toEqual([6, 6, 6])
})
