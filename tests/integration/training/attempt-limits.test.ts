import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, capabilities } from '#lib/domain/access/actor'
import { addDays, addMinutes, type Instant } from '#lib/domain/calendar'
import type { AssignmentId, PracticeId } from '#lib/domain/ids'
import { changeRequirement } from '#lib/use-cases/practice/change-requirement'
import { grantAttempts } from '#lib/use-cases/practice/grant-attempts'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { askForAttempts } from '#lib/use-cases/training/ask-for-attempts'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { viewQuiz } from '#lib/use-cases/training/view-quiz'
import { viewResult } from '#lib/use-cases/training/view-result'
import { managing, yearly } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

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

describe('asking for more after the last attempt', () => {
  const ask = (actor: Actor, assignmentId: AssignmentId) =>
    as(world, actor, (context) => askForAttempts(context, { assignmentId, moduleId: 'm1' }))
  const help = async (actor: Actor, assignmentId: AssignmentId) => {
    const quiz = await as(world, actor, (context) => viewQuiz(context, { assignmentId, moduleId: 'm1' }))
    return quiz.ok ? quiz.value.help : undefined
  }
  const overview = { part: 'current', query: { group: null, sort: 'urgency', descending: false, page: 1 } }
  const seenByManager = async () => {
    const view = await as(world, manager, (context) =>
      viewPracticeCompliance(context, { practiceId, ...overview } as never),
    )
    return view.ok ? view.value.attemptsAsked : []
  }

  test('names who can allow them, reaches the manager without a result, once however often it is sent, and ends with a grant', async () => {
    const { actor, assignmentId } = await sittings.learner('Ada Asks')
    expect(await ask(actor, assignmentId)).toEqual({ ok: false, refusal: 'attempts-left' })
    expect(await help(actor, assignmentId)).toBeNull()
    await sittings.submit(actor, await sittings.start(actor, assignmentId), 'b')
    expect(await help(actor, assignmentId)).toEqual({ managers: ['Mona'], askedOn: null })
    const before = (await here.auditKinds()).length
    const asked = await Promise.all([ask(actor, assignmentId), ask(actor, assignmentId)])
    expect(asked.every(({ ok }) => ok)).toBe(true)
    expect((await here.auditKinds()).slice(before)).toEqual(['attempts-asked'])
    expect(await help(actor, assignmentId)).toEqual({ managers: ['Mona'], askedOn: today })
    const { staffMemberId } = postAt(actor)
    expect(await seenByManager()).toEqual([
      { staffMemberId, name: 'Ada Asks', moduleId: 'm1', module: 'Module m1', askedOn: today },
    ])
    const person = await as(world, manager, (context) =>
      viewStaffMember(context, { practiceId, staffMemberId }),
    )
    expect(person.ok && person.value.openModules.map(({ moduleId, askedOn }) => [moduleId, askedOn])).toEqual(
      [
        ['m1', today],
        ['m2', null],
      ],
    )
    const grant = { practiceId, staffMemberId, moduleId: 'm1', idempotencyKey: randomUUID() }
    await as(world, manager, (context) => grantAttempts(context, grant))
    expect(await seenByManager()).toEqual([])
  })

  test('may be done again once the attempts that were allowed are used up too', async () => {
    const { actor, assignmentId } = await sittings.learner('Ana Again')
    await sittings.submit(actor, await sittings.start(actor, assignmentId), 'b')
    await ask(actor, assignmentId)
    const { staffMemberId } = postAt(actor)
    const grant = { practiceId, staffMemberId, moduleId: 'm1', idempotencyKey: randomUUID() }
    await as(world, manager, (context) => grantAttempts(context, grant))
    for (let extra = 0; extra < 3; extra += 1) {
      await sittings.submit(actor, await sittings.start(actor, assignmentId), 'b')
    }
    expect(await help(actor, assignmentId)).toEqual({ managers: ['Mona'], askedOn: null })
    const quiz = { assignmentId, moduleId: 'm1' }
    await as(world, actor, (context) => askForAttempts(context, quiz), addMinutes(noon, 1))
    expect(await help(actor, assignmentId)).toEqual({ managers: ['Mona'], askedOn: today })
    expect(await seenByManager()).toMatchObject([{ name: 'Ana Again', moduleId: 'm1', askedOn: today }])
  })

  test('is for one’s own quiz only', async () => {
    const { assignmentId } = await sittings.learner('Own Quiz')
    const other = await addMember(world, { name: 'Other Asker', practiceId })
    expect(await ask(other, assignmentId)).toEqual({ ok: false, refusal: 'not-found' })
  })
})

test('a cool-down keeps the next attempt closed until its hour, and says when that is', async () => {
  const ozark = await addPractice(world, 'Ozark Women’s Health')
  const boss = await addMember(world, {
    name: 'Ben',
    practiceId: ozark,
    role: 'lead',
    can: ['train', 'manage'],
  })
  await managing(world, boss, ozark).require({ assessment: { cooldownHours: 24 } })
  const there = sittingsIn(world, ozark)
  const { actor, assignmentId } = await there.learner('Cora Cool')
  const quiz = { assignmentId, moduleId: 'm1' }
  const at = (now: Instant) => as(world, actor, (context) => startAttempt(context, quiz), now)
  await there.submit(actor, await there.start(actor, assignmentId), 'b')
  const opensAt = addMinutes(noon, 24 * 60)
  expect(await as(world, actor, (context) => viewQuiz(context, quiz))).toMatchObject({
    value: { attemptsLeft: 2, timeZone: 'America/Chicago', opensAt, help: null },
  })
  expect(await at(addMinutes(opensAt, -1))).toEqual({ ok: false, refusal: 'cooling-down' })
  expect(await at(opensAt)).toMatchObject({ ok: true })
})
