import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction, type Tx } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { GivenAnswers } from '#lib/domain/curriculum/attempt-answers'
import type { ItemKind } from '#lib/domain/curriculum/item-kind'
import type { AttemptId, PracticeId } from '#lib/domain/ids'
import { saveAnswers } from '#lib/use-cases/training/save-answers'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAttempt } from '#lib/use-cases/training/view-attempt'
import { viewResult } from '#lib/use-cases/training/view-result'
import { sittingsIn } from '#tests/support/sittings'
import { addPractice, as, openWorld, type World } from '#tests/support/world'

// m1 gets an item of each other kind and a retired one; an attempt asks all that are ready.

let world: World
let practiceId: PracticeId
let sittings: ReturnType<typeof sittingsIn>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Alder')
  sittings = sittingsIn(world, practiceId)
  await inTransaction(world.owner, async (tx) => {
    await add(tx, 'm1-many', 'multiple', ['a', 'c'])
    await add(tx, 'm1-order', 'ordering', ['b', 'd', 'a', 'c'])
    await add(tx, 'm1-match', 'matching', ['p=b', 'q=a'])
    await add(tx, 'm1-old', 'single', ['a'], 'retired')
    await tx.moduleVersion.update({
      where: { id: 'm1@1' },
      data: { draw: 10, vignettes: [{ id: 'v', text: 'One text.' }] },
    })
  })
})
afterAll(() => world.end())

async function add(tx: Tx, itemId: string, kind: ItemKind, correctOptionIds: string[], state = 'ready') {
  const moduleVersionId = 'm1@1'
  const texts = (...ids: string[]) => ids.map((id) => ({ id, text: `Text ${id}` }))
  const prompts = kind === 'matching' ? texts('p', 'q') : []
  const words = {
    objectiveId: 'm1-o1',
    bloom: 'apply',
    mustPass: false,
    stem: `Stem ${kind}`,
    sourceId: 'source',
  }
  const shown = { kind, state, prompts, options: texts('a', 'b', 'c', 'd'), ...words }
  await tx.itemVersion.create({ data: { moduleVersionId, itemId, ...shown } })
  await tx.itemKey.create({ data: { moduleVersionId, itemId, correctOptionIds, rationales: {} } })
}

const right: GivenAnswers = {
  ...Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`m1-q${index + 1}`, ['a']])),
  'm1-many': ['c', 'a'],
  'm1-order': ['b', 'd', 'a', 'c'],
  'm1-match': ['q=a', 'p=b'],
}

async function sitting(name: string) {
  const { actor, assignmentId } = await sittings.learner(name)
  const attemptId = await sittings.start(actor, assignmentId)
  return { actor, attemptId }
}
const submit = (actor: Actor, attemptId: AttemptId, answers: GivenAnswers) =>
  as(world, actor, (context) => submitAttempt(context, { attemptId, answers, idempotencyKey: randomUUID() }))
async function correctOf(actor: Actor, attemptId: AttemptId) {
  const result = await as(world, actor, (context) => viewResult(context, { attemptId }))
  return result.ok && result.value.correct
}

describe('a sitting with every kind of item', () => {
  test('asks what is ready, shows prompts and options, and nothing of a key', async () => {
    const { actor, attemptId } = await sitting('Ana')
    const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }))
    const items = view.ok && view.value.kind === 'open' ? view.value.attempt.items : []
    expect(items.map(({ itemId }) => itemId).toSorted()).toEqual(Object.keys(right).toSorted())
    const match = items.find(({ itemId }) => itemId === 'm1-match')
    expect(match).toMatchObject({ kind: 'matching', prompts: [{ id: 'p' }, { id: 'q' }], vignette: null })
    expect(match?.options).toHaveLength(4)
    const order = items.find(({ itemId }) => itemId === 'm1-order')
    expect(order?.options.map(({ id }) => id)).not.toEqual(right['m1-order'])
    expect(JSON.stringify(view)).not.toMatch(/correct|rationale/i)
  })

  test('is right in each kind only as a whole', async () => {
    const whole = await sitting('Ben')
    expect(await submit(whole.actor, whole.attemptId, right)).toMatchObject({ ok: true })
    expect(await correctOf(whole.actor, whole.attemptId)).toBe(10)
    const everything = await sitting('Cleo')
    const wrong = {
      'm1-many': ['a', 'b', 'c', 'd'],
      'm1-order': ['b', 'd', 'c', 'a'],
      'm1-match': ['p=b', 'q=b'],
    }
    expect(await submit(everything.actor, everything.attemptId, { ...right, ...wrong })).toMatchObject({
      ok: true,
    })
    expect(await correctOf(everything.actor, everything.attemptId)).toBe(7)
  })

  test('keeps a part of a matching answer, and cannot be handed in with it', async () => {
    const { actor, attemptId } = await sitting('Dora')
    const drafts = [{ itemId: 'm1-match', optionIds: ['q=a'], revision: 0 }]
    expect(await as(world, actor, (context) => saveAnswers(context, { attemptId, drafts }))).toMatchObject({
      ok: true,
    })
    const { 'm1-match': _, ...others } = right
    expect(await submit(actor, attemptId, others)).toEqual({ ok: false, refusal: 'answers-missing' })
    expect(await submit(actor, attemptId, { ...others, 'm1-many': [] })).toEqual({
      ok: false,
      refusal: 'answers-missing',
    })
  })

  test.for([
    ['two options of one', { 'm1-q1': ['a', 'b'] }],
    ['an entry twice', { 'm1-order': ['b', 'b', 'a', 'c'] }],
    ['an entry too few', { 'm1-order': ['b', 'd', 'a'] }],
    ['a prompt of elsewhere', { 'm1-match': ['p=b', 'z=a'] }],
    ['a prompt twice', { 'm1-match': ['p=b', 'p=a'] }],
    ['an item that is retired', { 'm1-old': ['a'] }],
  ] as const)('refuses %s', async ([name, answers]) => {
    const { actor, attemptId } = await sitting(`Eve ${name}`)
    expect(await submit(actor, attemptId, { ...right, ...answers })).toEqual({
      ok: false,
      refusal: 'answers-foreign',
    })
  })
})

describe('the database refuses', () => {
  const refusals: readonly (readonly [string, string, (tx: Tx) => Promise<unknown>])[] = [
    [
      'a quiz that asks nothing',
      'module_version_draw',
      (tx) => tx.$executeRaw`UPDATE module_version SET draw = 0`,
    ],
    [
      'an item that nobody can answer',
      'item_version_kind',
      (tx) => tx.$executeRaw`UPDATE item_version SET kind = 'essay'`,
    ],
    [
      'a draft in the library',
      'item_version_kind',
      (tx) => tx.$executeRaw`UPDATE item_version SET state = 'draft'`,
    ],
    [
      'a matching item without prompts',
      'item_version_kind',
      (tx) => tx.$executeRaw`UPDATE item_version SET kind = 'matching'`,
    ],
    [
      'a key without a right answer',
      'item_key_right_answer',
      (tx) => tx.$executeRaw`UPDATE item_key SET correct_option_ids = '{}'`,
    ],
  ]
  test.for(refusals)('%s', async ([, constraint, deed]) => {
    await expect(inTransaction(world.owner, deed)).rejects.toThrow(constraint)
  })

  test('a sitting without an item', async () => {
    const { attemptId } = await sitting('Gus')
    const emptied = inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      return tx.$executeRaw`
        INSERT INTO open_attempt
        SELECT (jsonb_populate_record(NULL::open_attempt, to_jsonb(o) || '{"items": []}' || jsonb_build_object('id',
          gen_random_uuid(), 'cycle', 99))).* FROM open_attempt o WHERE o.id = ${attemptId}::uuid`
    })
    await expect(emptied).rejects.toThrow('open_attempt_asks')
  })
})
