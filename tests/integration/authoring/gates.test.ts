import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { listDraftFiles } from '#lib/data/draft'
import { insertModuleVersion } from '#lib/data/library'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { adaptModule } from '#lib/use-cases/authoring/adapt-module'
import { dropTranslation } from '#lib/use-cases/authoring/drop-translation'
import { preparePublication, publishDraft } from '#lib/use-cases/authoring/publish-draft'
import { gatesOfView, viewDraftChecks } from '#lib/use-cases/authoring/view-draft-checks'
import { addSource, authoringIn, bank } from '#tests/support/authoring'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, moduleVersion, noon, openWorld, type World } from '#tests/support/world'

let world: World
let deeds: ReturnType<typeof authoringIn>
let practiceId: PracticeId
let author: Actor
let reviewer: Actor
let foreign: Actor

beforeAll(async () => {
  world = await openWorld()
  await addSource(world)
  deeds = authoringIn(world)
  practiceId = await addPractice(world, 'Alder Family Medicine')
  author = await addMember(world, { name: 'Ada Author', practiceId, can: ['train', 'author'] })
  reviewer = await addMember(world, { name: 'Rae Reviewer', practiceId, can: ['train', 'review'] })
  const there = await addPractice(world, 'Birch Women’s Health')
  foreign = await addMember(world, { name: 'Fay', practiceId: there, can: ['train', 'author', 'review'] })
})
afterAll(() => world.end())

async function approved() {
  const { draftId } = await deeds.begin(author)
  await deeds.write(author, draftId, 'v1/quiz.yaml', bank())
  await deeds.move(author, draftId, 'sent-to-review')
  await deeds.move(reviewer, draftId, 'approved')
  const { filesHash } = await deeds.draft(author, draftId)
  return { practiceId, draftId, filesHash }
}

async function shown(actor: Actor, draftId: string) {
  const view = await as(world, actor, (context) => viewDraftChecks(context, { practiceId, draftId }))
  return view.ok ? { view: view.value, gates: (await gatesOfView(view.value))?.gates ?? [] } : view
}

describe('the gates of a publication', () => {
  test('each take a reason of their own, which is kept with what they found', async () => {
    const text = await approved()
    const before = await shown(author, text.draftId)
    expect(before).toMatchObject({ view: { checks: { kind: 'to-do' }, isApproved: true } })
    expect(await deeds.publishText(author, text)).toEqual({ ok: false, refusal: 'citing-reason-missing' })
    expect(await deeds.publishText(author, text, 'Only we do this.')).toMatchObject({ ok: true })
    const after = await shown(reviewer, text.draftId)
    if (!('gates' in before) || !('gates' in after)) throw new Error('both may look')
    expect(after.view.checks.kind).toBe('kept')
    expect(after.gates).toEqual(
      before.gates.map((gate) => ({ ...gate, reason: gate.count > 0 ? 'Only we do this.' : null })),
    )
    expect(after.gates.find(({ gate }) => gate === 'lessons-cite')).toMatchObject({ count: 3 })
    expect(await shown(foreign, text.draftId)).toEqual({ ok: false, refusal: 'not-found' })
  })

  test('are of the text that is published: one that changes while it is checked is refused', async () => {
    const text = await approved()
    const begun = await as(world, author, (context) => preparePublication(context, text))
    if (!begun.ok) throw new Error(begun.refusal)
    const checked = await begun.value()
    await deeds.write(author, text.draftId, 'v1/lessons/l1.mdx', '## Other\n\nOther words.\n')
    await deeds.move(author, text.draftId, 'sent-to-review')
    await deeds.move(reviewer, text.draftId, 'approved')
    const { filesHash } = await deeds.draft(author, text.draftId)
    const reasons = { 'lessons-cite': 'Ours.', 'plain-words': 'Ours.', translation: 'Ours.' }
    const late = { ...text, filesHash, reasons }
    expect(await as(world, author, (context) => publishDraft(context, late, checked))).toEqual({
      ok: false,
      refusal: 'draft-changed',
    })
    expect(await as(world, author, (context) => publishDraft(context, late, null))).toEqual({
      ok: false,
      refusal: 'checks-busy',
    })
  })
})

test('an adapted copy may drop its translation, and then has none that could be out of date', async () => {
  const shipped = { ...moduleVersion('m02'), slug: 'risk-and-control' }
  await inTransaction(world.owner, (tx) => insertModuleVersion(tx, shipped, noon))
  const draftId = randomUUID()
  await as(world, author, (context) =>
    adaptModule(context, { practiceId, moduleVersionId: 'm02@1', draftId }),
  )
  const { filesHash } = await deeds.draft(author, draftId)
  const drop = (who: Actor, hash: string) =>
    as(world, who, (context) => dropTranslation(context, { practiceId, draftId, filesHash: hash }))
  expect(await drop(foreign, filesHash)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await drop(author, 'a'.repeat(64))).toEqual({ ok: false, refusal: 'draft-changed' })
  expect(await drop(author, filesHash)).toEqual({ ok: true, value: null })
  const files = await deeds.within(author, (tx) => listDraftFiles(tx, postAt(author).practiceId, draftId))
  expect(files.filter(({ path }) => path.includes('/es/'))).toEqual([])
  expect(files.filter(({ path }) => path.includes('/lessons/'))).toHaveLength(3)
})
