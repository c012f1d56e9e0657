import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawAgain } from '#lib/content/picture/draw-again'
import { findDraft } from '#lib/data/authored'
import { type DraftContent, listDraftFiles } from '#lib/data/draft'
import { saveDraftPicture } from '#lib/data/draft-media'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { exportFolder } from '#lib/use-cases/authoring/export-folder'
import {
  confirmFolderImport,
  startFolderImport,
  viewFolderImport,
} from '#lib/use-cases/authoring/import-folder'
import { mayReadArchives, readFolderArchive } from '#lib/use-cases/authoring/read-folder-archive'
import { viewDraftChecks } from '#lib/use-cases/authoring/view-draft-checks'
import { drawn, secrets, withPlace } from '#tests/content/picture-files'
import { madeArchive } from '#tests/support/archives'
import { addSource, authoringIn, bank } from '#tests/support/authoring'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let deeds: ReturnType<typeof authoringIn>
let here: PracticeId
let there: PracticeId
let ada: Actor
let fay: Actor
let outsiders: readonly Actor[]

beforeAll(async () => {
  world = await openWorld()
  await addSource(world)
  deeds = authoringIn(world)
  here = await addPractice(world, 'Alder Family Medicine')
  there = await addPractice(world, 'Birch Women’s Health')
  ada = await addMember(world, { name: 'Ada', practiceId: here, can: ['train', 'author'] })
  fay = await addMember(world, { name: 'Fay', practiceId: there, can: ['train', 'author'] })
  outsiders = [
    fay,
    await addMember(world, { name: 'Rae', practiceId: here, can: ['train', 'review'] }),
    await addMember(world, { name: 'Mara', practiceId: here, can: ['train', 'manage'] }),
  ]
})
afterAll(() => world.end())

const refused = (refusal: string) => ({ ok: false, refusal })
const nobody = refused('not-found')
const placeOf = (actor: Actor) => ({ practiceId: postAt(actor).practiceId })

async function out(actor: Actor, draftId: string): Promise<Uint8Array> {
  const made = await as(world, actor, (context) => exportFolder(context, { ...placeOf(actor), draftId }))
  if (!made.ok) throw new Error(made.refusal)
  return new Uint8Array(await buffer(made.value.pieces))
}
async function arrived(actor: Actor, bytes: Uint8Array, targetDraft: string | null = null) {
  const known = await as(world, actor, (context) => mayReadArchives(context, placeOf(actor).practiceId))
  const archive = await readFolderArchive({ name: 'own.zip', bytes }, known.ok ? known.value : [])
  if (!archive.ok) throw new Error('every archive is answered')
  const begun = await as(world, actor, (context) =>
    startFolderImport(context, { ...placeOf(actor), targetDraft, archive: archive.value }),
  )
  if (!begun.ok) throw new Error(begun.refusal)
  return begun.value.folderId
}
async function seen(actor: Actor, folderId: string) {
  const view = await as(world, actor, (context) => viewFolderImport(context, { ...placeOf(actor), folderId }))
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}
const confirm = (actor: Actor, folderId: string, filesHash = '', room = 100_000_000) =>
  as(world, actor, (context) =>
    confirmFolderImport(
      { ...context, settings: { ...context.settings, pictureQuotaBytes: room } },
      { ...placeOf(actor), folderId, filesHash },
    ),
  )
const files = (actor: Actor, draftId: string) =>
  deeds.within(actor, (tx) => listDraftFiles(tx, placeOf(actor).practiceId, draftId))
/** An archive of these files as a seventh version has them. */
const archivedAs = (all: readonly DraftContent[], head: string) =>
  madeArchive(
    all.map(({ path, bytes }) => {
      const text = Buffer.from(bytes).toString().replace('version: 1\nchangeKind: initial\n', head)
      return { name: `x/${path.replace('v1/', 'v7/')}`, bytes: Buffer.from(text) }
    }),
  )
const said = (all: readonly DraftContent[]) =>
  all.map(({ path, bytes }) => [path, createHash('sha256').update(bytes).digest('hex')])

/** A draft whose texts have Windows' line ends, with a picture. */
async function written(actor: Actor, title: string, picture: Uint8Array): Promise<string> {
  const { draftId, practiceId } = await deeds.begin(actor, title)
  await deeds.write(actor, draftId, 'v1/quiz.yaml', bank().replaceAll('\n', '\r\n'))
  await deeds.write(actor, draftId, 'v1/lessons/l2.mdx', '## Zwei\r\n\r\nWörter.\r\n')
  const { staffMemberId } = postAt(actor)
  const change = { number: 1, name: 'door.jpg', bytes: picture }
  await deeds.within(actor, (tx) => saveDraftPicture(tx, practiceId, draftId, change, staffMemberId, noon))
  return draftId
}
/** As a telephone takes it, and as it is stored. */
const taken = async () => new Uint8Array(await withPlace(drawn()).jpeg().toBuffer())
const photo = async () => {
  const again = await drawAgain(await taken(), 'image/jpeg')
  if (!again.ok) throw new Error(again.refusal)
  return again.value.bytes
}

describe('a folder', () => {
  test('goes out of a practice and comes in again byte for byte, as a module of its own', async () => {
    const draftId = await written(ada, 'Fire drills', await photo())
    const before = said(await files(ada, draftId))
    const folderId = await arrived(ada, await out(ada, draftId))
    const view = await seen(ada, folderId)
    expect(view).toMatchObject({ name: 'fire-drills', number: 1, problems: [], drawn: [], report: null })
    expect(view.changes.map(({ path, change }) => [path, change])).toEqual(
      before.map(([path]) => [path, 'new']),
    )
    for (const _ of [1, 2]) {
      const report = { draftId: folderId, kind: 'module', files: before.length }
      expect(await confirm(ada, folderId)).toEqual({ ok: true, value: report })
    }
    expect(said(await files(ada, folderId))).toEqual(before)
    expect(said(await files(ada, draftId))).toEqual(before)
    const unit = await deeds.draft(ada, folderId)
    expect(unit).toMatchObject({ slug: 'fire-drills-2', kind: 'module', number: 1 })
    expect(await out(ada, folderId)).not.toEqual(new Uint8Array())
    const checks = await as(world, ada, (context) =>
      viewDraftChecks(context, { practiceId: here, draftId: folderId }),
    )
    expect(checks.ok).toBe(true)
  })

  test('that comes from elsewhere has its pictures drawn anew, once, and every text as it was', async () => {
    const draftId = await written(ada, 'Closing time', await photo())
    const before = said(await files(ada, draftId))
    const picture = await taken()
    const sent = (await files(ada, draftId)).map(({ path, bytes }) => ({
      name: `closing-time/${path}`,
      bytes: path.endsWith('.jpg') ? picture : bytes,
    }))
    const folderId = await arrived(fay, madeArchive(sent))
    expect((await seen(fay, folderId)).drawn).toEqual(['v1/media/door.jpg'])
    expect(await confirm(fay, folderId)).toMatchObject({ ok: true })
    const after = await files(fay, folderId)
    const isText = ([path = '']: readonly string[]) => !path.includes('/media/')
    expect(said(after).filter(isText)).toEqual(before.filter(isText))
    const shown = Buffer.from(after.find(({ path }) => path === 'v1/media/door.jpg')?.bytes ?? [])
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([])
    const again = await arrived(fay, await out(fay, folderId))
    expect((await seen(fay, again)).drawn).toEqual([])
    expect(await confirm(fay, again)).toMatchObject({ ok: true })
    expect(said(await files(fay, again))).toEqual(said(after))
    expect(await deeds.within(ada, (tx) => findDraft(tx, here, folderId))).toBeUndefined()
  })

  test('becomes the next text of a draft: what it lacks goes, what is the same stays, all after a look', async () => {
    const draftId = await written(ada, 'Opening time', await photo())
    const archive = await out(ada, draftId)
    await deeds.write(ada, draftId, 'v1/lessons/l1.mdx', '## Later\n\nWords.\n')
    await deeds.write(ada, draftId, 'v1/lessons/l9.mdx', '## More\n\nWords.\n')
    const folderId = await arrived(ada, archive, draftId)
    const { changes, target } = await seen(ada, folderId)
    expect(changes.filter(({ change }) => change !== 'unchanged')).toEqual([
      { path: 'v1/lessons/l1.mdx', change: 'changed' },
      { path: 'v1/lessons/l9.mdx', change: 'removed' },
    ])
    await deeds.write(ada, draftId, 'v1/lessons/l3.mdx', '## Meanwhile\n\nWords.\n')
    expect(await confirm(ada, folderId, target?.filesHash)).toEqual(refused('draft-changed'))
    const now = await seen(ada, folderId)
    expect(await confirm(ada, folderId, now.target?.filesHash)).toMatchObject({
      ok: true,
      value: { draftId },
    })
    const folder = await out(ada, draftId)
    expect(Buffer.from(folder).equals(archive)).toBe(true)
  })

  test('of another number gets the number of the draft, or of a first version, which changes nothing for anybody', async () => {
    const { draftId } = await deeds.begin(ada, 'Renumbered')
    const before = await files(ada, draftId)
    const into = await arrived(ada, archivedAs(before, 'version: 7\nchangeKind: initial\n'), draftId)
    const { number, becomes, changes, target } = await seen(ada, into)
    expect({ number, becomes, changes: changes.filter(({ change }) => change !== 'unchanged') }).toEqual({
      number: 7,
      becomes: 1,
      changes: [],
    })
    expect(await confirm(ada, into, target?.filesHash)).toMatchObject({ ok: true })
    const material = 'version: 7\nchangeKind: material\nupdateLesson: l1\n'
    const own = await arrived(fay, archivedAs(before, material))
    expect(await seen(fay, own)).toMatchObject({ number: 7, becomes: 1 })
    expect(await confirm(fay, own)).toMatchObject({ ok: true })
    expect(await deeds.draft(fay, own)).toMatchObject({ number: 1 })
    expect(said(await files(fay, own))).toEqual(said(before))
  })

  test('with problems is never written, whoever asks for it', async () => {
    const link = {
      name: 'own/v1/lessons/a.mdx',
      bytes: new TextEncoder().encode('/etc/passwd'),
      mode: 0o120777,
    }
    const folderId = await arrived(ada, madeArchive([link]))
    expect((await seen(ada, folderId)).problems).toEqual([{ file: 'own/v1/lessons/a.mdx', words: 'link' }])
    expect(await confirm(ada, folderId)).toEqual(refused('folder-has-problems'))
    const rows = await deeds.within(ada, (tx) =>
      tx.authoringImportFile.findMany({ where: { importId: folderId } }),
    )
    expect(rows).toEqual([])
  })

  test('of a case comes in as a case, and never into a module', async () => {
    const texts = ['case.yaml', 'v1/version.yaml', 'v1/encounter.yaml'].map((path) => ({
      name: `visit/${path}`,
      bytes: new TextEncoder().encode('version: 1\n'),
    }))
    const { draftId } = await deeds.begin(ada, 'No case')
    const into = await arrived(ada, madeArchive(texts), draftId)
    const { isOtherKind, target } = await seen(ada, into)
    expect(isOtherKind).toBe(true)
    expect(await confirm(ada, into, target?.filesHash)).toEqual(refused('folder-other-kind'))
    const own = await arrived(ada, madeArchive(texts))
    expect(await confirm(ada, own)).toMatchObject({ ok: true, value: { kind: 'case' } })
    expect(await deeds.draft(ada, own)).toMatchObject({ kind: 'case', slug: 'visit' })
  })

  test('finds no room where the pictures have none, and then nothing of it is there', async () => {
    const draftId = await written(ada, 'Full', await photo())
    const folderId = await arrived(ada, await out(ada, draftId))
    const attempt = as(world, ada, async (context) => {
      const settings = { ...context.settings, pictureQuotaBytes: 10 }
      const done = await confirmFolderImport(
        { ...context, settings },
        { practiceId: here, folderId, filesHash: '' },
      )
      if (!done.ok) throw new Error(done.refusal)
      return done
    })
    await expect(attempt).rejects.toThrow('picture-quota-full')
    expect(await deeds.within(ada, (tx) => findDraft(tx, here, folderId))).toBeUndefined()
  })

  test('is an author’s alone, and its practice’s', async () => {
    const draftId = await written(ada, 'Ours', await photo())
    const folderId = await arrived(ada, await out(ada, draftId))
    for (const actor of outsiders) {
      const { practiceId } = placeOf(actor)
      for (const at of new Set([here, practiceId])) {
        const place = { practiceId: at, folderId, filesHash: '' }
        const tried = [
          await as(world, actor, (context) => exportFolder(context, { practiceId: at, draftId })),
          await as(world, actor, (context) => viewFolderImport(context, place)),
          await as(world, actor, (context) => confirmFolderImport(context, place)),
        ]
        expect(tried).toEqual([nobody, nobody, nobody])
      }
    }
    const archive = { fileName: 'a.zip', folder: null, problems: [] }
    const strange = await as(world, fay, (context) =>
      startFolderImport(context, { practiceId: there, targetDraft: draftId, archive }),
    )
    expect(strange).toEqual(nobody)
  })
})
