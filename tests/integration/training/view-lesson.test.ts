import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { replaceRegister } from '#lib/data/library'
import type { Actor } from '#lib/domain/access/actor'
import type { AssignmentId, PracticeId } from '#lib/domain/ids'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { viewLesson } from '#lib/use-cases/training/view-lesson'
import { countedStatements } from '#tests/support/counted-statements'
import { assignReading, postAt, publishNewerR1, publishReadingTrack } from '#tests/support/reading'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let actor: Actor
let assignmentId: AssignmentId

beforeAll(async () => {
  world = await openWorld()
  await publishReadingTrack(world)
  practiceId = await addPractice(world, 'Gateway Family Practice')
  actor = await addMember(world, { name: 'Nadia Rahman', practiceId })
  assignmentId = await assignReading(world, postAt(actor))
})
afterAll(() => world.end())

const view = (lessonId: string, moduleId = lessonId.slice(0, 2), of = assignmentId, by = actor) =>
  as(world, by, (context) => viewLesson(context, { assignmentId: of, moduleId, lessonId }))

const notFound = { ok: false, refusal: 'not-found' }

test('a lesson is counted through the whole track, and knows what came before', async () => {
  expect(await view('r1-l1')).toMatchObject({ ok: true, value: { number: 1, outOf: 4, previous: null } })
  expect(await view('r2-l1')).toMatchObject({
    ok: true,
    value: { number: 4, outOf: 4, previous: { moduleId: 'r1', lessonId: 'r1-l3' } },
  })
})

test('looking writes nothing', async () => {
  const looked = await countedStatements(world, actor, (context) =>
    viewLesson(context, { assignmentId, moduleId: 'r1', lessonId: 'r1-l2' }),
  )
  expect(looked.statements.filter((query) => /insert|update|delete/i.test(query))).toEqual([])
})

test('it costs four statements when the text is new to the process, and two from then on', async () => {
  const look = () =>
    countedStatements(world, actor, (context) =>
      viewLesson(context, { assignmentId, moduleId: 'r1', lessonId: 'r1-l3' }),
    )
  const firstLook = await look()
  expect(firstLook.value.ok).toBe(true)
  expect(firstLook.statements.length).toBeLessThanOrEqual(4)
  expect((await look()).statements).toHaveLength(2)
})

test('a contact that changes is shown as it stands today, though the text was kept', async () => {
  const publishRegisters = (phone: string) =>
    inTransaction(world.owner, async (tx) => {
      await tx.lesson.updateMany({ where: { lessonId: 'r2-l1' }, data: { contacts: ['hotline'] } })
      await replaceRegister(tx, 'contacts', [{ id: 'hotline', ...{ phone } }], noon)
      await replaceRegister(tx, 'library', [{ id: `hash of ${phone}` }], noon)
    })
  await publishRegisters('111')
  expect(await view('r2-l1')).toMatchObject({ value: { text: { contacts: [{ phone: '111' }] } } })
  await publishRegisters('222')
  expect(await view('r2-l1')).toMatchObject({ value: { text: { contacts: [{ phone: '222' }] } } })
})

describe('not found', () => {
  test('what the track does not ask for, or does not have', async () => {
    expect(await view('m1-l1')).toEqual(notFound)
    expect(await view('r1-l9')).toEqual(notFound)
    expect(await view('r2-l1', 'r1')).toEqual(notFound)
  })

  test('the assignment of somebody else', async () => {
    const colleague = await addMember(world, { name: 'Priya Shah', practiceId })
    const elsewhere = await addPractice(world, 'Ozark Clinic')
    const stranger = await addMember(world, { name: 'Omar Reyes', practiceId: elsewhere })
    expect(await view('r1-l1', 'r1', assignmentId, colleague)).toEqual(notFound)
    expect(await view('r1-l1', 'r1', assignmentId, stranger)).toEqual(notFound)
  })
})

test('the version that was begun stays, and who begins later reads the newer one', async () => {
  const reading = { moduleId: 'r1', lessonId: 'r1-l1', cycle: 1, moduleVersionId: 'r1@1', place: 3 }
  await as(world, actor, (context) => recordReading(context, { ...reading, assignmentId, isFinished: false }))
  await publishNewerR1(world)
  expect(await view('r1-l1')).toMatchObject({
    value: { moduleVersionId: 'r1@1', outOf: 4, lesson: { state: 'begun', place: 3 } },
  })
  const late = await addMember(world, { name: 'Late Reader', practiceId })
  const of = await assignReading(world, postAt(late))
  expect(await view('r1-l1', 'r1', of, late)).toMatchObject({
    value: { moduleVersionId: 'r1@2', outOf: 3, text: { tree: { children: ['Text of version 2.'] } } },
  })
})
