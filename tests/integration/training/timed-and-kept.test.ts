import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { insertEvidence } from '#lib/data/evidence'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, type Instant, localDateFrom } from '#lib/domain/calendar'
import { assessmentTermsFrom } from '#lib/domain/compliance/assessment-terms'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import { viewAttempt } from '#lib/use-cases/training/view-attempt'
import { viewQuiz } from '#lib/use-cases/training/view-quiz'
import { learningIn } from '#tests/support/learning'
import { administered } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { addMember, as, noon, openWorld, type World } from '#tests/support/world'

// What is said of the time of an attempt that cannot be handed in, or not begun yet.

const assessment = assessmentTermsFrom({ timeLimitMinutes: 30 })

let world: World
let own: Awaited<ReturnType<typeof administered>>
let actor: Actor
let assignmentId: AssignmentId
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  own = await administered(world)
  actor = await addMember(world, { name: `Lena ${own.practiceId}`, practiceId: own.practiceId })
})

const learning = () => learningIn(world)
const endsAt = addMinutes(noon, 30)

async function kept(attemptId: AttemptId, at: Instant) {
  const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }), at)
  if (!view.ok || view.value.kind !== 'kept') throw new Error('it is kept')
  return { why: view.value.why, time: view.value.time }
}

const timeOf = async () => {
  const quiz = await as(world, actor, (context) => viewQuiz(context, { assignmentId, moduleId: 'm1' }))
  return quiz.ok ? quiz.value.time : undefined
}

test('one of a turn that is over says that its time is set, and the next attempt begins anew', async () => {
  await own.here.require({ assessment })
  assignmentId = await learning().assigned(actor)
  expect(await timeOf()).toMatchObject({ kind: 'ahead', minutes: 30, endsAt: null })
  await learning().read(actor, assignmentId, 'm1')
  expect(await timeOf()).toMatchObject({ kind: 'ahead', minutes: 30, endsAt })
  const attemptId = await learning().opened(actor, assignmentId, 'm1')
  const { staffMemberId } = postAt(actor)
  const details = { provider: 'Elsewhere', validThrough: '2027-03-20' }
  const effectiveOn = localDateFrom('2026-03-20')
  const accepted = { id: randomUUID(), staffMemberId, trackId: 'basics', kind: 'external-accepted' }
  await own.here.inPractice((tx) =>
    insertEvidence(tx, own.practiceId, actor.personId, [{ ...accepted, effectiveOn, details }], noon),
  )
  const nextTurn = addMinutes(noon, 60 * 24 * 340)
  expect(await kept(attemptId, nextTurn)).toMatchObject({ why: { kind: 'turn-over' }, time: { endsAt } })
  await learning().read(actor, assignmentId, 'm1', nextTurn)
  const quiz = await as(
    world,
    actor,
    (context) => viewQuiz(context, { assignmentId, moduleId: 'm1' }),
    nextTurn,
  )
  expect(quiz).toMatchObject({ value: { hasAnswersWaiting: false } })
  expect(await learning().opened(actor, assignmentId, 'm1', nextTurn)).not.toBe(attemptId)
})

test('none begins, and no end is told, while it could not be handed in', async () => {
  await own.here.require({ assessment, earlyCredit: 'none' })
  assignmentId = await learning().assigned(actor)
  for (const moduleId of ['m1', 'm2']) await learning().pass(actor, assignmentId, moduleId)
  for (const moduleId of ['m1', 'm2']) await learning().read(actor, assignmentId, moduleId)
  expect(await learning().start(actor, assignmentId, 'm1')).toEqual({ ok: false, refusal: 'not-open-yet' })
  expect(await timeOf()).toMatchObject({ kind: 'ahead', minutes: 30, endsAt: null })
})
