import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sharedPool } from '#lib/content/lesson/shared-pool'
import { insertDraftEvent } from '#lib/data/authored'
import { inTransaction } from '#lib/data/database'
import { findDraftFile, saveDraftFile } from '#lib/data/draft'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { prepareLessonPreview, previewLesson } from '#lib/use-cases/authoring/preview-lesson'
import { saveLessonDraft } from '#lib/use-cases/authoring/save-lesson-draft'
import { viewLessonChanges } from '#lib/use-cases/authoring/view-lesson-changes'
import { viewLessonDraft } from '#lib/use-cases/authoring/view-lesson-draft'
import { addLessonDraft, lessonFile } from '#tests/support/lesson-drafts'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let ada: Actor
let ben: Actor
let rita: Actor
let stranger: Actor
let draftId: string

const original = 'One.\n\nTwo.\n\nThree.\n'
const lesson = { lesson: lessonFile, translation: null } as const

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Alder Family Medicine')
  const there = await addPractice(world, 'Birch Women’s Health')
  ada = await addMember(world, { name: 'Ada Author', practiceId, can: ['train', 'author'] })
  ben = await addMember(world, { name: 'Ben Author', practiceId, can: ['train', 'author'] })
  rita = await addMember(world, { name: 'Rita Reviewer', practiceId, can: ['train', 'review'] })
  stranger = await addMember(world, { name: 'Sam Stranger', practiceId: there, can: ['train', 'author'] })
})
afterAll(async () => {
  sharedPool().close()
  await world.end()
})

const authorOf = (actor: Actor) => {
  const [post] = actor.memberships
  if (!post) throw new Error('an author has a post')
  return post
}
beforeEach(async () => {
  draftId = await addLessonDraft(world.db, authorOf(ada), original, noon)
})

const save = (actor: Actor, source: string, revision: number, minutes = 0, place: object = {}) =>
  as(world, actor, (context) => {
    const input = { practiceId, draftId, lesson, source, revision, ...place }
    return saveLessonDraft({ ...context, now: addMinutes(context.now, minutes) }, input)
  })
const view = (actor: Actor, place: object = {}) =>
  as(world, actor, (context) => viewLessonDraft(context, { practiceId, draftId, lesson, ...place }))
const changes = (actor: Actor, revision: number) =>
  as(world, actor, (context) => viewLessonChanges(context, { practiceId, draftId, lesson, revision }))

const stored = (path = `v1/lessons/${lessonFile}.mdx`) =>
  inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    return new TextDecoder().decode((await findDraftFile(tx, practiceId, draftId, path))?.bytes)
  })

test('a lesson that somebody removed is gone to an open page, and no empty text', async () => {
  await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const removal = { path: `v1/lessons/${lessonFile}.mdx`, bytes: null, base: 1 }
    await saveDraftFile(tx, practiceId, draftId, removal, authorOf(ben).staffMemberId, noon)
  })
  const gone = { ok: false, refusal: 'not-found' }
  expect(await changes(ada, 1)).toEqual(gone)
  expect(await save(ada, `${original}More.`, 1)).toEqual(gone)
})

describe('two authors of one lesson', () => {
  test('who change different paragraphs both find their change in it', async () => {
    expect(await save(ada, original.replace('One', 'Ada'), 1)).toMatchObject({
      ok: true,
      value: { revision: 2 },
    })
    const both = original.replace('One', 'Ada').replace('Three', 'Ben')
    const merged = await save(ben, original.replace('Three', 'Ben'), 1)
    expect(merged).toEqual({ ok: true, value: { revision: 3, source: both } })
    expect(await stored()).toBe(both)
    expect(await changes(ada, 2)).toEqual({
      ok: true,
      value: { revision: 3, source: both, others: ['Ben Author'] },
    })
  })

  test('who change the same word are told, and nothing is overwritten', async () => {
    await save(ada, original.replace('Two', 'Ada'), 1)
    expect(await save(ben, original.replace('Two', 'Ben'), 1)).toEqual({
      ok: false,
      refusal: 'lesson-changed-elsewhere',
    })
    expect(await stored()).toBe(original.replace('Two', 'Ada'))
  })

  test('whose first text is kept no longer are told, rather than mixed up', async () => {
    for (let revision = 1; revision <= 60; revision += 1) await save(ada, `Text ${revision}.`, revision)
    expect(await save(ben, 'Ben.', 5)).toEqual({ ok: false, refusal: 'lesson-changed-elsewhere' })
  })

  test('who save at the same moment lose nothing', async () => {
    const results = await Promise.all([
      save(ada, original.replace('One', 'Ada'), 1),
      save(ben, original.replace('Three', 'Ben'), 1),
    ])
    expect(results.map(({ ok }) => ok)).toEqual([true, true])
    expect(await stored()).toBe('Ada.\n\nTwo.\n\nBen.\n')
  })

  test('are named to each other for a minute', async () => {
    await save(ada, 'Ada.', 1)
    expect(await view(ben)).toMatchObject({ value: { others: ['Ada Author'] } })
    expect(await view(ada)).toMatchObject({ value: { others: [] } })
    const later = (context: Parameters<typeof viewLessonChanges>[0]) => ({
      ...context,
      now: addMinutes(context.now, 2),
    })
    const seen = await as(world, ben, (context) =>
      viewLessonChanges(later(context), { practiceId, draftId, lesson, revision: 2 }),
    )
    expect(seen).toEqual({ ok: true, value: { revision: 2, source: null, others: [] } })
  })
})

describe('a lesson of a draft', () => {
  test('is saved as it is, and once only where nothing changed', async () => {
    expect(await save(ada, original, 1)).toEqual({ ok: true, value: { revision: 1, source: original } })
    expect(await save(ada, original.replaceAll('\n', '\r\n'), 1)).toMatchObject({ value: { revision: 1 } })
  })

  test('keeps the line ends of its file', async () => {
    draftId = await addLessonDraft(world.db, authorOf(ada), 'One.\r\n\r\nTwo.\r\n', noon)
    expect(await view(ada)).toMatchObject({ value: { source: 'One.\n\nTwo.\n' } })
    await save(ada, 'One.\n\nThree.\n', 1)
    expect(await stored()).toBe('One.\r\n\r\nThree.\r\n')
  })

  test('begins a translation in a file of its own', async () => {
    const spanish = { lesson: { lesson: lessonFile, translation: 'es' } }
    expect(await view(ada, spanish)).toMatchObject({ value: { source: '', revision: 0, language: 'es' } })
    expect(await save(ada, 'Uno.', 0, 0, spanish)).toMatchObject({ ok: true, value: { revision: 1 } })
    expect(await stored(`v1/es/lessons/${lessonFile}.mdx`)).toBe('Uno.')
    expect(await stored()).toBe(original)
  })

  test('is read and not written by a reviewer, and does not exist for anybody else', async () => {
    expect(await view(rita)).toMatchObject({ ok: true, value: { isEditable: false, title: 'First signs' } })
    const nowhere = { ok: false, refusal: 'not-found' }
    expect(await save(rita, 'Rita.', 1)).toEqual(nowhere)
    expect(await view(stranger)).toEqual(nowhere)
    expect(await save(stranger, 'Sam.', 1)).toEqual(nowhere)
    expect(await changes(stranger, 1)).toEqual(nowhere)
    const [post] = stranger.memberships
    expect(await view(stranger, { practiceId: post?.practiceId })).toEqual(nowhere)
    expect(await view(ada, { draftId: randomUUID() })).toEqual(nowhere)
    expect(await view(ada, { lesson: { lesson: 'no-such', translation: null } })).toEqual(nowhere)
  })

  test('does not change once it is published, nor beyond its size', async () => {
    expect(await save(ada, 'a'.repeat(51_201), 1)).toEqual({ ok: false, refusal: 'lesson-too-large' })
    const { staffMemberId } = authorOf(ada)
    await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      const event = {
        kind: 'published',
        by: staffMemberId,
        reason: null,
        filesHash: 'a'.repeat(64),
        details: {},
      } as const
      await insertDraftEvent(tx, practiceId, draftId, event, noon)
    })
    expect(await save(ada, 'Later.', 1)).toEqual({ ok: false, refusal: 'draft-published' })
    expect(await view(ada)).toMatchObject({ value: { isEditable: false } })
  })
})

describe('the preview of a lesson', () => {
  const preview = (actor: Actor, source: string) =>
    as(world, actor, (context) => prepareLessonPreview(context, { practiceId, draftId, lesson, source }))

  test('is the tree that would be published, with its figures, and knows the ids of its draft', async () => {
    const prepared = await preview(
      rita,
      '## Title\n\n<Check id="c1" objective="own-o1" question="?"><Option text="a" feedback="b" correct /><Option text="c" feedback="d" /></Check>',
    )
    expect(prepared.ok && (await previewLesson(prepared.value))).toMatchObject({
      lesson: { tree: { format: 1 }, figures: { minutes: 1 } },
      problems: [],
      isBusy: false,
    })
  })

  test('says what is wrong, where, and how it is mended', async () => {
    const prepared = await preview(ada, 'Good.\n\n<Cite id="nobody" /> {1 + 1}')
    expect(prepared.ok && (await previewLesson(prepared.value))).toMatchObject({
      lesson: null,
      problems: [
        { line: 3, column: 1, message: expect.stringContaining('sources.yaml') },
        { line: 3, column: 22, message: expect.stringContaining('Braces') },
      ],
    })
  })

  test('does not exist for another practice', async () => {
    expect(await preview(stranger, 'Words.')).toEqual({ ok: false, refusal: 'not-found' })
  })
})
