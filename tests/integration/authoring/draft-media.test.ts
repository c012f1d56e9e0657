import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '#lib/context'
import type { Actor } from '#lib/domain/access/actor'
import type { DrawnPicture } from '#lib/domain/authoring/picture-place'
import type { PracticeId } from '#lib/domain/ids'
import { addPicture } from '#lib/use-cases/authoring/add-picture'
import { drawPicture } from '#lib/use-cases/authoring/draw-picture'
import { removePicture } from '#lib/use-cases/authoring/remove-picture'
import { viewDraftMedia } from '#lib/use-cases/authoring/view-draft-media'
import { viewDraftPicture } from '#lib/use-cases/authoring/view-draft-picture'
import { drawn, secrets, withPlace } from '#tests/content/picture-files'
import { addSource, authoringIn, bank } from '#tests/support/authoring'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let deeds: ReturnType<typeof authoringIn>
let practiceId: PracticeId
let ada: Actor
let reviewer: Actor
let manager: Actor
let foreigner: Actor
let draftId: string
let door: DrawnPicture
let desk: DrawnPicture

async function drawnFrom(bytes: Uint8Array, name: string): Promise<DrawnPicture> {
  const picture = await drawPicture({ name, bytes })
  if (!picture.ok) throw new Error(picture.refusal)
  return picture.value
}

beforeAll(async () => {
  world = await openWorld()
  await addSource(world)
  deeds = authoringIn(world)
  practiceId = await addPractice(world, 'Alder Family Medicine')
  ada = await addMember(world, { name: 'Ada Author', practiceId, can: ['train', 'author'] })
  reviewer = await addMember(world, { name: 'Rae Reviewer', practiceId, can: ['train', 'review'] })
  manager = await addMember(world, { name: 'Mara Manager', practiceId, can: ['train', 'manage'] })
  const there = await addPractice(world, 'Birch Women’s Health')
  foreigner = await addMember(world, { name: 'Fay', practiceId: there, can: ['train', 'author', 'review'] })
  door = await drawnFrom(await withPlace(drawn()).png().toBuffer(), 'Open Door (1).PNG')
  desk = await drawnFrom(await withPlace(drawn().negate()).png().toBuffer(), 'open door 1.png')
})
afterAll(() => world.end())
beforeEach(async () => {
  draftId = (await deeds.begin(ada)).draftId
})

const place = () => ({ practiceId, draftId })
const withRoom = (context: Context, pictureQuotaBytes: number): Context => ({
  ...context,
  settings: { ...context.settings, pictureQuotaBytes },
})
const add = (actor: Actor, picture: DrawnPicture, room = 100_000_000) =>
  as(world, actor, (context) => addPicture(withRoom(context, room), { ...place(), picture }))
const remove = (actor: Actor, pictureName: string) =>
  as(world, actor, (context) => removePicture(context, { ...place(), pictureName }))
const look = (actor: Actor, name: string) =>
  as(world, actor, (context) => viewDraftPicture(context, { ...place(), name }))
async function page(actor: Actor) {
  const view = await as(world, actor, (context) => viewDraftMedia(context, place()))
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}
const refused = (refusal: string) => ({ ok: false, refusal })
const nobody = refused('not-found')
const show = (path: string, name: string) =>
  deeds.write(
    ada,
    draftId,
    path,
    `## A door\n\n<Figure src="${name}" alt="The open door of an empty room" caption="Open" />\n`,
  )

describe('a picture of a draft', () => {
  test('is kept as it was drawn again, under a name that an address can carry', async () => {
    expect(await add(ada, door)).toEqual({ ok: true, value: { name: 'open-door-1.png' } })
    const { pictures, usedBytes } = await page(reviewer)
    expect(pictures).toEqual([{ name: 'open-door-1.png', size: door.bytes.length, lessons: [] }])
    expect(usedBytes).toBeGreaterThanOrEqual(door.bytes.length)
    const seen = await look(reviewer, 'open-door-1.png')
    expect(seen).toMatchObject({ ok: true, value: { contentType: 'image/png' } })
    const bytes = seen.ok ? Buffer.from(seen.value.bytes) : Buffer.alloc(0)
    expect(bytes.equals(door.bytes)).toBe(true)
    expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([])
  })

  test('stands there once however often it is sent, and beside another one of its name', async () => {
    for (const _ of [1, 2, 3]) await add(ada, door)
    expect(await add(ada, desk)).toEqual({ ok: true, value: { name: 'open-door-1-2.png' } })
    expect((await page(ada)).pictures.map(({ name }) => name)).toEqual([
      'open-door-1-2.png',
      'open-door-1.png',
    ])
  })

  test('is named with every lesson that shows it, and goes only when none does', async () => {
    await add(ada, door)
    await show('v1/lessons/l2.mdx', 'open-door-1.png')
    await show('v1/es/lessons/l2.mdx', 'open-door-1.png')
    expect((await page(ada)).pictures[0]?.lessons).toEqual([
      { title: 'Lesson 2 (es)', address: 'l2.es' },
      { title: 'Lesson 2', address: 'l2' },
    ])
    expect(await remove(ada, 'open-door-1.png')).toEqual(refused('picture-in-use'))
    await deeds.write(ada, draftId, 'v1/lessons/l2.mdx', '## A door\n\nWords.\n')
    expect(await remove(ada, 'open-door-1.png')).toEqual(refused('picture-in-use'))
    await deeds.write(ada, draftId, 'v1/es/lessons/l2.mdx', '## Una puerta\n\nPalabras.\n')
    for (const _ of [1, 2]) expect(await remove(ada, 'open-door-1.png')).toEqual({ ok: true, value: null })
    expect(await look(ada, 'open-door-1.png')).toEqual(nobody)
    const kept = await deeds.within(ada, (tx) =>
      tx.draftFileRevision.findMany({ where: { practiceId, draftId, path: 'v1/media/open-door-1.png' } }),
    )
    expect(kept.map(({ bytes }) => bytes)).toEqual([null])
  })

  test('is nobody’s at another practice, and only an author’s to add and remove', async () => {
    await add(ada, door)
    for (const actor of [manager, foreigner]) {
      expect(await look(actor, 'open-door-1.png')).toEqual(nobody)
      expect(await as(world, actor, (context) => viewDraftMedia(context, place()))).toEqual(nobody)
    }
    for (const actor of [reviewer, manager, foreigner]) {
      expect(await add(actor, desk)).toEqual(nobody)
      expect(await remove(actor, 'open-door-1.png')).toEqual(nobody)
    }
    const there = foreigner.memberships[0]?.practiceId ?? ''
    const strange = { practiceId: there, draftId }
    const tried = [
      await as(world, foreigner, (context) => addPicture(context, { ...strange, picture: desk })),
      await as(world, foreigner, (context) =>
        removePicture(context, { ...strange, pictureName: 'open-door-1.png' }),
      ),
      await as(world, foreigner, (context) =>
        viewDraftPicture(context, { ...strange, name: 'open-door-1.png' }),
      ),
    ]
    expect(tried).toEqual([nobody, nobody, nobody])
    expect((await page(ada)).pictures).toHaveLength(1)
  })

  test('is refused when the practice has no more room, by one of two who fill it at once', async () => {
    const { usedBytes } = await page(ada)
    const room = usedBytes + Math.max(door.bytes.length, desk.bytes.length)
    const both = await Promise.all([add(ada, door, room), add(ada, desk, room)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both).toContainEqual(refused('picture-quota-full'))
    expect((await page(ada)).pictures).toHaveLength(1)
  })

  test('is published as it was drawn, and then stays', async () => {
    await deeds.write(ada, draftId, 'v1/quiz.yaml', bank())
    await add(ada, door)
    await show('v1/lessons/l1.mdx', 'open-door-1.png')
    await deeds.move(ada, draftId, 'sent-to-review')
    await deeds.move(reviewer, draftId, 'approved')
    const before = (await page(ada)).usedBytes
    const done = await deeds.publish(ada, draftId, 'Read by two of us.')
    if (!done.ok) throw new Error(done.refusal)
    const { publishedVersionId: moduleVersionId } = done.value
    const stored = await deeds.within(ada, (tx) => tx.moduleMedia.findMany({ where: { moduleVersionId } }))
    expect(stored.map(({ name, bytes }) => [name, Buffer.from(bytes).equals(door.bytes)])).toEqual([
      ['open-door-1.png', true],
    ])
    expect(await add(ada, desk)).toEqual(refused('draft-published'))
    expect(await remove(ada, 'open-door-1.png')).toEqual(refused('draft-published'))
    const { usedBytes, isEditable } = await page(ada)
    expect({ usedBytes, isEditable }).toEqual({ usedBytes: before, isEditable: false })
  })
})

test('what is no picture is refused before anything is stored', async () => {
  const drawing = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>')
  expect(await drawPicture({ name: 'a.png', bytes: drawing })).toEqual(refused('picture-drawing'))
  const large = { name: 'a.png', bytes: new Uint8Array(12_000_001).fill(0x89) }
  expect(await drawPicture(large)).toEqual(refused('picture-file-too-large'))
})
