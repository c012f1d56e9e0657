import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { type Instant, instantFrom, localDateFrom } from '#lib/domain/calendar'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { AssignmentId } from '#lib/domain/ids'
import { exportPastCompliance } from '#lib/use-cases/practice/export-past-compliance'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { recordUpdate } from '#lib/use-cases/training/record-update'
import { viewMyTraining } from '#lib/use-cases/training/view-my-training'
import { viewUpdate } from '#lib/use-cases/training/view-update'
import { auditEntries } from '#tests/support/audit-entries'
import { type ChangingPractice, changingPractice } from '#tests/support/changing'
import { learningIn } from '#tests/support/learning'
import { projectionFaults } from '#tests/support/projection'
import { postAt } from '#tests/support/reading'
import { addMember, as, openWorld, type World } from '#tests/support/world'

let world: World
let learning: ReturnType<typeof learningIn>
beforeAll(async () => {
  world = await openWorld()
  learning = learningIn(world)
})
afterAll(() => world.end())

const at = (day: string): Instant => instantFrom(`${day}T17:00:00Z`)
const due = localDateFrom('2026-04-11')

/** Somebody who took the whole track in its first version on 10 March, as in the browser. */
async function learned(here: ChangingPractice, name: string) {
  const learner = await addMember(world, { name, practiceId: here.practiceId })
  const assignmentId = await learning.assigned(learner, 'Our own track')
  await learning.pass(learner, assignmentId, here.moduleId)
  return { learner, assignmentId }
}

const list = async (learner: Actor, day: string) => {
  const view = await as(world, learner, viewMyTraining, at(day))
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}
const page = (learner: Actor, assignmentId: AssignmentId, day: string) =>
  as(world, learner, (context) => viewUpdate(context, { assignmentId }), at(day))
const read = (learner: Actor, assignmentId: AssignmentId, version: number, day: string) =>
  as(world, learner, (context) => recordUpdate(context, { assignmentId, version }), at(day))

test('who owes an update finds it first, reads it, says so once, and is current with the dates unmoved', async () => {
  const here = await changingPractice(world, 'Alder')
  const { learner, assignmentId } = await learned(here, 'Lena Alder')
  const { learner: other, assignmentId: others } = await learned(here, 'Otto Alder')
  const before = await here.answer(learner, '2026-03-13')
  const lessonId = `${here.moduleId}-l1`
  await here.change(2, { changeKind: 'material', dueOn: due, lessonId, at: at('2026-03-12') })
  const { first, items } = await list(learner, '2026-03-13')
  expect(first).toMatchObject({ urgency: 'due-soon', next: { kind: 'update', title: 'A lesson' } })
  expect(items).toHaveLength(1)
  expect(await page(learner, assignmentId, '2026-03-13')).toMatchObject({
    value: { update: { version: 2, by: '2026-04-11', count: 1 }, text: { tree: { format: 1 } } },
  })
  expect(await page(other, assignmentId, '2026-03-13')).toEqual({ ok: false, refusal: 'not-found' })
  expect(await read(other, assignmentId, 2, '2026-03-13')).toEqual({ ok: false, refusal: 'not-found' })
  // What was never owed changes nothing.
  expect(await read(learner, assignmentId, 3, '2026-03-13')).toEqual({ ok: true, value: null })
  const twice = await Promise.all([
    read(learner, assignmentId, 2, '2026-03-13'),
    read(learner, assignmentId, 2, '2026-03-13'),
  ])
  expect(twice.every(({ ok }) => ok)).toBe(true)
  expect(await read(learner, assignmentId, 2, '2026-03-14')).toEqual({ ok: true, value: null })
  const facts = await here.within((tx) => tx.evidenceEvent.findMany({ where: { kind: 'updated' } }))
  expect(facts).toMatchObject([{ details: { version: 2, lessonId, moduleVersionId: `${here.moduleId}@2` } }])
  const deeds = await here.within((tx) => auditEntries(tx, here.practiceId))
  expect(deeds.filter(({ event }) => event.kind === 'track-update-read')).toHaveLength(1)
  expect(await here.answer(learner, '2026-06-01')).toMatchObject({
    status: 'compliant',
    validThrough: before.validThrough,
    because: { updateDueOn: null },
  })
  expect((await list(learner, '2026-03-13')).first).toBeNull()
  expect(await page(learner, assignmentId, '2026-03-13')).toMatchObject({ value: { update: null } })
  // The other one still owes it, and lapses.
  expect((await here.answer(other, '2026-06-01')).status).toBe('lapsed')
  expect((await page(other, others, '2026-06-01')).ok).toBe(true)
  expect(await projectionFaults(world, at('2026-03-15'))).toEqual([])
})

test('the manager counts and finds who owes an update, by any filter, until it is read', async () => {
  const here = await changingPractice(world, 'Counted')
  const { practiceId, manager } = here
  const { learner, assignmentId } = await learned(here, 'Lena Counted')
  await learned(here, 'Otto Counted')
  const lessonId = `${here.moduleId}-l1`
  await here.change(2, { changeKind: 'material', dueOn: due, lessonId, at: at('2026-03-12') })
  const owing = async (query: object) => {
    const asked = { ...plainRosterQuery, group: 'owes-update', ...query } as const
    const input = { practiceId, part: 'current', query: asked, pageSize: 10 } as const
    const view = await as(
      world,
      manager,
      (context) => viewPracticeCompliance(context, input),
      at('2026-03-20'),
    )
    if (!view.ok) throw new Error(view.refusal)
    const { rows, counts } = view.value
    return [
      counts['owes-update'],
      ...rows.map(({ person, answer }) => [person.name, answer?.because.updateDueOn]),
    ]
  }
  const both = [2, ['Lena Counted', '2026-04-11'], ['Otto Counted', '2026-04-11']]
  expect(await owing({})).toEqual(both)
  expect(await owing({ sort: 'name' })).toEqual(both)
  expect(await owing({ search: 'Otto' })).toEqual([1, ['Otto Counted', '2026-04-11']])
  await read(learner, assignmentId, 2, '2026-03-13')
  expect(await owing({})).toEqual([1, ['Otto Counted', '2026-04-11']])
  expect(await projectionFaults(world, at('2026-03-20'))).toEqual([])
})

test('whoever asks later sees that the update was owed, until when, and on which day it was read', async () => {
  const here = await changingPractice(world, 'Surveyed')
  const { practiceId, manager } = here
  const { learner, assignmentId } = await learned(here, 'Lena Surveyed')
  const lessonId = `${here.moduleId}-l1`
  await here.change(2, { changeKind: 'material', dueOn: due, lessonId, at: at('2026-03-12') })
  await read(learner, assignmentId, 2, '2026-03-20')
  const then = at('2026-06-01')
  const same = (name: string) => name
  const words = { column: same, role: same, employmentKind: same, status: same, reason: same }
  const why = async (asOf: string, knownOn: string | null = null) => {
    const days = { asOf: localDateFrom(asOf), knownOn: knownOn === null ? null : localDateFrom(knownOn) }
    const query = { ...plainRosterQuery, search: 'Lena' }
    const asked = { practiceId, ...days, query, words, format: 'csv' } as const
    const file = await as(world, manager, (context) => exportPastCompliance(context, asked), then)
    return file.ok && new TextDecoder().decode(file.value.bytes).includes('update-owed')
  }
  expect(await why('2026-03-11')).toBe(false)
  expect(await why('2026-03-12')).toBe(true)
  expect(await why('2026-03-19')).toBe(true)
  expect(await why('2026-03-20')).toBe(false)
  // As it was known before she read it.
  expect(await why('2026-03-20', '2026-03-19')).toBe(true)
  const input = { practiceId, staffMemberId: postAt(learner).staffMemberId }
  const view = await as(world, manager, (context) => viewStaffMember(context, input), then)
  const [entry] = view.ok ? view.value.timeline : []
  expect(entry).toMatchObject({ kind: 'updated', on: '2026-03-20', track: 'Our own track', trackVersion: 2 })
})

test('each version is taught in its turn, and a version that no lesson teaches lets the track be taken anew', async () => {
  const here = await changingPractice(world, 'Birch')
  const { learner, assignmentId } = await learned(here, 'Lena Birch')
  const lessonId = `${here.moduleId}-l1`
  await here.change(2, { changeKind: 'material', dueOn: due, lessonId, at: at('2026-03-12') })
  await here.change(3, { changeKind: 'material', dueOn: due, lessonId, at: at('2026-03-12') })
  expect(await read(learner, assignmentId, 3, '2026-03-13')).toEqual({
    ok: false,
    refusal: 'update-replaced',
  })
  expect(await read(learner, assignmentId, 2, '2026-03-13')).toMatchObject({ ok: true })
  expect(await page(learner, assignmentId, '2026-03-13')).toMatchObject({
    value: { update: { version: 3, count: 1 } },
  })
  await here.change(4, { changeKind: 'material', dueOn: due, at: at('2026-03-14') })
  expect(await page(learner, assignmentId, '2026-03-15')).toMatchObject({
    value: { update: { lesson: null }, text: null },
  })
})

test.each(['material', 'critical'] as const)(
  'a %s change without a lesson: what was begun in the old version is over, and the new one settles it',
  async (changeKind) => {
    const here = await changingPractice(world, `Taken anew ${changeKind}`)
    const { learner, assignmentId } = await learned(here, `Lena ${changeKind}`)
    // Begun again between two turns, in the old version.
    await learning.read(learner, assignmentId, here.moduleId, at('2026-03-11'))
    await here.change(2, { changeKind, dueOn: due, at: at('2026-03-12') })
    const { progress } = (await list(learner, '2026-03-20')).items[0] ?? {}
    expect(progress).toMatchObject({ hasBegun: false, modules: [{ outline: { version: 2 } }] })

    await learning.pass(learner, assignmentId, here.moduleId, at('2026-03-20'))
    const after = await here.answer(learner, '2026-04-20')
    expect(after).toMatchObject({ status: 'compliant', because: { updateDueOn: null } })
    const facts = await here.within((tx) =>
      tx.evidenceEvent.findMany({ where: { kind: 'completed' }, orderBy: { recordedAt: 'asc' } }),
    )
    expect(facts.map(({ details }) => details)).toMatchObject([{ version: 1 }, { version: 2 }])
    expect(await projectionFaults(world, at('2026-03-21'))).toEqual([])
  },
)
