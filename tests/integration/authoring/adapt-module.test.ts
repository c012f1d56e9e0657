import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { listDraftFiles } from '#lib/data/draft'
import { insertModuleVersion } from '#lib/data/library'
import { adaptModule } from '#lib/use-cases/authoring/adapt-module'
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
