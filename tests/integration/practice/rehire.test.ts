import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { managing } from '#tests/support/managing'
import { sittingsIn } from '#tests/support/sittings'
import {
  addMember,
  addPractice,
  as,
  everything,
  noon,
  openWorld,
  today,
  type World,
} from '#tests/support/world'

let world: World
let practiceId: PracticeId
let administrator: Actor
let here: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  practiceId = await addPractice(world, 'Gateway Family Practice')
  administrator = await addMember(world, { name: `Ada ${practiceId}`, practiceId, can: everything })
  here = managing(world, administrator, practiceId)
})

const inJune = addMinutes(noon, 90 * 24 * 60)

async function leaveAndComeBack(actor: Actor): Promise<void> {
  const staffMemberId = actor.memberships[0]?.staffMemberId as StaffMemberId
  const { name = '' } = actor.memberships[0] ?? {}
  await as(world, administrator, (context) =>
    endEmployment(context, { practiceId, staffMemberId, lastDay: today }),
  )
  const back = await here.rehire(staffMemberId, { name, startedOn: localDateFrom('2026-06-01') }, inJune)
  expect(back).toMatchObject({ ok: true, value: { staffMemberId } })
}

test('who comes back begins a new turn: what was half done before is not carried over', async () => {
  await here.require()
  const { learner, start, submit } = sittingsIn(world, practiceId)
  const { actor, assignmentId } = await learner(`Rita ${practiceId}`)
  await submit(actor, await start(actor, assignmentId, 'm1'), 'a')
  const open = await start(actor, assignmentId, 'm2')
  await leaveAndComeBack(actor)
  const view = await as(world, actor, (context) => viewAssignment(context, { assignmentId }), inJune)
  if (!view.ok) throw new Error(view.refusal)
  expect(view.value.answer?.status).toBe('not-started')
  expect(view.value.progress).toMatchObject({ lessonsFinished: 0, hasBegun: false })
  const answers = { 'm2-q1': ['a'] }
  const late = { attemptId: open, answers, idempotencyKey: 'k' }
  expect(await as(world, actor, (context) => submitAttempt(context, late), inJune)).toEqual({
    ok: false,
    refusal: 'not-found',
  })
})
