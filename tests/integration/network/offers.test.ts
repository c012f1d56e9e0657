import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFolder } from '#lib/content/archive/read-folder'
import { listDraftFiles } from '#lib/data/draft'
import type { Actor } from '#lib/domain/access/actor'
import { draftState } from '#lib/domain/authoring/draft-state'
import { beginNextVersion } from '#lib/use-cases/authoring/begin-next-version'
import { viewFolderImport } from '#lib/use-cases/authoring/import-folder'
import { viewDifferences } from '#lib/use-cases/authoring/view-differences'
import { viewDraft } from '#lib/use-cases/authoring/view-draft'
import { viewOffering } from '#lib/use-cases/network/view-offering'
import { madeArchive } from '#tests/support/archives'
import { auditEntries } from '#tests/support/audit-entries'
import { addSource, authoringIn } from '#tests/support/authoring'
import { networkIn } from '#tests/support/networking'
import { postAt } from '#tests/support/reading'
import { addMember, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let deeds: ReturnType<typeof authoringIn>
let network: ReturnType<typeof networkIn>

beforeAll(async () => {
  world = await openWorld()
  await addSource(world)
  deeds = authoringIn(world)
  network = networkIn(world)
})
afterAll(() => world.end())

const refused = (refusal: string) => ({ ok: false, refusal })
const done = { ok: true }
const at = (actor: Actor) => ({ practiceId: postAt(actor).practiceId })

async function reviewerAt(actor: Actor): Promise<Actor> {
  return await addMember(world, { name: `Rae ${randomUUID()}`, ...at(actor), can: ['train', 'review'] })
}

describe('what a practice shows to its network', () => {
  test('is a published version, seen by the others without any person’s name, until it is withdrawn', async () => {
    const { alder, birch, cedar } = await network.three()
    const { draftId: unpublished } = await deeds.begin(alder, 'Not yet')
    expect(await network.offer(alder, unpublished)).toEqual(refused('network-offer-unpublished'))
    const reviewer = await reviewerAt(alder)
    const draftId = await network.published(alder, reviewer, 'Fire drills')
    for (const other of [cedar, birch, reviewer]) {
      expect(await network.offer(other, draftId)).toEqual(refused('not-found'))
      expect(await network.withdraw(other, draftId)).toEqual(refused('not-found'))
    }
    for (const _ of [1, 2]) expect(await network.offer(alder, draftId)).toMatchObject(done)
    const seen = await network.seen(birch)
    expect(seen?.offers).toMatchObject([
      { title: 'Fire drills', version: 1, kind: 'module', practiceName: 'Alder' },
    ])
    expect(JSON.stringify(seen)).not.toMatch(/Hal|Rae|Vera/)
    const folder = readFolder((await network.archive(alder, draftId)) ?? new Uint8Array())
    const texts = folder.ok ? folder.value.files.map(({ bytes }) => Buffer.from(bytes).toString()) : []
    expect(texts.length).toBeGreaterThan(4)
    expect(texts.join()).not.toMatch(/Vera Named/)
    // The note about the review is free words, in which people are named, too.
    expect(texts.join()).toMatch(/reviewNote: Its practice says nothing here about who reviewed it\./)
    expect(await network.seen(alder)).toMatchObject({ offers: [] })
    expect(await network.seen(cedar)).toBeNull()
    expect(await network.rows(cedar)).toMatchObject({ offers: 0 })
    await network.withdraw(alder, draftId)
    expect(await network.seen(birch)).toMatchObject({ offers: [] })
    expect(await network.rows(birch)).toMatchObject({ offers: 0 })
    expect(await network.offer(alder, draftId)).toMatchObject(done)
    // What is retired here is not shown elsewhere.
    expect(await deeds.move(alder, draftId, 'retired')).toMatchObject({ ok: true })
    expect(await network.seen(birch)).toMatchObject({ offers: [] })
    await network.leave(alder)
    expect(await network.seen(birch)).toMatchObject({ offers: [] })
    const entries = await deeds.within(alder, (tx) => auditEntries(tx, at(alder).practiceId))
    const kinds = entries.map(({ event }) => event.kind).filter((kind) => kind.startsWith('network-'))
    expect(kinds).toEqual([
      'network-founded',
      'network-code-made',
      'network-offered',
      'network-offer-withdrawn',
      'network-offered',
      'network-offer-withdrawn',
      'network-left',
    ])
  })

  test('is taken as a draft of the practice’s own, which says when the other one goes on', async () => {
    const { alder, birch } = await network.three()
    const reviewer = await reviewerAt(alder)
    const first = await network.published(alder, reviewer, 'Closing time')
    await network.offer(alder, first)
    const [offer] = (await network.seen(birch))?.offers ?? []
    const copyId = await network.take(birch, offer?.offerId ?? '')
    expect(await network.confirm(birch, copyId)).toMatchObject({ ok: true, value: { draftId: copyId } })
    const copy = await deeds.draft(birch, copyId)
    expect(copy).toMatchObject({ number: 1, originPractice: 'Alder', originVersionId: `${offer?.id}@1` })
    expect(copy.key).not.toBe(offer?.id)
    expect(draftState(copy.events, copy.filesHash).kind).toBe('draft')
    const files = await deeds.within(birch, (tx) => listDraftFiles(tx, at(birch).practiceId, copyId))
    const text = files.map(({ bytes }) => Buffer.from(bytes).toString()).join('\n')
    expect(text).toMatch(/First written by Alder/)
    expect(text).not.toMatch(/Vera Named/)
    const second = randomUUID()
    const begun = { draftId: first, newDraftId: second, over: null }
    await as(world, alder, (context) => beginNextVersion(context, { ...at(alder), ...begun }))
    await deeds.write(alder, second, 'v2/lessons/l1.mdx', '## What is new\n\nAlder wrote this later.\n')
    await network.out(alder, reviewer, second)
    const offering = (draftId: string) =>
      as(world, alder, async (context) => ({
        ok: true,
        value: await viewOffering(context, { ...at(alder), draftId }),
      }))
    expect((await offering(second)).value).toMatchObject({ offered: 1, canOffer: true })
    expect((await offering(first)).value).toMatchObject({ offered: 1, canOffer: false })
    expect(await network.offer(alder, first)).toEqual(refused('network-offer-unpublished'))
    await network.offer(alder, second)
    const place = { ...at(birch), draftId: copyId }
    const seen = async () => ({
      draft: await as(world, birch, (context) => viewDraft(context, place)),
      news: await as(world, birch, (context) => viewDifferences(context, { ...place, from: 'library' })),
    })
    expect(await seen()).toMatchObject({
      draft: { value: { newerOrigin: 2, originPractice: 'Alder' } },
      news: { value: { chosen: { kind: 'library', number: 1, to: 2, practice: 'Alder' } } },
    })
    const { news } = await seen()
    const lessons = news.ok ? news.value.differences?.lessons : []
    expect(lessons).toMatchObject([{ name: 'lessons/l1.mdx' }])
    await network.leave(birch)
    expect(await seen()).toMatchObject({
      draft: { value: { newerOrigin: null, originPractice: 'Alder' } },
      news: { value: { chosen: { kind: 'origin' }, differences: null } },
    })
  })

  test('is read like a file that a stranger brought: one with problems is never written', async () => {
    const { alder, birch } = await network.three()
    const { draftId } = await deeds.begin(alder, 'Hostile')
    const { key } = await deeds.draft(alder, draftId)
    const text = new TextEncoder().encode('id: x\n')
    const outside = { name: 'x/../../etc/passwd', bytes: text }
    const link = { name: 'x/v1/lessons/a.mdx', bytes: text, mode: 0o120777 }
    const script = { name: 'x/v1/run.js', bytes: text }
    for (const [version, bad] of [outside, link, script].entries()) {
      const archive = Buffer.from(madeArchive([{ name: 'x/module.yaml', bytes: text }, bad]))
      const offerId = randomUUID()
      await deeds.within(alder, async (tx) => {
        const networkId = (await tx.network.findFirst())?.id ?? ''
        const row = { id: offerId, networkId, key, ...at(alder), archive, offeredAt: new Date(noon) }
        const words = { kind: 'module', version: version + 1, title: '<b>x</b>', summary: '', minutes: 5 }
        await tx.networkOffer.create({ data: { ...row, ...words } })
      })
      const folderId = await network.take(birch, offerId)
      const view = await as(world, birch, (context) => viewFolderImport(context, { ...at(birch), folderId }))
      expect(view).toMatchObject({ value: { problems: [{ file: bad.name }], changes: [] } })
      expect(await network.confirm(birch, folderId)).toEqual(refused('folder-has-problems'))
    }
  })
})
