import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDraftFile } from '#lib/data/draft'
import type { Actor } from '#lib/domain/access/actor'
import { changeOutline, type LessonDeed } from '#lib/use-cases/authoring/change-draft'
import { viewDraft } from '#lib/use-cases/authoring/view-draft'
import { authoringIn } from '#tests/support/authoring'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let author: Actor
let stranger: Actor

beforeAll(async () => {
  world = await openWorld()
  const here = await addPractice(world, 'Alder Family Medicine')
  const there = await addPractice(world, 'Birch Women’s Health')
  author = await addMember(world, { name: 'Ada Author', practiceId: here, can: ['train', 'author'] })
  stranger = await addMember(world, { name: 'Sam Stranger', practiceId: there, can: ['train', 'author'] })
})
afterAll(() => world.end())

async function change(draftId: string, deed: LessonDeed, by = author) {
  const { practiceId } = postAt(author)
  const view = await as(world, author, (context) => viewDraft(context, { practiceId, draftId }))
  const base = view.ok ? view.value.outlineRevision : 0
  return await as(world, by, (context) => changeOutline(context, { practiceId, draftId, base, deed }))
}

async function lessons(draftId: string) {
  const { practiceId } = postAt(author)
  const view = await as(world, author, (context) => viewDraft(context, { practiceId, draftId }))
  if (!view.ok) throw new Error(view.refusal)
  const { outline, removed } = view.value
  return { now: outline?.lessons.map(({ title }) => title), removed: removed.map(({ title }) => title) }
}

const textOf = (draftId: string, path: string) =>
  authoringIn(world).within(author, async (tx) => {
    const file = await findDraftFile(tx, postAt(author).practiceId, draftId, path)
    return file && new TextDecoder().decode(file.bytes)
  })

test('a removed lesson is put back with its last text and its title, also after others were added and removed', async () => {
  const deeds = authoringIn(world)
  const { draftId } = await deeds.begin(author)
  await deeds.write(author, draftId, 'v1/lessons/l3.mdx', 'What only we know.')
  const facts = { title: 'Ours', minutes: 3, objectives: ['o3'], sources: [] }
  await change(draftId, { kind: 'describe', lessonId: 'l3', ...facts })
  await change(draftId, { kind: 'remove', lessonId: 'l3' })
  expect(await lessons(draftId)).toEqual({ now: ['Lesson 1', 'Lesson 2'], removed: ['Ours'] })
  // It takes no id and no file of what may come back.
  await change(draftId, { kind: 'add', title: 'Another' })
  expect(await textOf(draftId, 'v1/lessons/l3.mdx')).toBeUndefined()
  const back = { kind: 'put-back', file: 'lessons/l3.mdx' } as const
  expect(await change(draftId, back, stranger)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await change(draftId, back)).toEqual({ ok: true, value: null })
  expect(await lessons(draftId)).toEqual({ now: ['Lesson 1', 'Lesson 2', 'Another', 'Ours'], removed: [] })
  expect(await textOf(draftId, 'v1/lessons/l3.mdx')).toBe('What only we know.')
  expect(await change(draftId, back)).toEqual({ ok: false, refusal: 'outline-unchanged' })
  const unknown = { kind: 'put-back', file: 'lessons/l9.mdx' } as const
  expect(await change(draftId, unknown)).toEqual({ ok: false, refusal: 'outline-unchanged' })
})
