import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, type Instant, instantFrom } from '#lib/domain/calendar'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import type { TimeAllowance } from '#lib/domain/training/time-limit'
import { viewAccount } from '#lib/use-cases/account/view-account'
import { recordAccommodation } from '#lib/use-cases/practice/record-accommodation'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { saveAnswers } from '#lib/use-cases/training/save-answers'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAttempt } from '#lib/use-cases/training/view-attempt'
import { viewQuiz } from '#lib/use-cases/training/view-quiz'
import { viewResult } from '#lib/use-cases/training/view-result'
import { administered } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { sittingsIn } from '#tests/support/sittings'
import { as, noon, openWorld, today, type World } from '#tests/support/world'

type Practice = Awaited<ReturnType<typeof administered>>

let world: World
/** One asks for half an hour at a quiz; the other, at the same time, for nothing. */
let timed: Practice
let untimed: Practice
beforeAll(async () => {
  world = await openWorld()
  timed = await administered(world)
  untimed = await administered(world)
  await timed.here.require({ assessment: { timeLimitMinutes: 30 } })
  await untimed.here.require()
})
afterAll(() => world.end())

const after = (minutes: number): Instant => addMinutes(noon, minutes)

async function learner({ practiceId }: Practice, name: string) {
  return await sittingsIn(world, practiceId).learner(name)
}

async function start(actor: Actor, assignmentId: AssignmentId, at: Instant = noon): Promise<AttemptId> {
  const input = { assignmentId, moduleId: 'm1' }
  const started = await as(world, actor, (context) => startAttempt(context, input), at)
  if (!started.ok) throw new Error(started.refusal)
  return started.value.attemptId
}

async function look(actor: Actor, attemptId: AttemptId, at: Instant) {
  const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }), at)
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

async function itemsOf(actor: Actor, attemptId: AttemptId): Promise<string[]> {
  const view = await look(actor, attemptId, noon)
  return view.kind === 'submitted' ? [] : view.attempt.items.map(({ itemId }) => itemId)
}

function save(actor: Actor, attemptId: AttemptId, items: readonly string[], at: Instant) {
  const drafts = items.map((itemId) => ({ itemId, optionIds: ['a'], revision: 0 }))
  return as(world, actor, (context) => saveAnswers(context, { attemptId, drafts }), at)
}

function handIn(
  actor: Actor,
  attemptId: AttemptId,
  items: readonly string[],
  at: Instant,
  key = randomUUID(),
) {
  const answers = Object.fromEntries(items.map((itemId) => [itemId, ['a']]))
  const input = { attemptId, answers, idempotencyKey: key }
  return as(world, actor, (context) => submitAttempt(context, input), at)
}

async function result(actor: Actor, attemptId: AttemptId, at: Instant) {
  const view = await as(world, actor, (context) => viewResult(context, { attemptId }), at)
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

function allow({ practiceId, administrator }: Practice, actor: Actor, allowance: TimeAllowance) {
  const input = { practiceId, staffMemberId: postAt(actor).staffMemberId, allowance }
  return as(world, administrator, (context) => recordAccommodation(context, input))
}

async function timeOf(actor: Actor, assignmentId: AssignmentId, at: Instant = noon) {
  const quiz = await as(world, actor, (context) => viewQuiz(context, { assignmentId, moduleId: 'm1' }), at)
  return quiz.ok ? quiz.value.time : undefined
}

test('before the start the end is told, and the attempt has it; at the other practice there is none', async () => {
  const here = await learner(timed, 'Tara Timed')
  const there = await learner(untimed, 'Una Untimed')
  const endsAt = after(30)
  expect(await timeOf(here.actor, here.assignmentId)).toEqual({
    kind: 'ahead',
    policyMinutes: 30,
    minutes: 30,
    endsAt,
    accommodation: null,
  })
  expect(await timeOf(there.actor, there.assignmentId)).toBeNull()
  const attemptId = await start(here.actor, here.assignmentId)
  expect(await look(here.actor, attemptId, after(10))).toMatchObject({ kind: 'open', time: { endsAt } })
  expect(await timeOf(here.actor, here.assignmentId, after(10))).toEqual({ kind: 'running', endsAt })
  const free = await start(there.actor, there.assignmentId)
  expect(await look(there.actor, free, after(60 * 24 * 30))).toMatchObject({ kind: 'open', time: null })
})

test('within the time, and the minute on the way, everything counts', async () => {
  const { actor, assignmentId } = await learner(timed, 'Ines In Time')
  const attemptId = await start(actor, assignmentId)
  const items = await itemsOf(actor, attemptId)
  expect(await save(actor, attemptId, items.slice(0, 2), after(31))).toMatchObject({ ok: true })
  expect(await handIn(actor, attemptId, items, after(31))).toMatchObject({ ok: true })
  expect(await result(actor, attemptId, after(31))).toMatchObject({ correct: 6, passed: true, late: null })
})

test('a late hand-in is accepted as what was saved in time, once, and the person is told', async () => {
  const { actor, assignmentId } = await learner(timed, 'Lara Late')
  const attemptId = await start(actor, assignmentId)
  const items = await itemsOf(actor, attemptId)
  await save(actor, attemptId, items.slice(0, 4), after(29))
  const tooLate = instantFrom('2026-03-10T17:31:00.001Z')
  expect(await save(actor, attemptId, items.slice(4), tooLate)).toEqual({ ok: false, refusal: 'time-over' })
  expect(await look(actor, attemptId, tooLate)).toMatchObject({ kind: 'over', time: { endsAt: after(30) } })
  const key = randomUUID()
  const answers = await Promise.all([1, 2, 3].map(() => handIn(actor, attemptId, items, tooLate, key)))
  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: { attemptId } })))
  expect(await result(actor, attemptId, after(60))).toMatchObject({
    correct: 4,
    outOf: 6,
    answered: 4,
    passed: false,
    late: { endsAt: after(30), timeZone: 'America/Chicago' },
    attemptsLeft: 2,
  })
})

test('what was saved in time is enough to pass, whenever it is handed in', async () => {
  const { actor, assignmentId } = await learner(timed, 'Sol Saved')
  const attemptId = await start(actor, assignmentId)
  await save(actor, attemptId, await itemsOf(actor, attemptId), after(20))
  const nextWeek = after(60 * 24 * 7)
  expect(await handIn(actor, attemptId, [], nextWeek)).toMatchObject({ ok: true })
  expect(await result(actor, attemptId, nextWeek)).toMatchObject({ correct: 6, passed: true, answered: 6 })
})

test('an attempt whose time is over and of which nothing was saved makes room for another', async () => {
  const { actor, assignmentId } = await learner(timed, 'Nell Nothing')
  const attemptId = await start(actor, assignmentId)
  const later = after(90)
  expect(await timeOf(actor, assignmentId, later)).toEqual({ kind: 'over', endsAt: after(30) })
  expect(await start(actor, assignmentId, later)).toBe(attemptId)
  expect(await handIn(actor, attemptId, [], later)).toMatchObject({ ok: true })
  expect(await result(actor, attemptId, later)).toMatchObject({ correct: 0, answered: 0, passed: false })
  const second = await start(actor, assignmentId, later)
  expect(second).not.toBe(attemptId)
  expect(await look(actor, second, later)).toMatchObject({ kind: 'open', time: { endsAt: after(120) } })
})

test('a cool-down counts from the end of the time, not from the day on which somebody came back', async () => {
  const cool = await administered(world)
  await cool.here.require({ assessment: { timeLimitMinutes: 30, cooldownHours: 24 } })
  const { actor, assignmentId } = await learner(cool, 'Cora Cool')
  const attemptId = await start(actor, assignmentId)
  const twoDays = after(60 * 48)
  await handIn(actor, attemptId, [], twoDays)
  expect(await start(actor, assignmentId, twoDays)).not.toBe(attemptId)
})

test.each([
  ['quarter-more', 38],
  ['half-more', 45],
  ['double', 60],
] as const)(
  '%s applies by itself at the start and is shown to the person, to managers, and as a fact',
  async (allowance, minutes) => {
    const { actor, assignmentId } = await learner(timed, `Acc ${allowance}`)
    const { staffMemberId } = postAt(actor)
    const recorded = { allowance, since: today, by: timed.administrator.memberships[0]?.name }
    expect(await allow(timed, actor, allowance)).toEqual({ ok: true, value: null })
    expect(await timeOf(actor, assignmentId)).toMatchObject({ minutes, accommodation: recorded })
    const attemptId = await start(actor, assignmentId)
    expect(await look(actor, attemptId, noon)).toMatchObject({ time: { endsAt: after(minutes) } })
    const own = await as(world, actor, viewAccount)
    expect(own.ok && [...own.value.accommodations]).toEqual([[staffMemberId, recorded]])
    const input = { practiceId: timed.practiceId, staffMemberId }
    const page = await as(world, timed.administrator, (context) => viewStaffMember(context, input))
    expect(page).toMatchObject({ ok: true, value: { accommodation: recorded } })
    // What is frozen stays, and what comes next is as recorded then.
    await allow(timed, actor, 'standard')
    expect(await look(actor, attemptId, noon)).toMatchObject({ time: { endsAt: after(minutes) } })
    await handIn(actor, attemptId, [], after(minutes + 2))
    const next = await start(actor, assignmentId, after(100))
    expect(await look(actor, next, after(100))).toMatchObject({ time: { endsAt: after(130) } })
  },
)

test('somebody without a limit has none, and is told that a limit is set', async () => {
  const { actor, assignmentId } = await learner(timed, 'Nia No Limit')
  await allow(timed, actor, 'no-limit')
  expect(await timeOf(actor, assignmentId)).toMatchObject({ kind: 'ahead', minutes: null, endsAt: null })
  const attemptId = await start(actor, assignmentId)
  expect(await look(actor, attemptId, after(60 * 24))).toMatchObject({ kind: 'open', time: null })
})

test('of two requirements the longer limit holds, and one without a limit beats it', async () => {
  const both = await administered(world)
  await both.here.require({ assessment: { timeLimitMinutes: 20 } })
  await both.here.require({ assessment: { timeLimitMinutes: 50 } })
  const { actor, assignmentId } = await learner(both, 'Bea Both')
  expect(await timeOf(actor, assignmentId)).toMatchObject({ minutes: 50 })
  await both.here.require()
  expect(await timeOf(actor, assignmentId)).toBeNull()
})

test('more time is recorded by managers of the practice only, never about oneself, and once', async () => {
  const { actor } = await learner(timed, 'Ria Recorded')
  const { staffMemberId } = postAt(actor)
  const record = (who: Actor, practiceId: string, member: string = staffMemberId) =>
    as(world, who, (context) =>
      recordAccommodation(context, { practiceId, staffMemberId: member, allowance: 'double' }),
    )
  const refused = { ok: false, refusal: 'not-found' }
  expect(await record(actor, timed.practiceId)).toEqual(refused)
  expect(await record(untimed.administrator, timed.practiceId)).toEqual(refused)
  expect(await record(untimed.administrator, untimed.practiceId)).toEqual(refused)
  const manager = await sittingsIn(world, timed.practiceId).learner('Mo Manager')
  const asManager = {
    ...manager.actor,
    memberships: manager.actor.memberships.map((post) => ({ ...post, capabilities: ['manage'] as const })),
  }
  expect(await record(asManager, timed.practiceId, postAt(manager.actor).staffMemberId)).toEqual({
    ok: false,
    refusal: 'own-record',
  })
  const before = (await timed.here.auditKinds()).length
  const answers = await Promise.all([1, 2, 3, 4].map(() => record(timed.administrator, timed.practiceId)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  const rows = await timed.here.inPractice((tx) =>
    tx.timeAccommodation.findMany({ where: { staffMemberId } }),
  )
  expect(rows.map(({ allowance, version }) => [allowance, version])).toEqual([['double', 1]])
  expect((await timed.here.auditKinds()).slice(before)).toEqual(['time-accommodation-recorded'])
})
