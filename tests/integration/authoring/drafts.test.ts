import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findDraft, insertAuthored, insertDraft, insertDraftEvent, listDrafts } from '#lib/data/authored'
import { inTransaction, type Tx } from '#lib/data/database'
import {
  type DraftSave,
  findDraftFile,
  findDraftRevision,
  listDraftFiles,
  listDraftRevisions,
  saveDraftFile,
} from '#lib/data/draft'
import { enterPractice } from '#lib/data/scope'
import { isDraftPath, mostBytesOf } from '#lib/domain/authoring/draft-path'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { onePixel } from '#tests/support/pictures'
import { addMember, addPractice, noon, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let ada: StaffMemberId
let ben: StaffMemberId
let draftId: string

const text = (words: string) => new TextEncoder().encode(words)
const path = 'v1/lessons/first.mdx'

const within = <Value>(work: (tx: Tx) => Promise<Value>, of = practiceId) =>
  inTransaction(world.db, async (tx) => {
    await enterPractice(tx, of)
    return await work(tx)
  })
const save = (change: Partial<DraftSave>, by = ada) =>
  within((tx) =>
    saveDraftFile(tx, practiceId, draftId, { path, bytes: text('New.'), base: 1, ...change }, by, noon),
  )

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Alder Family Medicine')
  const idOf = async (name: string) =>
    (await addMember(world, { name, practiceId, can: ['train', 'author'] })).memberships[0]
      ?.staffMemberId as StaffMemberId
  ada = await idOf('Ada Author')
  ben = await idOf('Ben Author')
})
afterAll(() => world.end())

async function begin(files = [{ path, bytes: text('Old.') }]) {
  const authoredId = randomUUID()
  draftId = randomUUID()
  const key = `own-${authoredId.replaceAll('-', '').slice(0, 12)}`
  const unit = { id: authoredId, kind: 'module', key, slug: key, originVersionId: null } as const
  await within((tx) => insertAuthored(tx, practiceId, unit, ada, noon))
  const begun = await within((tx) =>
    insertDraft(tx, practiceId, { id: draftId, authoredId, number: 1 }, files, ada, noon),
  )
  expect(begun).toBe(true)
}

describe('a file of a draft', () => {
  test('is saved over the revision that was read, and every text is kept', async () => {
    await begin()
    expect(await save({})).toEqual({ kind: 'saved', revision: 2 })
    expect(await save({ base: 2, bytes: text('Newer.') }, ben)).toEqual({ kind: 'saved', revision: 3 })
    const file = await within((tx) => findDraftFile(tx, practiceId, draftId, path))
    expect(file).toMatchObject({ path, bytes: text('Newer.'), revision: 3, changedBy: ben, changedAt: noon })
    const kept = await within((tx) => listDraftRevisions(tx, practiceId, draftId, path))
    expect(kept.map(({ revision, changedBy }) => [revision, changedBy])).toEqual([
      [3, ben],
      [2, ada],
      [1, ada],
    ])
    expect(await within((tx) => findDraftRevision(tx, practiceId, draftId, path, 1))).toEqual(text('Old.'))
  })

  test('that somebody saved meanwhile comes back as it stands, and nothing is written', async () => {
    await begin()
    await save({})
    expect(await save({ bytes: text('Mine.') }, ben)).toMatchObject({
      kind: 'stale',
      current: { revision: 2, bytes: text('New.') },
    })
  })

  test('is written by one of two who save at once over the same revision', async () => {
    await begin()
    const kinds = await Promise.all([save({ bytes: text('A.') }), save({ bytes: text('B.') }, ben)])
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['saved', 'stale'])
  })

  test('can be removed and written again; its revisions count on', async () => {
    await begin()
    expect(await save({ bytes: null })).toEqual({ kind: 'saved', revision: 2 })
    expect(await within((tx) => listDraftFiles(tx, practiceId, draftId))).toEqual([])
    expect(await within((tx) => findDraftRevision(tx, practiceId, draftId, path, 2))).toBeNull()
    expect(await save({ base: 0 })).toEqual({ kind: 'saved', revision: 3 })
  })

  test('keeps fifty texts, and the last one of each person who wrote in it', async () => {
    await begin()
    await save({ base: 1 }, ben)
    for (let base = 2; base < 60; base += 1) await save({ base })
    const kept = await within((tx) => listDraftRevisions(tx, practiceId, draftId, path))
    expect(kept.map(({ revision }) => revision)).toEqual([...Array.from({ length: 50 }, (_, n) => 60 - n), 2])
    const record = await within((tx) => findDraft(tx, practiceId, draftId))
    expect(await within((tx) => listDrafts(tx, practiceId))).toContainEqual(record)
    expect(record?.authors.map(({ name }) => name).toSorted()).toEqual(['Ada Author', 'Ben Author'])
  })

  test('is not changed any more once the version is published', async () => {
    await begin()
    const event = {
      kind: 'published',
      by: ada,
      reason: null,
      filesHash: 'a'.repeat(64),
      details: {},
    } as const
    await within((tx) => insertDraftEvent(tx, practiceId, draftId, event, noon))
    expect(await save({})).toEqual({ kind: 'frozen' })
  })
})

test('the hash of a draft is of all paths and bytes, and of nothing else', async () => {
  const hash = async () => (await within((tx) => findDraft(tx, practiceId, draftId)))?.filesHash
  await begin()
  const before = await hash()
  await save({})
  expect(await hash()).not.toBe(before)
  await save({ base: 2, bytes: text('Old.') }, ben)
  expect(await hash()).toBe(before)
  await save({ path: 'module.yaml', base: 0, bytes: text('') })
  expect(await hash()).not.toBe(before)
})

test('the database and the rule agree on what may stand in a draft, and refuse what is too large', async () => {
  const paths = [
    'module.yaml',
    'v1/quiz.yaml',
    'v0/quiz.yaml',
    'v1/lessons/a_b.mdx',
    '../module.yaml',
    'v1/es/lessons/a-1.mdx',
    'v1/media/a.png',
    'v1/media/a.svg',
    'v10000/quiz.yaml',
    'module.yaml\n',
    `v1/lessons/${'a'.repeat(107)}.mdx`,
    `v1/lessons/${'a'.repeat(105)}.mdx`,
  ]
  const judged = await within(
    (tx) =>
      tx.$queryRaw<
        { path: string; may: boolean }[]
      >`SELECT path, is_draft_path(path) AS may FROM unnest(${paths}::text[]) AS path`,
  )
  expect(judged.map(({ may }) => may)).toEqual(judged.map((each) => isDraftPath(each.path)))
  await begin()
  await expect(save({ bytes: new Uint8Array(mostBytesOf(path) + 1) })).rejects.toThrow(/draft_file/)
  const picture = { path: 'v1/media/a.png', base: 0 }
  const undrawn = Buffer.concat([onePixel, Buffer.from('<script>')])
  await expect(save({ ...picture, bytes: undrawn })).rejects.toThrow(/as it was drawn/)
  expect(await save({ ...picture, bytes: onePixel })).toMatchObject({ kind: 'saved' })
  expect(await save({ bytes: new Uint8Array(mostBytesOf(path)) })).toMatchObject({ kind: 'saved' })
})
