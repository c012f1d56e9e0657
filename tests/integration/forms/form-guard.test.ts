import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterPerson, enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { answeringIn, publishMeasured } from '#tests/support/answering'
import { administered } from '#tests/support/managing'
import { addMember, addPractice, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
beforeAll(async () => {
  world = await openWorld()
  await publishMeasured(world)
  practiceId = await addPractice(world, 'Practice')
})
afterAll(() => world.end())

const forms = () => answeringIn(world)
const learner = (name: string) => forms().learner(name, practiceId)

test('a form is found by its person alone, in the use cases and behind them, and can be neither changed nor taken away', async () => {
  const { actor, of } = await learner('Ida')
  const formId = await forms().begun(actor, of('before'))
  await forms().answer(actor, formId, 1, 'a')
  const elsewhere = await administered(world)
  const manager = await addMember(world, { name: 'Jan', practiceId, can: ['train', 'manage'] })
  for (const other of [manager, elsewhere.administrator]) {
    expect(await forms().view(other, formId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await forms().result(other, formId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await forms().answer(other, formId, 2, 'a', 'f1-q7')).toMatchObject({ refusal: 'not-found' })
    expect(await forms().offer(other, of('before'))).toEqual({ ok: false, refusal: 'not-found' })
  }
  const seenBy = (person: Actor, at: PracticeId) =>
    inTransaction(world.db, async (tx) => {
      await enterPractice(tx, at)
      await enterPerson(tx, person.personId)
      const where = { formId }
      return (await tx.formAnswer.count({ where })) + (await tx.formSitting.count({ where: { id: formId } }))
    })
  expect(await seenBy(actor, practiceId)).toBe(2)
  expect(await seenBy(manager, practiceId)).toBe(0)
  expect(await seenBy(actor, elsewhere.practiceId)).toBe(0)
  const forbidden = (change: (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => Promise<unknown>) =>
    inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      await enterPerson(tx, actor.personId)
      await change(tx)
    })
  await expect(forbidden((tx) => tx.formAnswer.deleteMany({ where: { formId } }))).rejects.toThrow()
  await expect(
    forbidden((tx) => tx.formAnswer.updateMany({ where: { formId }, data: { isRight: true } })),
  ).rejects.toThrow()
  await expect(forbidden((tx) => tx.formSitting.deleteMany({ where: { id: formId } }))).rejects.toThrow()
})

test('there is one form of each kind in a turn and one answer to each question, however many ask at once', async () => {
  const { actor, of } = await learner('Kim')
  const begun = await Promise.all(Array.from({ length: 8 }, () => forms().begun(actor, of('before'))))
  expect(new Set(begun).size).toBe(1)
  const [formId] = begun
  if (!formId) throw new Error('a form is begun')
  const options = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd']
  const done = await Promise.all(options.map((option) => forms().answer(actor, formId, 1, option, 'f1-q2')))
  const won = options.filter((_, index) => done[index]?.ok)
  expect(new Set(won).size).toBe(1)
  expect(await forms().view(actor, formId)).toMatchObject({ value: { number: 2 } })
})
