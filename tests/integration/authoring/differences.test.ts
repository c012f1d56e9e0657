import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDraftFile, saveDraftFile } from '#lib/data/draft'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes } from '#lib/domain/calendar'
import { viewDifferences } from '#lib/use-cases/authoring/view-differences'
import { addSource, authoringIn, bank } from '#tests/support/authoring'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let author: Actor
let stranger: Actor

beforeAll(async () => {
  world = await openWorld()
  const here = await addPractice(world, 'Alder Family Medicine')
  const there = await addPractice(world, 'Birch Women’s Health')
  author = await addMember(world, { name: 'Ada Author', practiceId: here, can: ['train', 'author'] })
  stranger = await addMember(world, { name: 'Sam Stranger', practiceId: there, can: ['train', 'author'] })
  await addSource(world)
})
afterAll(() => world.end())

const differences = async (actor: Actor, draftId: string, from: string | null = null) => {
  const { practiceId } = postAt(author)
  return await as(world, actor, (context) => viewDifferences(context, { practiceId, draftId, from }))
}

test('a draft is compared with nothing until it went to review or has an earlier version', async () => {
  const { draftId } = await authoringIn(world).begin(author)
  const view = await differences(author, draftId)
  expect(view).toMatchObject({ ok: true, value: { chosen: null, differences: null } })
})

test('a draft that went to review shows what was written in it since, and to nobody of another practice', async () => {
  const deeds = authoringIn(world)
  const { draftId } = await deeds.begin(author)
  await deeds.write(author, draftId, 'v1/quiz.yaml', bank())
  await deeds.move(author, draftId, 'sent-to-review')
  expect(await differences(author, draftId)).toMatchObject({
    value: { chosen: { kind: 'round', round: 1 }, differences: { items: [], lessons: [], facts: [] } },
  })
  await deeds.within(author, async (tx) => {
    const { practiceId, staffMemberId } = postAt(author)
    const path = 'v1/quiz.yaml'
    const base = (await findDraftFile(tx, practiceId, draftId, path))?.revision ?? 0
    const text = bank().replace('id: a', 'id: x').replace('id: b', 'id: a').replace('id: x', 'id: b')
    const save = { path, bytes: new TextEncoder().encode(text), base }
    await saveDraftFile(tx, practiceId, draftId, save, staffMemberId, addMinutes(noon, 5))
  })
  const changed = await differences(author, draftId)
  expect(changed.ok && changed.value.differences?.items[0]).toMatchObject({ id: 'q1', change: 'changed' })
  expect(await differences(stranger, draftId)).toEqual({ ok: false, refusal: 'not-found' })
})

test('what went to review is compared as it was, however much was written since', async () => {
  const deeds = authoringIn(world)
  const { draftId } = await deeds.begin(author)
  const path = 'v1/quiz.yaml'
  const { practiceId, staffMemberId } = postAt(author)
  const write = (text: string) =>
    deeds.within(author, async (tx) => {
      const base = (await findDraftFile(tx, practiceId, draftId, path))?.revision ?? 0
      const save = { path, bytes: new TextEncoder().encode(text), base }
      // Saved at the very moment at which it goes to review: what counts is which came first.
      await saveDraftFile(tx, practiceId, draftId, save, staffMemberId, noon)
    })
  await write(bank())
  await deeds.move(author, draftId, 'sent-to-review')
  const other = bank().replace('id: a', 'id: x').replace('id: b', 'id: a').replace('id: x', 'id: b')
  for (let times = 0; times < 60; times += 1) await write(`${other}# ${times}\n`)
  const changed = await differences(author, draftId)
  expect(changed.ok && changed.value.differences).toMatchObject({
    items: [{ id: 'q1', change: 'changed' }],
    lessons: [],
  })
  // Of the others only so many are kept.
  const kept = await deeds.within(author, (tx) => tx.draftFileRevision.count({ where: { draftId, path } }))
  expect(kept).toBe(51)
})
