import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findDraftFile } from '#lib/data/draft'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { exportItems, type ItemFormat, viewItemExchange } from '#lib/use-cases/authoring/export-items'
import { confirmItemImport, startItemImport, viewItemImport } from '#lib/use-cases/authoring/import-items'
import { addSource, authoringIn, bank } from '#tests/support/authoring'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let deeds: ReturnType<typeof authoringIn>
let practiceId: PracticeId
let ada: Actor
let ben: Actor
let outsiders: readonly Actor[]
let draftId: string

beforeAll(async () => {
  world = await openWorld()
  await addSource(world)
  deeds = authoringIn(world)
  practiceId = await addPractice(world, 'Alder Family Medicine')
  ada = await addMember(world, { name: 'Ada Author', practiceId, can: ['train', 'author'] })
  ben = await addMember(world, { name: 'Ben Author', practiceId, can: ['train', 'author'] })
  const there = await addPractice(world, 'Birch Women’s Health')
  outsiders = [
    await addMember(world, { name: 'Rae Reviewer', practiceId, can: ['train', 'review'] }),
    await addMember(world, { name: 'Mara Manager', practiceId, can: ['train', 'manage'] }),
    await addMember(world, { name: 'Fay', practiceId: there, can: ['train', 'author', 'review'] }),
  ]
})
afterAll(() => world.end())
beforeEach(async () => {
  draftId = (await deeds.begin(ada)).draftId
  await deeds.write(ada, draftId, 'v1/quiz.yaml', bank())
})

const place = () => ({ practiceId, draftId })
const refused = (refusal: string) => ({ ok: false, refusal })
const nobody = refused('not-found')
const out = (actor: Actor, format: ItemFormat) =>
  as(world, actor, (context) => exportItems(context, { ...place(), format }))
async function text(format: ItemFormat) {
  const file = await out(ada, format)
  if (!file.ok) throw new Error(file.refusal)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.value)
}
const quiz = async () => {
  const file = await deeds.within(ada, (tx) => findDraftFile(tx, practiceId, draftId, 'v1/quiz.yaml'))
  return new TextDecoder().decode(file?.bytes)
}
const start = (actor: Actor, name: string, words: string) =>
  as(world, actor, (context) =>
    startItemImport(context, {
      ...place(),
      file: { name, bytes: new TextEncoder().encode(words) },
      defaults: { objective: '', bloom: '', source: '' },
    }),
  )
async function started(name: string, words: string) {
  const begun = await start(ada, name, words)
  if (!begun.ok) throw new Error(begun.refusal)
  return begun.value.itemImportId
}
const look = (actor: Actor, itemImportId: string) =>
  as(world, actor, (context) => viewItemImport(context, { ...place(), itemImportId }))
async function seen(itemImportId: string) {
  const view = await look(ada, itemImportId)
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}
const confirm = (actor: Actor, itemImportId: string, mark: string, isKeyChangeMeant = false) =>
  as(world, actor, (context) =>
    confirmItemImport(context, { ...place(), itemImportId, mark, isKeyChangeMeant }),
  )
const kinds = async () => {
  const audit = { where: { practiceId }, orderBy: { sequence: 'asc' } } as const
  return (await deeds.within(ada, (tx) => tx.auditEntry.findMany(audit))).map(({ kind }) => kind)
}

describe('items of a quiz', () => {
  test('go out as they are, and coming in again they change nothing', async () => {
    const before = await quiz()
    for (const format of ['csv', 'gift'] as const) {
      const id = await started(`items.${format}`, await text(format))
      const { plan, mark, faults } = await seen(id)
      expect({ faults, problems: plan?.problems }).toEqual({ faults: [], problems: [] })
      expect(plan?.items.map(({ deed }) => deed)).toEqual(Array.from({ length: 6 }, () => 'unchanged'))
      const report = { added: 0, changed: 0, unchanged: 6 }
      for (const _ of [1, 2]) expect(await confirm(ada, id, mark)).toEqual({ ok: true, value: report })
      expect((await seen(id)).report).toEqual(report)
      expect(await quiz()).toBe(before)
    }
    expect((await kinds()).filter((kind) => kind.startsWith('items-'))).toEqual([
      'items-exported',
      'items-imported',
      'items-exported',
      'items-imported',
    ])
  })

  test('are written only when somebody confirms, and then the others stay as they are', async () => {
    const before = await quiz()
    const table = (await text('csv')).replace('What comes first for step 1?', '=SUM(1) comes first?')
    const id = await started('items.csv', table)
    const { plan, mark } = await seen(id)
    expect(plan?.items.map(({ deed }) => deed)).toEqual(['changed', ...Array(5).fill('unchanged')])
    expect(await quiz()).toBe(before)
    expect(await confirm(ada, id, mark)).toMatchObject({ ok: true, value: { changed: 1 } })
    expect(await quiz()).toBe(before.replace('What comes first for step 1?', '=SUM(1) comes first?'))
    expect(await text('csv')).toContain('"\'=SUM(1) comes first?"')
  })

  test('that change what is right wait for a second yes', async () => {
    const gift = (await text('gift')).replace('=Answer alpha of 1', '~Answer alpha of 1')
    const id = await started('items.gift', gift.replace('~Answer beta of 1', '=Answer beta of 1'))
    const { mark, plan } = await seen(id)
    expect(plan?.items.filter(({ isKeyChanged }) => isKeyChanged)).toMatchObject([{ id: 'q1' }])
    expect(await confirm(ada, id, mark)).toEqual(refused('items-key-change-unconfirmed'))
    expect(await confirm(ada, id, mark, true)).toMatchObject({ ok: true, value: { changed: 1 } })
  })

  test('with problems are not written, and each problem has its row, column and mend', async () => {
    const before = await quiz()
    const table = (await text('csv')).replace('"o1"', '"o9"').replace('"apply"', '"guess"')
    const id = await started('items.csv', table)
    const { faults, plan, mark } = await seen(id)
    expect(plan).toBeNull()
    expect(faults.map(({ row, column }) => [row, column])).toEqual([[2, 'bloom']])
    expect(await confirm(ada, id, mark)).toEqual(refused('items-have-problems'))
    const other = await started('items.csv', (await text('csv')).replace('"o1"', '"o9"'))
    const view = await seen(other)
    expect(view.plan?.problems).toEqual([{ place: 2, field: 'itemObjective', words: 'objective-unknown' }])
    expect(await confirm(ada, other, view.mark)).toEqual(refused('items-have-problems'))
    expect((await seen(await started('items.csv', ''))).faults).toMatchObject([{ words: 'file-empty' }])
    expect(await quiz()).toBe(before)
  })

  test('are looked at again when somebody changed the quiz meanwhile', async () => {
    const id = await started('items.csv', (await text('csv')).replace('for step 1?', 'for step one?'))
    const { mark } = await seen(id)
    await deeds.write(ben, draftId, 'v1/quiz.yaml', bank().replace('for step 2?', 'for step two?'))
    expect(await confirm(ada, id, mark)).toEqual(refused('items-changed-meanwhile'))
    expect(await confirm(ada, id, (await seen(id)).mark)).toMatchObject({ ok: true, value: { changed: 2 } })
  })

  test('are an author’s alone, with their right answers', async () => {
    const id = await started('items.csv', await text('csv'))
    const { mark } = await seen(id)
    for (const actor of outsiders) {
      expect(await out(actor, 'csv')).toEqual(nobody)
      expect(await out(actor, 'gift')).toEqual(nobody)
      expect(await as(world, actor, (context) => viewItemExchange(context, place()))).toEqual(nobody)
      expect(await start(actor, 'items.csv', 'id')).toEqual(nobody)
      expect(await look(actor, id)).toEqual(nobody)
      expect(await confirm(actor, id, mark)).toEqual(nobody)
    }
    const other = (await deeds.begin(ada, 'Closing time')).draftId
    const elsewhere = await as(world, ada, (context) =>
      viewItemImport(context, { practiceId, draftId: other, itemImportId: id }),
    )
    expect(elsewhere).toEqual(nobody)
  })
})
