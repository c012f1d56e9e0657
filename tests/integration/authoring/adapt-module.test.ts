import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { listDraftFiles } from '#lib/data/draft'
import { insertModuleVersion } from '#lib/data/library'
import { adaptModule } from '#lib/use-cases/authoring/adapt-module'
import { viewAuthoring } from '#lib/use-cases/authoring/view-authoring'
import { viewDifferences } from '#lib/use-cases/authoring/view-differences'
import { viewDraft } from '#lib/use-cases/authoring/view-draft'
import { authoringIn } from '#tests/support/authoring'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, moduleVersion, noon, openWorld, type World } from '#tests/support/world'

let world: World

beforeAll(async () => {
  world = await openWorld()
  const shipped = { ...moduleVersion('m02'), slug: 'risk-and-control' }
  await inTransaction(world.owner, (tx) => insertModuleVersion(tx, shipped, noon))
})
afterAll(() => world.end())

test('a copy of a shipped module has its files byte for byte, remembers its origin, and is the practice’s own', async () => {
  const practiceId = await addPractice(world, 'Alder Family Medicine')
  const author = await addMember(world, { name: 'Ada Author', practiceId, can: ['train', 'author'] })
  const deeds = authoringIn(world)
  const draftId = randomUUID()
  const adapt = (moduleVersionId: string) =>
    as(world, author, (context) => adaptModule(context, { practiceId, moduleVersionId, draftId }))
  expect(await adapt('m09@1')).toEqual({ ok: false, refusal: 'not-found' })
  expect(await adapt('m02@1')).toEqual({ ok: true, value: { draftId } })
  expect(await adapt('m02@1')).toEqual({ ok: true, value: { draftId } })
  expect(await deeds.draft(author, draftId)).toMatchObject({
    slug: 'risk-and-control',
    originVersionId: 'm02@1',
  })
  const files = await deeds.within(author, (tx) => listDraftFiles(tx, postAt(author).practiceId, draftId))
  expect(files.length).toBeGreaterThan(6)
  for (const { path, bytes } of files) {
    expect(Buffer.from(bytes).equals(readFileSync(`content/modules/risk-and-control/${path}`)), path).toBe(
      true,
    )
  }
})

test('a copy says that the library has gone on since, in the list and on its page, and what changed there', async () => {
  const practiceId = await addPractice(world, 'Birch Women’s Health')
  const author = await addMember(world, { name: 'Bea Author', practiceId, can: ['train', 'author'] })
  const input = { practiceId, draftId: randomUUID() }
  await as(world, author, (context) => adaptModule(context, { ...input, moduleVersionId: 'm02@1' }))
  await authoringIn(world).write(author, input.draftId, 'v1/lessons/own.mdx', 'Ours.')
  const seen = async () => ({
    list: await as(world, author, (context) => viewAuthoring(context, input)),
    draft: await as(world, author, (context) => viewDraft(context, input)),
    news: await as(world, author, (context) => viewDifferences(context, { ...input, from: 'library' })),
  })
  expect(await seen()).toMatchObject({
    list: { value: { drafts: [{ newerOrigin: null }] } },
    draft: { value: { newerOrigin: null } },
    news: { value: { chosen: { kind: 'origin' }, choices: [{ kind: 'origin' }] } },
  })
  const second = { ...moduleVersion('m02'), slug: 'risk-and-control', version: 2, contentHash: 'second' }
  await inTransaction(world.owner, (tx) => insertModuleVersion(tx, second, noon))
  const later = await seen()
  expect(later).toMatchObject({
    list: { value: { drafts: [{ newerOrigin: 2 }] } },
    draft: { value: { newerOrigin: 2 } },
    news: { value: { chosen: { kind: 'library', number: 1, to: 2 } } },
  })
  // What the author wrote is no news of the library's. No files of a second version are shipped: all of the first went.
  const lessons = later.news.ok ? (later.news.value.differences?.lessons ?? []) : []
  expect(lessons.map(({ name }) => name)).not.toContain('own')
  expect(new Set(lessons.map(({ change }) => change))).toEqual(new Set(['removed']))
})
