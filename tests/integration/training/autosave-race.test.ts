import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { saveAnswers } from '#lib/use-cases/training/save-answers'
import { sittingsIn } from '#tests/support/sittings'
import { waitsForALock } from '#tests/support/waiting'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let nadia: Actor
let sittings: ReturnType<typeof sittingsIn>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  sittings = sittingsIn(world, practiceId)
  nadia = await addMember(world, { name: 'Nadia Rahman', practiceId })
})
afterAll(() => world.end())

describe('an autosave that meets the hand-in', () => {
  test('at the very instant is saved before it or refused, and never a fault; the hand-in counts', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { actor, assignmentId } = await sittings.learner(`Races ${round}`)
      const attemptId = await sittings.start(actor, assignmentId)
      const items = await sittings.itemsOf(actor, attemptId)
      const drafts = (optionId: string) =>
        items.map((itemId) => ({ itemId, optionIds: [optionId], revision: 0 }))
      const save = () =>
        as(world, actor, (context) => saveAnswers(context, { attemptId, drafts: drafts('b') }))
      const [submitted, ...saved] = await Promise.all([
        sittings.submit(actor, attemptId, 'a', randomUUID(), items),
        ...Array.from({ length: 6 }, save),
      ])
      expect(submitted).toEqual({ ok: true, value: { attemptId } })
      const answers = saved.map((each) => (each.ok ? 'saved' : each.refusal))
      expect(['saved', 'submitted-already']).toEqual(expect.arrayContaining([...new Set(answers)]))
      expect(await sittings.count('answer', { submissionId: attemptId, optionIds: { equals: ['a'] } })).toBe(
        6,
      )
    }
  })

  test('while it has not committed waits for it, and is refused then', async () => {
    const { actor, assignmentId } = await sittings.learner('Waits For It')
    const attemptId = await sittings.start(actor, assignmentId)
    const [itemId = ''] = await sittings.itemsOf(actor, attemptId)
    const drafts = [{ itemId, optionIds: ['b'], revision: 0 }]
    let saving: Promise<unknown> | undefined
    await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      await tx.openAttempt.delete({ where: { practiceId_id: { practiceId, id: attemptId } } })
      saving = as(world, actor, (context) => saveAnswers(context, { attemptId, drafts }))
      await waitsForALock(world)
    })
    expect(await saving).toEqual({ ok: false, refusal: 'submitted-already' })
  })

  test('after it is told so', async () => {
    const { actor, assignmentId } = await sittings.learner('Comes Late')
    const attemptId = await sittings.start(actor, assignmentId)
    const [itemId = ''] = await sittings.itemsOf(actor, attemptId)
    await sittings.submit(actor, attemptId, 'a')
    const drafts = [{ itemId, optionIds: ['b'], revision: 0 }]
    expect(await as(world, actor, (context) => saveAnswers(context, { attemptId, drafts }))).toEqual({
      ok: false,
      refusal: 'submitted-already',
    })
    expect(await as(world, nadia, (context) => saveAnswers(context, { attemptId, drafts }))).toEqual({
      ok: false,
      refusal: 'not-found',
    })
  })
})
