import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { localDateFrom } from '#lib/domain/calendar'
import type { AssignmentId, PracticeId } from '#lib/domain/ids'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { viewMyTraining } from '#lib/use-cases/training/view-my-training'
import { countedStatements } from '#tests/support/counted-statements'
import {
  assignReading,
  beginCycle,
  completedReading,
  postAt,
  publishReadingTrack,
  requireReading,
  together,
} from '#tests/support/reading'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let gateway: PracticeId
let ozark: PracticeId

beforeAll(async () => {
  world = await openWorld()
  await publishReadingTrack(world)
  gateway = await addPractice(world, 'Gateway Family Practice')
  ozark = await addPractice(world, 'Ozark Clinic')
  await requireReading(world, gateway)
  await requireReading(world, ozark)
})
afterAll(() => world.end())

const hired = (name: string, startedOn: string, practiceId = gateway) =>
  addMember(world, { name, practiceId, startedOn: localDateFrom(startedOn) })

async function listed(actor: Actor) {
  const view = await as(world, actor, viewMyTraining)
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

const finish = (actor: Actor, assignmentId: AssignmentId, moduleId: string, lessonId: string) =>
  as(world, actor, (context) =>
    recordReading(context, {
      assignmentId,
      moduleId,
      lessonId,
      cycle: 1,
      moduleVersionId: `${moduleId}@1`,
      place: null,
      isFinished: true,
    }),
  )

describe('the list', () => {
  test('is empty for whom no practice asks anything', async () => {
    const quiet = await addPractice(world, 'Quiet Practice')
    expect(await listed(await hired('Nobody Asks', '2026-03-01', quiet))).toEqual({ items: [], first: null })
  })

  test('assigns what is asked for the first time, once', async () => {
    const actor = await hired('Asked Anew', '2026-03-01')
    expect((await listed(actor)).items.map(({ title }) => title)).toEqual(['Reading'])
    expect((await listed(actor)).items.map(({ title }) => title)).toEqual(['Reading'])
  })

  test('says what is due, how long it takes, what comes next and what a completion today would give', async () => {
    const actor = await hired('New Here', '2026-03-01')
    const assignmentId = await assignReading(world, postAt(actor))
    const { items, first } = await listed(actor)
    expect(items).toHaveLength(1)
    expect(first).toMatchObject({
      assignmentId,
      title: 'Reading',
      practiceName: null,
      urgency: 'due-soon',
      answer: { status: 'not-started', dueOn: '2026-03-31' },
      preview: { kind: 'earns', validThrough: '2027-03-10' },
      progress: { minutesLeft: 16, lessons: 4, lessonsFinished: 0 },
      next: { kind: 'lesson', lesson: { id: 'r1-l1', state: 'unread' } },
    })
  })

  test('leads on with every lesson, and to the quiz after the last of a module', async () => {
    const actor = await hired('Reads Along', '2026-03-01')
    const assignmentId = await assignReading(world, postAt(actor))
    await finish(actor, assignmentId, 'r1', 'r1-l1')
    expect((await listed(actor)).first).toMatchObject({
      answer: { status: 'in-progress' },
      progress: { minutesLeft: 12 },
      next: { kind: 'lesson', lesson: { id: 'r1-l2' } },
    })
    await finish(actor, assignmentId, 'r1', 'r1-l2')
    await finish(actor, assignmentId, 'r1', 'r1-l3')
    expect((await listed(actor)).first?.next).toMatchObject({ kind: 'quiz', module: { moduleId: 'r1' } })
  })

  test('asks nothing of whom is current, and says when renewal opens', async () => {
    const actor = await hired('Is Current', '2025-06-01')
    const assignmentId = await assignReading(world, postAt(actor))
    await completedReading(world, postAt(actor), '2025-06-20')
    await beginCycle(world, { practiceId: gateway, assignmentId }, 2)
    const { items, first } = await listed(actor)
    expect(first).toBeNull()
    expect(items[0]).toMatchObject({
      urgency: 'done',
      answer: { status: 'compliant', validThrough: '2026-06-20', opensOn: '2026-05-20' },
      progress: { hasBegun: false },
    })
  })

  test('keeps what nobody asks for, apart', async () => {
    const elsewhere = await addPractice(world, 'Asks Nothing')
    const actor = await hired('Not Asked', '2026-03-01', elsewhere)
    await assignReading(world, postAt(actor))
    expect(await listed(actor)).toMatchObject({
      items: [{ urgency: 'not-asked', answer: null, preview: null }],
      first: null,
    })
  })
})

describe('whoever works at two practices', () => {
  test('sees one list, the most pressing first, each with its practice and its own dates', async () => {
    const here = await hired('Tess Two', '2026-03-01', gateway)
    const there = await hired('Tess Two', '2026-01-15', ozark)
    const ozarkPost = { ...postAt(there), practiceName: 'Ozark Clinic' }
    const actor = together(here, { ...there, memberships: [ozarkPost] })
    await assignReading(world, postAt(here))
    const late = await assignReading(world, postAt(there))
    const { items, first } = await listed(actor)
    expect(items.map(({ urgency, practiceName, answer }) => [urgency, practiceName, answer?.dueOn])).toEqual([
      ['overdue', 'Ozark Clinic', '2026-02-14'],
      ['due-soon', 'Practice', '2026-03-31'],
    ])
    expect(first?.assignmentId).toBe(late)
  })

  test('finds nothing of a practice that is no longer theirs', async () => {
    const here = await hired('Left One', '2026-03-01', gateway)
    const there = await hired('Left One', '2026-03-01', ozark)
    const assignmentId = await assignReading(world, postAt(there))
    expect((await listed(here)).items.map((item) => item.assignmentId)).not.toContain(assignmentId)
    expect(await as(world, here, (context) => viewAssignment(context, { assignmentId }))).toEqual({
      ok: false,
      refusal: 'not-found',
    })
  })
})

test('somebody else’s assignment is not found', async () => {
  const owner = await hired('Owns This', '2026-03-01')
  const colleague = await hired('Works Beside', '2026-03-01')
  const assignmentId = await assignReading(world, postAt(owner))
  const view = (actor: Actor) => as(world, actor, (context) => viewAssignment(context, { assignmentId }))
  expect(await view(owner)).toMatchObject({ ok: true, value: { assignmentId } })
  expect(await view(colleague)).toEqual({ ok: false, refusal: 'not-found' })
})

test('the list costs at most five statements, however many trainings stand in it', async () => {
  const here = await hired('Counted Learner', '2026-03-01', gateway)
  const there = await hired('Counted Learner', '2026-03-01', ozark)
  await assignReading(world, postAt(here))
  await assignReading(world, postAt(there))
  const counted = await countedStatements(world, here, viewMyTraining)
  expect(counted.value).toMatchObject({ ok: true, value: { items: [{}, {}] } })
  expect(counted.statements.length).toBeLessThanOrEqual(5)
})
