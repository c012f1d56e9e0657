import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { insertModuleVersion } from '#lib/data/library'
import { enterPerson, enterPractice } from '#lib/data/scope'
import { addMonths, localDateFrom } from '#lib/domain/calendar'
import { viewOutbox } from '#lib/use-cases/practice/view-outbox'
import { type Completed, refreshing } from '#tests/support/refreshing'
import { at } from '#tests/support/reminding'
import { addMember, as, everything, moduleVersion, openWorld, type World } from '#tests/support/world'

let world: World
let here: Awaited<ReturnType<typeof refreshing>>
let nadia: Completed
const april = addMonths(localDateFrom('2026-03-10'), 1)

beforeAll(async () => {
  world = await openWorld()
  here = await refreshing(world)
  nadia = await here.completed('Nadia', true)
  await here.plan(april)
})
afterAll(() => world.end())

async function refresher() {
  const [found] = await here.offered(nadia)
  if (!found) throw new Error('it was offered')
  return found
}

const seen = async () => {
  const view = await here.view(nadia.actor, (await refresher()).id)
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

/** Rows that would tell a practice about it, and rows that decide a status. */
const facts = () =>
  here.inPractice(async (tx) => [await tx.evidenceEvent.count(), await tx.auditEntry.count()])

test('a question is shown without its key, and once answered with words on every option', async () => {
  const { id, items } = await refresher()
  const before = await facts()
  expect((await seen()).reviewed).toEqual([])
  expect(JSON.stringify(await seen())).not.toMatch(/Right\.|Wrong\.|isRight|correct/)
  expect(await here.answer(nadia.actor, id, 1, items[0] ?? '', 'b', at(april))).toEqual({
    ok: true,
    value: { refresherId: id, place: 1 },
  })
  const { reviewed, next } = await seen()
  expect(next?.place).toBe(2)
  expect(reviewed).toMatchObject([{ place: 1, isRight: false, answer: { kind: 'choice' } }])
  const options = reviewed[0]?.answer.kind === 'choice' ? reviewed[0].answer.options : []
  const told = options.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(told.map(({ isChosen, isRight, why }) => [isChosen, isRight, why])).toEqual([
    [false, true, 'Right.'],
    [true, false, 'Wrong.'],
    [false, false, 'Wrong.'],
    [false, false, 'Wrong.'],
  ])
  // It is no evidence, no part of a status and no entry of the audit chain.
  expect(await facts()).toEqual(before)
})

test('the first answer stands: the same again changes nothing, and another one is refused', async () => {
  const { id, items } = await refresher()
  const [first = '', second = ''] = items
  expect((await here.answer(nadia.actor, id, 1, first, 'b', at(april))).ok).toBe(true)
  expect(await here.answer(nadia.actor, id, 1, first, 'a', at(april))).toEqual({
    ok: false,
    refusal: 'answered-otherwise',
  })
  expect(await here.answer(nadia.actor, id, 2, first, 'a')).toEqual({ ok: false, refusal: 'answers-foreign' })
  expect(await here.answer(nadia.actor, id, 2, second, 'z')).toEqual({
    ok: false,
    refusal: 'answers-foreign',
  })
  expect(await here.answer(nadia.actor, id, 9, second, 'a')).toEqual({ ok: false, refusal: 'not-found' })
  const stands = (await seen()).reviewed.filter(({ place }) => place === 1)
  expect(stands).toMatchObject([{ isRight: false }])
})

test('two answers at once: one stands', async () => {
  const { id, items } = await refresher()
  const item = items[1] ?? ''
  const done = await Promise.all(
    ['a', 'b', 'c', 'd'].map((option) => here.answer(nadia.actor, id, 2, item, option, at(april))),
  )
  expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await seen()).reviewed.filter(({ place }) => place === 2)).toHaveLength(1)
})

test('nobody else finds it, and the database shows it to no other session and to no job', async () => {
  const { id, items } = await refresher()
  const { practiceId } = here
  const colleague = await addMember(world, { name: 'Cora', practiceId, can: everything })
  expect(await here.view(colleague, id)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await here.answer(colleague, id, 3, items[2] ?? '', 'a')).toEqual({
    ok: false,
    refusal: 'not-found',
  })
  const read = (personId: string | null) =>
    inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      if (personId) await enterPerson(tx, personId)
      return [await tx.refresherPrompt.count(), await tx.refresherAnswer.count()]
    })
  expect(await read(nadia.actor.personId)).toEqual([5, (await seen()).reviewed.length])
  expect([await read(colleague.personId), await read(null)]).toEqual([
    [0, 0],
    [0, 0],
  ])
  const change = inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    await enterPerson(tx, nadia.actor.personId)
    await tx.refresherAnswer.updateMany({ data: { optionIds: ['a'] } })
  })
  await expect(change).rejects.toThrow(/permission denied/)
})

test('an administrator’s outbox has no trace of the mail', async () => {
  const { practiceId } = here
  const administrator = await addMember(world, { name: 'Ada', practiceId, can: everything })
  const subjects = await here.inPractice((tx) => tx.mailMessage.findMany({ select: { subject: true } }))
  expect(subjects).toContainEqual({ subject: 'A short review is ready' })
  const outbox = await as(world, administrator, (context) => viewOutbox(context, { practiceId, page: 1 }))
  expect(outbox.ok && outbox.value.lines.map(({ kind }) => kind)).not.toContain('refresher')
  expect(JSON.stringify(outbox)).not.toContain('review')
})

test('while a quiz on the same subject is open the review rests, and it goes on afterwards', async () => {
  const { id, items } = await refresher()
  const where = { practiceId: here.practiceId, id: randomUUID() }
  const place = {
    staffMemberId: nadia.actor.memberships[0]?.staffMemberId ?? '',
    assignmentId: nadia.assignmentId,
  }
  const quiz = { moduleId: 'm1', moduleVersionId: 'm1@1', items: [{ itemId: items[0] }] }
  const attempt = { ...where, ...place, ...quiz, cycle: 2, attemptNumber: 1, attemptLimit: 3 }
  const before = await seen()
  await here.inPractice((tx) =>
    tx.openAttempt.create({ data: { ...attempt, startedAt: new Date(at(april)) } }),
  )
  expect(await seen()).toMatchObject({ isResting: true, reviewed: [], next: null })
  expect(await here.answer(nadia.actor, id, 4, items[3] ?? '', 'a')).toEqual({
    ok: false,
    refusal: 'review-rests',
  })
  await here.inPractice((tx) => tx.openAttempt.deleteMany({ where }))
  expect(await seen()).toEqual(before)
})

test('of a question whose key was corrected since, the corrected one is told', async () => {
  const { id, items } = await refresher()
  const [item = ''] = items
  const moduleId = item.split('-')[0] ?? ''
  const told = (await seen()).reviewed.find(({ place }) => place === 1)
  expect(told?.isRight).toBe(false)
  const before = moduleVersion(moduleId)
  const keys = before.keys.map((key) => (key.itemId === item ? { ...key, correctOptionIds: ['b'] } : key))
  const next = { ...before, version: 2, contentHash: `hash-${moduleId}-2`, keys }
  await inTransaction(world.owner, (tx) => insertModuleVersion(tx, next, at(april)))
  expect((await here.view(nadia.actor, id)).ok).toBe(true)
  expect((await seen()).reviewed.find(({ place }) => place === 1)?.isRight).toBe(true)
})
