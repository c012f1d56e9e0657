import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { publishLibrary } from '#lib/use-cases/authoring/publish-library'
import { type ContentFixture, contentFixture } from '#tests/content/module-fixture'
import { onePixel } from '#tests/support/pictures'
import { noon, openWorld, type World } from '#tests/support/world'

let world: World
let fixture: ContentFixture
beforeAll(async () => {
  world = await openWorld()
  fixture = contentFixture()
  fixture.write('handbook/staff.md', '# For staff\n\nWords.\n')
})
afterAll(async () => {
  fixture.remove()
  await world.end()
})

const put = (name: string, bytes: Uint8Array | string) => {
  const media = path.join(fixture.module, 'v1', 'media')
  mkdirSync(media, { recursive: true })
  writeFileSync(path.join(media, name), bytes)
}

const publish = () => publishLibrary(world.owner, fixture.content, noon)

test('a picture is published with the version that shows it, and one that is none holds everything back', async () => {
  const figure =
    '## Part 1\n\n<Figure src="quiet-room.png" alt="A room with one chair" caption="Where we talk" />\n\n<Cite id="study" />\n'
  fixture.write('modules/example/v1/lessons/part-1.mdx', figure)
  put('quiet-room.png', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const refused = await publish()
  expect(refused.ok ? [] : refused.refusal.map(({ message }) => message)).toContain(
    'This is no picture in PNG, JPEG or WebP. Save it as one of these.',
  )
  put('quiet-room.png', onePixel)
  expect(await publish()).toMatchObject({ ok: true, value: { moduleVersions: 1 } })
  const stored = await inTransaction(world.owner, (tx) => tx.moduleMedia.findMany())
  expect(stored).toMatchObject([
    { moduleVersionId: 'm01@1', name: 'quiet-room.png', contentType: 'image/png' },
  ])
  expect(Buffer.from(stored[0]?.bytes ?? []).equals(Buffer.from(onePixel))).toBe(true)
})
