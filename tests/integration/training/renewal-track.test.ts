import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { insertTrackVersion } from '#lib/data/library'
import type { Actor } from '#lib/domain/access/actor'
import { type Instant, instantFrom } from '#lib/domain/calendar'
import type { AssignmentId, PracticeId } from '#lib/domain/ids'
import { viewCertificates } from '#lib/use-cases/certificates/view-certificates'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewMyTraining } from '#lib/use-cases/training/view-my-training'
import { managing } from '#tests/support/managing'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

// "Basics" (m1 and m2) once, then the shorter "Refresher" (m2) every year; the window is two months.

let world: World
let practiceId: PracticeId
let learner: Actor
let sittings: ReturnType<typeof sittingsIn>

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
  const post = { practiceId, role: 'lead', can: ['train', 'manage'] } as const
  const manager = await addMember(world, { ...post, name: `Manager ${practiceId}` })
  await managing(world, manager, practiceId).require({ renewalTrackId: 'refresher' })
  learner = await addMember(world, { name: `Lena ${practiceId}`, practiceId })
  sittings = sittingsIn(world, practiceId)
})

async function listed(at: Instant) {
  const view = await as(world, learner, viewMyTraining, at)
  if (!view.ok) throw new Error(view.refusal)
  return view.value.items.map(({ title, urgency, assignmentId, preview }) => {
    const earns = preview?.kind === 'earns' ? preview.validThrough : preview
    return { title, urgency, earns, assignmentId }
  })
}

const told = (items: Awaited<ReturnType<typeof listed>>) =>
  items.map(({ title, urgency, earns }) => [title, urgency, earns])

/** Reads and passes each module, in one turn of the assignment. */
async function complete(
  assignmentId: AssignmentId | undefined,
  modules: readonly string[],
  at: Instant,
  cycle = 1,
) {
  if (!assignmentId) throw new Error('it is assigned')
  for (const moduleId of modules) {
    const place = { assignmentId, moduleId, lessonId: `${moduleId}-l1`, moduleVersionId: `${moduleId}@1` }
    const reading = { ...place, cycle, place: null, isFinished: true }
    await as(world, learner, (context) => recordReading(context, reading), at)
    const started = await as(world, learner, (context) => startAttempt(context, place), at)
    if (!started.ok) throw new Error(started.refusal)
    const { attemptId } = started.value
    const items = await sittings.itemsOf(learner, attemptId)
    const answers = Object.fromEntries(items.map((itemId) => [itemId, ['a']]))
    const idempotencyKey = randomUUID()
    await as(world, learner, (context) => submitAttempt(context, { attemptId, answers, idempotencyKey }), at)
  }
}

async function certificates() {
  const view = await as(world, learner, viewCertificates)
  if (!view.ok) throw new Error(view.refusal)
  return view.value.map(({ trackTitle, validThrough }) => [trackTitle, validThrough])
}

const inWindow = instantFrom('2027-01-20T17:00:00Z')

test('the shorter track appears when its window opens, renews, and either of the two may be taken', async () => {
  const first = await listed(noon)
  expect(told(first)).toEqual([['Basics', 'due-soon', '2027-03-10']])
  await complete(first[0]?.assignmentId, ['m1', 'm2'], noon)
  expect(told(await listed(noon))).toEqual([['Basics', 'done', '2027-03-10']])
  expect((await listed(instantFrom('2027-01-09T17:00:00Z'))).map(({ title }) => title)).toEqual(['Basics'])
  const open = await listed(inWindow)
  expect(told(open)).toEqual([
    ['Refresher', 'later', '2028-03-10'],
    ['Basics', 'not-asked', '2028-03-10'],
  ])
  await complete(open[0]?.assignmentId, ['m2'], inWindow)
  expect(told(await listed(inWindow))).toEqual([
    ['Refresher', 'done', '2028-03-10'],
    ['Basics', 'not-asked', '2028-03-10'],
  ])
  expect(await certificates()).toEqual([
    ['Refresher', '2028-03-10'],
    ['Basics', '2027-03-10'],
  ])
})

test('completing the first track again renews too', async () => {
  const [first] = await listed(noon)
  await complete(first?.assignmentId, ['m1', 'm2'], noon)
  const open = await listed(inWindow)
  await complete(open.find(({ title }) => title === 'Basics')?.assignmentId, ['m1', 'm2'], inWindow, 2)
  expect((await certificates())[0]).toEqual(['Basics', '2028-03-10'])
  const after = await listed(inWindow)
  expect(after.map(({ title, urgency }) => [title, urgency])).toEqual([
    ['Basics', 'done'],
    ['Refresher', 'not-asked'],
  ])
})
