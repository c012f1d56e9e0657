import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyForm } from '#lib/content/authoring/quiz-draft'
import { listDraftRevisions } from '#lib/data/draft'
import type { Actor } from '#lib/domain/access/actor'
import type { ItemForm } from '#lib/domain/authoring/item-form'
import type { PracticeId } from '#lib/domain/ids'
import {
  addQuizItem,
  moveQuizItem,
  removeQuizItem,
  saveQuizItem,
} from '#lib/use-cases/authoring/save-quiz-item'
import { saveQuizSettings } from '#lib/use-cases/authoring/save-quiz-settings'
import { viewQuizDraft } from '#lib/use-cases/authoring/view-quiz-draft'
import { viewQuizItem } from '#lib/use-cases/authoring/view-quiz-item'
import { addSource, authoringIn, bank } from '#tests/support/authoring'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let deeds: ReturnType<typeof authoringIn>
let practiceId: PracticeId
let ada: Actor
let ben: Actor
let reviewer: Actor
let outsiders: readonly Actor[]
let draftId: string

beforeAll(async () => {
  world = await openWorld()
  await addSource(world)
  deeds = authoringIn(world)
  practiceId = await addPractice(world, 'Alder Family Medicine')
  ada = await addMember(world, { name: 'Ada Author', practiceId, can: ['train', 'author'] })
  ben = await addMember(world, { name: 'Ben Author', practiceId, can: ['train', 'author'] })
  reviewer = await addMember(world, { name: 'Rae Reviewer', practiceId, can: ['train', 'review'] })
  const there = await addPractice(world, 'Birch Women’s Health')
  outsiders = [
    await addMember(world, { name: 'Mara Manager', practiceId, can: ['train', 'manage'] }),
    await addMember(world, { name: 'Fay Foreign', practiceId: there, can: ['train', 'author', 'review'] }),
  ]
})
afterAll(() => world.end())
beforeEach(async () => {
  draftId = (await deeds.begin(ada)).draftId
  await deeds.write(ada, draftId, 'v1/quiz.yaml', bank())
})

const place = () => ({ practiceId, draftId })
const refused = (refusal: string) => ({ ok: false, refusal })

async function quiz(actor: Actor) {
  const view = await as(world, actor, (context) => viewQuizDraft(context, place()))
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}
async function item(actor: Actor, itemId: string) {
  const view = await as(world, actor, (context) =>
    viewQuizItem(context, place(), { itemId, kind: undefined }),
  )
  if (!view.ok || !view.value.item) throw new Error('the item is there')
  return view.value.item
}
const save = (actor: Actor, read: { id: string; mark: string }, form: ItemForm, isKeyChangeMeant = false) =>
  as(world, actor, (context) =>
    saveQuizItem(context, { ...place(), itemId: read.id, mark: read.mark, isKeyChangeMeant, form }),
  )
const add = (actor: Actor, form: ItemForm) =>
  as(world, actor, (context) => addQuizItem(context, { ...place(), form }))
const ids = async () => (await quiz(ada)).groups.flatMap((group) => group.items.map(({ id }) => id))

const fresh: ItemForm = {
  ...emptyForm('single'),
  stem: 'Whom do you call?',
  objective: 'o2',
  bloom: 'apply',
  source: 'our-plan',
  options: emptyForm('single').options.map((option) => ({
    ...option,
    text: `To ${option.id}`,
    rationale: 'Why.',
  })),
  right: ['c'],
}

test('a bank is shown by objective, with what is asked and what is left to mend', async () => {
  const view = await quiz(reviewer)
  expect(view.groups.map(({ objective, ready }) => [objective?.id, ready])).toEqual([
    ['o1', 2],
    ['o2', 2],
    ['o3', 2],
  ])
  expect(view).toMatchObject({ isEditable: false, findings: [], wanted: 2 })
  expect(view.asked).toMatchObject({ draw: 6, ready: 6, passing: 5, mustPass: 1 })
})

test('an item is added under the next id, changed, moved and removed, and every text of the file is kept', async () => {
  expect(await add(ada, fresh)).toMatchObject({ ok: true })
  expect(await ids()).toEqual(['q1', 'q2', 'q3', 'q4', 'q7', 'q5', 'q6'])
  const added = await item(ben, 'q7')
  expect(added.form).toEqual(fresh)
  expect(await save(ben, added, { ...fresh, stem: 'Whom do you call first?' })).toMatchObject({ ok: true })
  await as(world, ada, (context) => moveQuizItem(context, { ...place(), itemId: 'q7', move: 'up' }))
  expect(await ids()).toEqual(['q1', 'q2', 'q3', 'q7', 'q4', 'q5', 'q6'])
  const { mark } = await item(ada, 'q7')
  const removal = { ...place(), itemId: 'q7' }
  expect(
    await as(world, ada, (context) => removeQuizItem(context, { ...removal, mark: added.mark })),
  ).toEqual(refused('quiz-item-changed-elsewhere'))
  expect(await as(world, ada, (context) => removeQuizItem(context, { ...removal, mark }))).toMatchObject({
    ok: true,
  })
  const kept = await deeds.within(ada, (tx) => listDraftRevisions(tx, practiceId, draftId, 'v1/quiz.yaml'))
  expect(kept.length).toBe(6)
})

test('two people who change two items both keep their change, and one item is not written over', async () => {
  const [first, second] = [await item(ada, 'q1'), await item(ben, 'q2')]
  expect(await save(ada, first, { ...first.form, stem: 'Ada’s?' })).toMatchObject({ ok: true })
  expect(await save(ben, second, { ...second.form, stem: 'Ben’s?' })).toMatchObject({ ok: true })
  expect((await item(ada, 'q1')).form.stem).toBe('Ada’s?')
  expect(await save(ben, first, { ...first.form, stem: 'Ben’s too?' })).toEqual(
    refused('quiz-item-changed-elsewhere'),
  )
})

test('the right answer changes only when that is said', async () => {
  const read = await item(ada, 'q1')
  const form = { ...read.form, right: ['b'] }
  expect(await save(ada, read, form)).toEqual(refused('quiz-key-change-unconfirmed'))
  expect((await item(ada, 'q1')).form.right).toEqual(['a'])
  expect(await save(ada, read, form, true)).toMatchObject({ ok: true })
  expect((await item(ada, 'q1')).form.right).toEqual(['b'])
})

test.each<[string, Partial<ItemForm>]>([
  ['quiz-objective-unknown', { objective: 'o9' }],
  ['quiz-source-unknown', { source: 'hearsay' }],
  ['quiz-vignette-unknown', { vignette: 'v9' }],
  ['quiz-item-phone', { stem: 'Call 573-555-0100?' }],
  ['quiz-item-hidden-sign', { stem: 'Call\u200b whom?' }],
])('an item is refused by %s', async (refusal, change) => {
  expect(await add(ada, { ...fresh, ...change })).toEqual(refused(refusal))
})

test('settings say what is asked, and not over those that somebody else saved', async () => {
  const { settingsMark: mark } = await quiz(ada)
  const settings = { ...place(), mark, passMarkPercent: 90, draw: 4, blueprint: { o1: 2, o2: 1, o3: 1 } }
  const saved = (input: typeof settings) => as(world, ada, (context) => saveQuizSettings(context, input))
  expect(await saved({ ...settings, draw: 5 })).toEqual(refused('quiz-blueprint-sum'))
  expect(await saved(settings)).toMatchObject({ ok: true })
  expect((await quiz(ada)).asked.objectives).toEqual([
    { id: 'o1', asked: 2, isExact: true },
    { id: 'o2', asked: 1, isExact: true },
    { id: 'o3', asked: 1, isExact: true },
  ])
  expect(await saved(settings)).toEqual(refused('changed-meanwhile'))
})

describe('whoever neither writes nor reviews here', () => {
  test('finds no quiz and changes none', async () => {
    const { mark } = await item(ada, 'q1')
    for (const outsider of outsiders) {
      expect(await as(world, outsider, (context) => viewQuizDraft(context, place()))).toEqual(
        refused('not-found'),
      )
      expect(await add(outsider, fresh)).toEqual(refused('not-found'))
      expect(await save(outsider, { id: 'q1', mark }, fresh)).toEqual(refused('not-found'))
    }
    expect(await add(reviewer, fresh)).toEqual(refused('not-found'))
    const [, foreign] = outsiders
    if (!foreign) throw new Error('somebody from elsewhere')
    const there = { practiceId: postAt(foreign).practiceId, draftId }
    expect(await as(world, foreign, (context) => viewQuizDraft(context, there))).toEqual(refused('not-found'))
    expect(await as(world, foreign, (context) => addQuizItem(context, { ...there, form: fresh }))).toEqual(
      refused('not-found'),
    )
  })
})

test('a published quiz does not change any more', async () => {
  const { draftId: published } = await deeds.published(ada, reviewer, 'Published drills')
  draftId = published
  expect(await add(ada, fresh)).toEqual(refused('draft-published'))
  expect(await quiz(ada)).toMatchObject({ isPublished: true, isEditable: false })
})
