import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { insertPictures } from '#lib/data/module-media'
import type { Actor } from '#lib/domain/access/actor'
import type { ModuleVersionId } from '#lib/domain/ids'
import { viewPicture } from '#lib/use-cases/training/view-picture'
import { onePixel } from '#tests/support/pictures'
import { assignReading, postAt, publishNewerR1, publishReadingTrack } from '#tests/support/reading'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let nadia: Actor
let unassigned: Actor
const picture = { name: 'quiet-room.png', contentType: 'image/png', bytes: onePixel } as const

beforeAll(async () => {
  world = await openWorld()
  await publishReadingTrack(world)
  const practiceId = await addPractice(world, 'Gateway Family Practice')
  nadia = await addMember(world, { name: 'Nadia Rahman', practiceId })
  unassigned = await addMember(world, { name: 'Una Signed', practiceId })
  await assignReading(world, postAt(nadia))
  await inTransaction(world.owner, async (tx) => {
    await insertPictures(tx, 'r1@1', [picture])
    await insertPictures(tx, 'm1@1', [picture])
  })
})
afterAll(() => world.end())

const look = (actor: Actor, version: string, name: string = picture.name) =>
  as(world, actor, (context) => viewPicture(context, { moduleVersionId: version as ModuleVersionId, name }))

const notFound = { ok: false, refusal: 'not-found' }

test('whoever may read the lesson sees its picture, byte for byte', async () => {
  const seen = await look(nadia, 'r1@1')
  expect(seen).toMatchObject({ ok: true, value: { contentType: 'image/png' } })
  expect(seen.ok && Buffer.from(seen.value.bytes).equals(Buffer.from(onePixel))).toBe(true)
})

test('nobody else does, and no other module’s picture comes with it', async () => {
  expect(await look(unassigned, 'r1@1')).toEqual(notFound)
  expect(await look(nadia, 'm1@1')).toEqual(notFound)
  expect(await look(nadia, 'r1@1', 'nobody.png')).toEqual(notFound)
})

test('it goes by the version in use: who has not begun reads the newer one', async () => {
  await publishNewerR1(world)
  expect(await look(nadia, 'r1@1')).toEqual(notFound)
})

test('the application can neither add a picture nor change one', async () => {
  const others = { ...picture, moduleVersionId: 'r1@1', name: 'other.png' }
  await expect(inTransaction(world.db, (tx) => tx.moduleMedia.create({ data: others }))).rejects.toThrow()
  await expect(
    inTransaction(world.db, (tx) => tx.moduleMedia.updateMany({ data: { contentType: 'image/webp' } })),
  ).rejects.toThrow()
})
