import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, addMinutes, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { administered, managing } from '#tests/support/managing'
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
  ;({ practiceId, administrator, here } = await administered(world))
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
    ok: true,
    value: { attemptId: open, isKept: true },
  })
  const submissions = await here.inPractice((tx) => tx.submission.count({ where: { assignmentId } }))
  expect(submissions).toBe(1)
})

test('what was completed before counts again at once where it is still valid (case 11)', async () => {
  await here.require()
  const { learner, start, submit } = sittingsIn(world, practiceId)
  const { actor, assignmentId } = await learner(`Vera ${practiceId}`)
  for (const moduleId of ['m1', 'm2']) await submit(actor, await start(actor, assignmentId, moduleId), 'a')
  await leaveAndComeBack(actor)
  const view = await as(world, actor, (context) => viewAssignment(context, { assignmentId }), inJune)
  expect(view.ok && view.value.answer).toMatchObject({ status: 'compliant', validThrough: '2027-03-10' })
})

test('who comes back gets an invitation and what is granted now, not what was granted then', async () => {
  const id = await here.added('Mona Manager', { capabilities: ['manage'] })
  const lastDay = today
  await as(world, administrator, (context) =>
    endEmployment(context, { practiceId, staffMemberId: id, lastDay }),
  )
  const startedOn = localDateFrom('2026-06-01')
  const rehire = { name: 'Mona Manager-Marsh', role: 'dental', startedOn } as const
  expect((await here.rehire(id, rehire, inJune)).ok).toBe(true)
  expect((await here.rehire(id, rehire, inJune)).ok).toBe(false)
  const row = await here.inPractice((tx) =>
    tx.staffMember.findUnique({ where: { practiceId_id: { practiceId, id } } }),
  )
  expect(row).toMatchObject({
    name: 'Mona Manager-Marsh',
    role: 'dental',
    capabilities: ['train'],
    endedOn: null,
  })
  expect(await here.mailTo('mona.manager@practice.example')).toHaveLength(2)
  expect((await here.auditKinds()).slice(-2)).toEqual(['staff-member-rehired', 'invitation-sent'])
})

test('a manager brings back a trainee, and grants nothing', async () => {
  const manager = await addMember(world, { name: `Max ${practiceId}`, practiceId, can: ['train', 'manage'] })
  const id = await here.added('Tim Trainee')
  await as(world, administrator, (context) =>
    endEmployment(context, { practiceId, staffMemberId: id, lastDay: today }),
  )
  const plain = managing(world, manager, practiceId)
  const startedOn = localDateFrom('2026-06-01')
  expect(await plain.rehire(id, { startedOn, capabilities: ['manage'] }, inJune)).toEqual({
    ok: false,
    refusal: 'needs-administrator',
  })
  expect((await plain.rehire(id, { startedOn }, inJune)).ok).toBe(true)
})

test('a rehire at one practice says nothing at another, and gives nothing there', async () => {
  const there = await addPractice(world, 'Ozark Dental Care')
  const other = await addMember(world, { name: `Ozzy ${there}`, practiceId: there, can: everything })
  const elsewhere = managing(world, other, there)
  const emailAddress = `sofia.${practiceId}@practice.example`
  const id = await here.added('Sofia Marin', { emailAddress })
  await as(world, administrator, (context) =>
    endEmployment(context, { practiceId, staffMemberId: id, lastDay: today }),
  )
  const added = await elsewhere.add('S. Marin', { emailAddress }, inJune)
  expect(added).toMatchObject({ ok: true, value: { workedHereBefore: false } })
  expect(await elsewhere.rehire(id, {}, inJune)).toEqual({ ok: false, refusal: 'not-found' })
  const startedOn = localDateFrom('2026-06-01')
  expect((await here.rehire(id, { startedOn }, inJune)).ok).toBe(true)
  const facts = added.ok ? await elsewhere.facts(added.value.staffMemberId) : []
  expect(facts.filter(({ kind }) => kind === 'employed')).toHaveLength(1)
})

test('who changes to a role that is not asked, and back, begins a new turn as well', async () => {
  await here.require({ roles: ['nurse'] })
  const { learner, start, submit } = sittingsIn(world, practiceId)
  const { actor, assignmentId } = await learner(`Nell ${practiceId}`)
  await submit(actor, await start(actor, assignmentId, 'm1'), 'a')
  const id = actor.memberships[0]?.staffMemberId as StaffMemberId
  const post = { kind: 'post', employmentKind: 'employee', location: null } as const
  const change = (role: string, days: number) =>
    here.record(
      id,
      { ...post, role, firstDay: addDays(today, days) },
      { at: addMinutes(noon, days * 24 * 60) },
    )
  expect((await change('billing', 1)).ok).toBe(true)
  expect((await change('nurse', 5)).ok).toBe(true)
  const view = await as(
    world,
    actor,
    (context) => viewAssignment(context, { assignmentId }),
    addMinutes(noon, 5 * 24 * 60),
  )
  expect(view.ok && view.value.progress).toMatchObject({ lessonsFinished: 0, hasBegun: false })
  expect(view.ok && view.value.answer?.status).toBe('not-started')
})
