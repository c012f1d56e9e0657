import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, type Instant } from '#lib/domain/calendar'
import type { AssignmentId, PracticeId } from '#lib/domain/ids'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { countedStatements } from '#tests/support/counted-statements'
import {
  assignReading,
  beginCycle,
  postAt,
  publishNewerR1,
  publishReadingTrack,
  together,
} from '#tests/support/reading'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let gateway: PracticeId
let ozark: PracticeId

beforeAll(async () => {
  world = await openWorld()
  await publishReadingTrack(world)
  gateway = await addPractice(world, 'Gateway Family Practice')
  ozark = await addPractice(world, 'Ozark Clinic')
})
afterAll(() => world.end())

async function learner(name: string): Promise<{ actor: Actor; assignmentId: AssignmentId }> {
  const actor = await addMember(world, { name, practiceId: gateway })
  return { actor, assignmentId: await assignReading(world, postAt(actor)) }
}

type Input = Parameters<typeof recordReading>[1]
const first = { moduleId: 'r1', lessonId: 'r1-l1', cycle: 1, moduleVersionId: 'r1@1', place: 4 }

function record(actor: Actor, input: { assignmentId: AssignmentId } & Partial<Input>, at: Instant = noon) {
  return as(world, actor, (context) => recordReading(context, { ...first, isFinished: false, ...input }), at)
}

const stored = (assignmentId: AssignmentId, practiceId = gateway) =>
  inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const readings = await tx.lessonReading.findMany({
      where: { assignmentId },
      orderBy: { lessonId: 'asc' },
    })
    return readings.map(({ cycle, lessonId, place, finishedAt }) => ({
      cycle,
      lessonId,
      place,
      finishedAt: finishedAt?.toISOString() ?? null,
    }))
  })

const beginnings = (staffMemberId: string, practiceId = gateway) =>
  inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    return tx.evidenceEvent.findMany({ where: { staffMemberId, kind: 'part-started' } })
  })

describe('a place', () => {
  test('is kept, and the last one sent counts', async () => {
    const { actor, assignmentId } = await learner('Keeps Places')
    await record(actor, { assignmentId, place: 4 })
    await record(actor, { assignmentId, place: 9 })
    await record(actor, { assignmentId, place: 2 })
    expect(await stored(assignmentId)).toEqual([{ cycle: 1, lessonId: 'r1-l1', place: 2, finishedAt: null }])
  })

  test('stays when the lesson is finished without one', async () => {
    const { actor, assignmentId } = await learner('Keeps Last Place')
    await record(actor, { assignmentId, place: 7 })
    await record(actor, { assignmentId, place: null, isFinished: true })
    expect(await stored(assignmentId)).toEqual([{ cycle: 1, lessonId: 'r1-l1', place: 7, finishedAt: noon }])
  })
})

describe('finishing', () => {
  test('leads to the next lesson, and from the last one missing to the quiz', async () => {
    const { actor, assignmentId } = await learner('Reads On')
    const finish = (lessonId: string) => record(actor, { assignmentId, lessonId, isFinished: true })
    expect(await finish('r1-l1')).toEqual({ ok: true, value: { kind: 'lesson', lessonId: 'r1-l2' } })
    expect(await finish('r1-l3')).toEqual({ ok: true, value: { kind: 'overview' } })
    expect(await finish('r1-l2')).toEqual({ ok: true, value: { kind: 'quiz' } })
  })

  test('stays, and since when, whatever is sent later', async () => {
    const { actor, assignmentId } = await learner('Finishes Once')
    await record(actor, { assignmentId, isFinished: true })
    await record(actor, { assignmentId, isFinished: true }, addMinutes(noon, 60))
    await record(actor, { assignmentId, place: 1 }, addMinutes(noon, 120))
    expect(await stored(assignmentId)).toEqual([{ cycle: 1, lessonId: 'r1-l1', place: 1, finishedAt: noon }])
  })
})

describe('the evidence that a part was begun', () => {
  test('is written once for a module and cycle, with its moment and the day in the practice', async () => {
    const { actor, assignmentId } = await learner('Begins Once')
    await record(actor, { assignmentId })
    await record(actor, { assignmentId, lessonId: 'r1-l2' }, addMinutes(noon, 5))
    await record(actor, { assignmentId }, addMinutes(noon, 9))
    const [fact, ...others] = await beginnings(postAt(actor).staffMemberId)
    expect(others).toEqual([])
    expect(fact).toMatchObject({
      trackId: 'reading',
      requirementId: null,
      details: { part: 'r1', at: noon },
      actorPersonId: actor.personId,
    })
    expect(fact?.effectiveOn.toISOString()).toBe('2026-03-10T00:00:00.000Z')
  })

  test('is one fact though the first readings come at the same moment', async () => {
    const { actor, assignmentId } = await learner('Begins Twice At Once')
    const lessonIds = ['r1-l1', 'r1-l2', 'r1-l3', 'r1-l1', 'r1-l2', 'r1-l3']
    const records = await Promise.all(lessonIds.map((lessonId) => record(actor, { assignmentId, lessonId })))
    expect(records.every(({ ok }) => ok)).toBe(true)
    expect(await beginnings(postAt(actor).staffMemberId)).toHaveLength(1)
    expect(await stored(assignmentId)).toHaveLength(3)
  })

  test('is written anew in the next cycle, and for another module', async () => {
    const { actor, assignmentId } = await learner('Begins Again')
    await record(actor, { assignmentId })
    await record(actor, { assignmentId, moduleId: 'r2', lessonId: 'r2-l1', moduleVersionId: 'r2@1' })
    await beginCycle(world, { practiceId: gateway, assignmentId }, 2)
    await record(actor, { assignmentId, cycle: 2 })
    const parts = (await beginnings(postAt(actor).staffMemberId)).map(({ details }) => details)
    expect(parts).toHaveLength(3)
    expect((await stored(assignmentId)).map(({ cycle }) => cycle).toSorted()).toEqual([1, 1, 2])
  })
})

describe('what is not found, and leaves nothing behind', () => {
  test.for([
    ['a lesson of another module', { lessonId: 'r2-l1' }],
    ['a lesson that does not exist', { lessonId: 'r1-l9' }],
    [
      'a module that the track does not ask for',
      { moduleId: 'm1', lessonId: 'm1-l1', moduleVersionId: 'm1@1' },
    ],
    ['a cycle to come', { cycle: 2 }],
  ] as const)('%s', async ([what, input]) => {
    const { actor, assignmentId } = await learner(`Not Found ${what}`)
    expect(await record(actor, { assignmentId, ...input })).toEqual({ ok: false, refusal: 'not-found' })
    expect(await stored(assignmentId)).toEqual([])
    expect(await beginnings(postAt(actor).staffMemberId)).toEqual([])
  })

  test('a cycle that is over', async () => {
    const { actor, assignmentId } = await learner('Reads The Old Cycle')
    await beginCycle(world, { practiceId: gateway, assignmentId }, 2)
    expect(await record(actor, { assignmentId })).toEqual({ ok: false, refusal: 'not-found' })
    expect(await stored(assignmentId)).toEqual([])
  })

  test('an assignment of somebody else, at the same practice or at another', async () => {
    const { assignmentId } = await learner('Owns It')
    const { actor: colleague } = await learner('Looks Over')
    const stranger = await addMember(world, { name: 'Looks From Afar', practiceId: ozark })
    for (const other of [colleague, stranger]) {
      expect(await record(other, { assignmentId })).toEqual({ ok: false, refusal: 'not-found' })
    }
    expect(await stored(assignmentId)).toEqual([])
  })
})

test('whoever works at two practices reads for each of them apart', async () => {
  const here = await addMember(world, { name: 'Tess Two', practiceId: gateway })
  const there = await addMember(world, { name: 'Tess Two', practiceId: ozark })
  const actor = together(here, there)
  const assignmentId = await assignReading(world, postAt(actor, ozark))
  await assignReading(world, postAt(actor, gateway))
  await record(actor, { assignmentId, isFinished: true })
  expect(await stored(assignmentId, ozark)).toHaveLength(1)
  expect(await beginnings(postAt(actor, ozark).staffMemberId, ozark)).toHaveLength(1)
  expect(await beginnings(postAt(actor, gateway).staffMemberId)).toEqual([])
})

test('saving a place costs four statements the first time and three from then on, in one commit', async () => {
  const { actor, assignmentId } = await learner('Counted Reader')
  const input = { ...first, assignmentId, isFinished: true }
  const begun = await countedStatements(world, actor, (context) => recordReading(context, input))
  expect(begun.value.ok).toBe(true)
  expect(begun.statements).toHaveLength(4)
  expect(begun.writingCommits).toBe(1)
  const again = await countedStatements(world, actor, (context) => recordReading(context, input))
  expect(again.statements).toHaveLength(3)
})

describe('when a newer version is published', () => {
  test('who has begun reads on in the old one, and nobody is said to have read a text that they never saw', async () => {
    const begun = await learner('Has Begun')
    const fresh = await learner('Has Not Begun')
    await record(begun.actor, { assignmentId: begun.assignmentId })
    await publishNewerR1(world)
    const old = { lessonId: 'r1-l2', isFinished: true }
    expect((await record(begun.actor, { assignmentId: begun.assignmentId, ...old })).ok).toBe(true)
    expect(await record(fresh.actor, { assignmentId: fresh.assignmentId, ...old })).toEqual({
      ok: false,
      refusal: 'lesson-replaced',
    })
    const newer = { ...old, moduleVersionId: 'r1@2' }
    expect(await record(fresh.actor, { assignmentId: fresh.assignmentId, ...newer })).toMatchObject({
      ok: true,
    })
    expect(await record(begun.actor, { assignmentId: begun.assignmentId, ...newer })).toEqual({
      ok: false,
      refusal: 'lesson-replaced',
    })
  })
})
