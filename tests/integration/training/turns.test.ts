import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assignTracks } from '#lib/data/assign-tracks'
import { inTransaction } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { insertTrackVersion } from '#lib/data/library'
import type { Actor } from '#lib/domain/access/actor'
import { type Instant, instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { AssignmentId, PracticeId } from '#lib/domain/ids'
import { viewCertificates } from '#lib/use-cases/certificates/view-certificates'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { viewAttempt } from '#lib/use-cases/training/view-attempt'
import { learningIn, type Told } from '#tests/support/learning'
import { managing } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, everything, noon, openWorld, type World } from '#tests/support/world'

// Rule 2: a completion needs all its parts inside one cycle, whatever closed the one before. Every screen of a learner says
// the same of the turn of now, with no job and no deed between.

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>
let learning: ReturnType<typeof learningIn>

beforeAll(async () => {
  world = await openWorld()
  await inTransaction(world.owner, async (tx) => {
    const track = { id: 'refresher', version: 1, title: 'Refresher', summary: 'One.', changeKind: 'initial' }
    await insertTrackVersion(tx, { ...track, modules: ['m2'], contentHash: 'hash-refresher' }, noon)
  })
})
afterAll(() => world.end())
beforeEach(async () => {
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, {
    practiceId,
    role: 'lead',
    can: everything,
    name: `Manager ${practiceId}`,
  })
  here = managing(world, manager, practiceId)
  learning = learningIn(world)
})

const learner = () => addMember(world, { name: `Lena ${practiceId}`, practiceId })
const fresh: Told = { cycle: 2, read: 0, passed: 0, lessonsLeft: 1, completed: false, attemptsLeft: 3 }
const at = (day: string): Instant => instantFrom(`${day}T17:00:00Z`)
const aYearOn = at('2027-02-10')

async function accept(actor: Actor, on: string, validThrough: string, recordedAt = noon) {
  const { staffMemberId } = postAt(actor)
  const accepted = {
    id: randomUUID(),
    staffMemberId,
    trackId: 'basics',
    kind: 'external-accepted',
    effectiveOn: localDateFrom(on),
    details: { provider: 'Elsewhere', validThrough },
  }
  await here.inPractice((tx) => insertEvidence(tx, practiceId, actor.personId, [accepted], recordedAt))
  return accepted.id
}

async function correct(actor: Actor, corrects: string, recordedAt: Instant) {
  const { staffMemberId } = postAt(actor)
  const effectiveOn = localDateFrom(recordedAt.slice(0, 10))
  const fact = { staffMemberId, kind: 'corrected', effectiveOn, details: { corrects, outcome: 'void' } }
  await here.inPractice((tx) => insertEvidence(tx, practiceId, manager.personId, [fact], recordedAt))
}

const factsOf = (actor: Actor, kind: string) =>
  here.inPractice((tx) => tx.evidenceEvent.findMany({ where: { kind, ...staffOf(actor) } }))
const staffOf = (actor: Actor) => ({ staffMemberId: postAt(actor).staffMemberId })

describe('an accepted certificate', () => {
  test('closes the turn: what was done before it belongs to that one, on every screen', async () => {
    await here.require()
    const actor = await learner()
    const assignmentId = await learning.assigned(actor)
    await learning.pass(actor, assignmentId, 'm1')
    expect(await learning.told(actor, assignmentId)).toMatchObject({ cycle: 1, passed: 1, completed: true })
    await accept(actor, '2026-03-20', '2027-03-20')
    expect(await learning.told(actor, assignmentId, 'm1', aYearOn)).toEqual(fresh)
    expect(await learning.start(actor, assignmentId, 'm2', aYearOn)).toEqual({
      ok: false,
      refusal: 'lessons-unfinished',
    })
    for (const moduleId of ['m1', 'm2']) await learning.pass(actor, assignmentId, moduleId, aYearOn)
    const certificates = await as(world, actor, viewCertificates)
    expect(certificates.ok && certificates.value.map(({ validThrough }) => validThrough)).toEqual([
      '2028-03-20',
    ])
  })

  test('leaves the page of a training about that training, whatever else is assigned', async () => {
    await here.require()
    const actor = await learner()
    const older = { ...staffOf(actor), trackId: 'refresher' }
    await here.inPractice((tx) => assignTracks(tx, practiceId, [older], at('2026-03-01')))
    const assignmentId = await learning.assigned(actor, 'Basics')
    await learning.pass(actor, assignmentId, 'm1')
    await accept(actor, '2026-03-20', '2027-03-20')
    const view = await as(world, actor, (context) => viewAssignment(context, { assignmentId }), aYearOn)
    expect(view).toMatchObject({ ok: true, value: { assignmentId, title: 'Basics' } })
  })

  test('that is struck again leaves the turn as it was, with what was done in it', async () => {
    await here.require()
    const actor = await learner()
    const assignmentId = await learning.assigned(actor)
    await learning.pass(actor, assignmentId, 'm1')
    const id = await accept(actor, '2026-03-20', '2027-03-20')
    expect(await learning.told(actor, assignmentId, 'm1', at('2026-04-01'))).toEqual(fresh)
    await correct(actor, id, at('2026-04-02'))
    expect(await learning.told(actor, assignmentId, 'm1', at('2026-04-03'))).toMatchObject({
      cycle: 1,
      passed: 1,
      completed: true,
    })
  })

  test('gives the attempts of the next turn, where all of the last were used', async () => {
    await here.require()
    const actor = await learner()
    const assignmentId = await learning.assigned(actor)
    for (let sat = 0; sat < 3; sat += 1) await learning.sit(actor, assignmentId, 'm1', 'b')
    expect(await learning.told(actor, assignmentId)).toMatchObject({ attemptsLeft: 0 })
    await accept(actor, '2026-03-20', '2027-03-20')
    expect(await learning.told(actor, assignmentId, 'm1', aYearOn)).toEqual(fresh)
    await learning.pass(actor, assignmentId, 'm1', aYearOn)
  })
})

test('a completion that is struck is owed again in whole, and its parts count for nothing', async () => {
  await here.require()
  const actor = await learner()
  const assignmentId = await learning.assigned(actor)
  for (const moduleId of ['m1', 'm2']) await learning.pass(actor, assignmentId, moduleId)
  const [completed] = await factsOf(actor, 'completed')
  await correct(actor, completed?.id ?? '', at('2026-04-02'))
  expect(await learning.told(actor, assignmentId, 'm1', at('2026-04-03'))).toEqual(fresh)
  expect(await learning.urgency(actor, assignmentId, at('2026-04-03'))).toBe('due-soon')
})

test('completing the track to renew with closes the turn of the first one too', async () => {
  await here.require({ renewalTrackId: 'refresher' })
  const actor = await learner()
  const basics = await learning.assigned(actor)
  for (const moduleId of ['m1', 'm2']) await learning.pass(actor, basics, moduleId)
  await learning.pass(actor, basics, 'm1', at('2027-01-15'))
  const refresher = await learning.assigned(actor, 'Refresher', at('2027-01-20'))
  expect(await learning.told(actor, basics, 'm1', at('2027-01-20'))).toMatchObject({ cycle: 2, passed: 1 })
  await learning.pass(actor, refresher, 'm2', at('2027-01-20'))
  expect(await learning.told(actor, basics, 'm1', at('2027-01-20'))).toEqual({ ...fresh, cycle: 3 })
})

describe('where what is early counts for nothing', () => {
  test('list, training and quiz say the day on which the quizzes open, before anybody tries', async () => {
    await here.require({ earlyCredit: 'none' })
    const actor = await learner()
    const assignmentId = await learning.assigned(actor)
    expect(await learning.opensOn(actor, assignmentId)).toEqual([null, null, null])
    for (const moduleId of ['m1', 'm2']) await learning.pass(actor, assignmentId, moduleId)
    const early = at('2026-06-10')
    const day = '2027-01-10'
    expect(await learning.opensOn(actor, assignmentId, early)).toEqual([day, day, day])
    expect(await learning.start(actor, assignmentId, 'm1', early)).toEqual({
      ok: false,
      refusal: 'not-open-yet',
    })
    await learning.read(actor, assignmentId, 'm1', early)
    expect(await learning.opensOn(actor, assignmentId, at('2027-01-10'))).toEqual([null, null, null])
    expect((await learning.start(actor, assignmentId, 'm1', at('2027-01-10'))).ok).toBe(true)
  })
})

describe('a sitting that was open when its turn was over', () => {
  async function leftOpen() {
    await here.require()
    const actor = await learner()
    const assignmentId = await learning.assigned(actor)
    await learning.read(actor, assignmentId, 'm1')
    const attemptId = await learning.opened(actor, assignmentId, 'm1')
    await accept(actor, '2026-03-20', '2027-03-20')
    return { actor, assignmentId, attemptId }
  }

  test('is not handed in, keeps what was answered, and counts for no turn', async () => {
    const { actor, attemptId } = await leftOpen()
    const handedIn = await learning.handIn(actor, attemptId, 'a', aYearOn)
    expect(handedIn).toEqual({ ok: true, value: { attemptId, isKept: true } })
    const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }), aYearOn)
    expect(view).toMatchObject({ ok: true, value: { kind: 'kept', why: { kind: 'turn-over' } } })
    expect(
      view.ok && view.value.kind === 'kept' && view.value.attempt.items.map(({ chosen }) => chosen),
    ).toEqual(Array.from({ length: 6 }, () => ['a']))
    expect(await factsOf(actor, 'part-completed')).toEqual([])
  })

  test('goes on in the new turn with the same questions and answers, once its lessons are read', async () => {
    const { actor, assignmentId, attemptId } = await leftOpen()
    await learning.handIn(actor, attemptId, 'a', aYearOn)
    expect(await learning.told(actor, assignmentId, 'm1', aYearOn)).toMatchObject({ ...fresh, cycle: 2 })
    await learning.read(actor, assignmentId, 'm1', aYearOn)
    expect(await learning.opened(actor, assignmentId, 'm1', aYearOn)).toBe(attemptId)
    const submitted = await learning.handIn(actor, attemptId, null, aYearOn)
    expect(submitted).toEqual({ ok: true, value: { attemptId } })
    expect(await learning.told(actor, assignmentId, 'm1', aYearOn)).toMatchObject({ cycle: 2, passed: 1 })
  })

  test('is nobody else’s to see or to hand in', async () => {
    const { attemptId } = await leftOpen()
    const colleague = await addMember(world, { name: `Colin ${practiceId}`, practiceId })
    expect(await learning.handIn(colleague, attemptId, null, aYearOn)).toEqual({
      ok: false,
      refusal: 'not-found',
    })
  })
})

test('a turn in which nothing was done yet goes by the newest version of its track', async () => {
  await here.require()
  const actor = await learner()
  const assignmentId: AssignmentId = await learning.assigned(actor)
  for (const moduleId of ['m1', 'm2']) await learning.pass(actor, assignmentId, moduleId)
  const begun = await addMember(world, { name: `Bea ${practiceId}`, practiceId })
  const half = await learning.assigned(begun)
  await learning.pass(begun, half, 'm1')
  await inTransaction(world.owner, async (tx) => {
    const track = { id: 'basics', version: 2, title: 'Basics', summary: 'One.', changeKind: 'material' }
    await insertTrackVersion(tx, { ...track, modules: ['m2'], contentHash: 'hash-basics-2' }, noon)
  })
  expect(await learning.modules(actor, assignmentId, aYearOn)).toEqual(['m2'])
  expect(await learning.start(actor, assignmentId, 'm1', aYearOn)).toEqual({
    ok: false,
    refusal: 'not-found',
  })
  await learning.pass(actor, assignmentId, 'm2', aYearOn)
  // Whoever had begun goes on as begun.
  expect(await learning.modules(begun, half)).toEqual(['m1', 'm2'])
})
