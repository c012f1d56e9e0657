import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { publishLibrary } from '#lib/use-cases/authoring/publish-library'
import { translateCase, writeCase } from '#tests/content/case-fixture'
import { type ContentFixture, contentFixture } from '#tests/content/module-fixture'
import { noon, openWorld, type World } from '#tests/support/world'

let world: World
let fixture: ContentFixture
beforeAll(async () => {
  world = await openWorld()
  fixture = contentFixture()
  fixture.write('handbook/staff.md', '# For staff\n\nWords.\n')
  writeCase(fixture)
  translateCase(fixture)
})
afterAll(async () => {
  fixture.remove()
  await world.end()
})

const publish = () => publishLibrary(world.owner, fixture.content, noon)

test('a case is published once, in both languages, and what follows from a choice stands apart from what is shown', async () => {
  expect(await publish()).toMatchObject({ ok: true, value: { caseVersions: 1 } })
  expect(await publish()).toEqual({ ok: true, value: null })
  const { shown, spanish, key, spanishKey } = await inTransaction(world.owner, async (tx) => ({
    shown: await tx.caseVersion.findUniqueOrThrow({ where: { id: 'c01@1' } }),
    spanish: await tx.caseTranslation.findFirstOrThrow(),
    key: await tx.caseKey.findFirstOrThrow(),
    spanishKey: await tx.caseKeyTranslation.findFirstOrThrow(),
  }))
  expect(shown).toMatchObject({ caseId: 'c01', title: 'Example', objectives: ['m01-o1'] })
  expect(shown.scenes).toMatchObject([
    { id: 'c01-n01', kind: 'decision', options: [{ id: 'a', text: 'Do a' }, {}, {}] },
    {},
    { id: 'c01-e01', kind: 'ending' },
    {},
  ])
  for (const { scenes } of [shown, spanish]) {
    expect(JSON.stringify(scenes)).not.toMatch(/judgment|points|next|consequence|feedback|outcome|lesson/)
  }
  expect(key.graph).toMatchObject({
    start: 'c01-n01',
    nodes: [{ options: [{ next: 'c01-e01' }, {}, {}] }, {}, {}, {}],
  })
  expect(key.words).toMatchObject({ options: { 'c01-n01': { a: { consequence: 'Something happens.' } } } })
  expect(spanish).toMatchObject({ language: 'es', title: 'Ejemplo' })
  expect(spanishKey.words).toMatchObject({
    lessons: { 'c01-e01': 'Lo que muestra.' },
    debrief: { privacy: { strong: 'Muy bien.', sources: ['study'] } },
  })
})

test('the text of a published case never changes: another one is refused by its folder, and nothing is written', async () => {
  writeCase(fixture, (encounter) => {
    encounter.opening.setting = 'Another clinic'
  })
  const refused = await publish()
  expect(refused.ok ? [] : refused.refusal).toMatchObject([
    { file: 'content/cases/example/v1', message: expect.stringContaining('published already') },
  ])
  const stored = await inTransaction(world.owner, (tx) => tx.caseVersion.findMany())
  expect(stored).toMatchObject([{ opening: { setting: 'A clinic' } }])
})

test('the application reads the library and writes none of it', async () => {
  const writes = inTransaction(world.db, (tx) => tx.$executeRaw`UPDATE case_version SET title = 'Other'`)
  await expect(writes).rejects.toThrow(/permission denied/)
  const keys = inTransaction(world.db, (tx) => tx.$executeRaw`DELETE FROM case_key`)
  await expect(keys).rejects.toThrow(/permission denied/)
})
