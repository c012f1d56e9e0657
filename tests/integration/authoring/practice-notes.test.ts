import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sharedPool } from '#lib/content/lesson/shared-pool'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes } from '#lib/domain/calendar'
import type { AssignmentId } from '#lib/domain/ids'
import { viewAuthoring } from '#lib/use-cases/authoring/view-authoring'
import { viewPracticeNote } from '#lib/use-cases/authoring/view-practice-note'
import { viewPracticeNotes } from '#lib/use-cases/authoring/view-practice-notes'
import { hostileSyntax } from '#tests/content/hostile-syntax'
import { hostileTexts } from '#tests/content/hostile-texts'
import { auditEntries } from '#tests/support/audit-entries'
import { type NoteAt, notingIn, placeOf, type Reader } from '#tests/support/noting'
import { assignReading, postAt, publishNewerR1, publishReadingTrack, together } from '#tests/support/reading'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let author: Actor
let reviewer: Actor
let learner: Actor
let assignmentId: AssignmentId
/** Of another practice, at which everything goes on as well. */
let abroad: Reader & { readonly author: Actor }
let deeds: ReturnType<typeof notingIn>

beforeAll(async () => {
  world = await openWorld()
  deeds = notingIn(world)
  await publishReadingTrack(world)
  const there = await addPractice(world, 'Birch Women’s Health')
  const far = await addMember(world, { name: 'Lou Learner', practiceId: there })
  abroad = {
    author: await addMember(world, { name: 'Bea Author', practiceId: there, can: ['author', 'review'] }),
    learner: far,
    assignmentId: await assignReading(world, postAt(far)),
  }
})
// A practice for each test: what one writes no other one sees.
beforeEach(async ({ task }) => {
  const practiceId = await addPractice(world, `Alder ${task.id}`)
  author = await addMember(world, { name: `Ada ${task.id}`, practiceId, can: ['train', 'author'] })
  reviewer = await addMember(world, { name: `Rui ${task.id}`, practiceId, can: ['train', 'review'] })
  learner = await addMember(world, { name: `Lena ${task.id}`, practiceId })
  assignmentId = await assignReading(world, postAt(learner))
})
afterAll(async () => {
  sharedPool().close()
  await world.end()
})

const { write, move, noteFor } = {
  write: (...given: Parameters<typeof deeds.write>) => deeds.write(...given),
  move: (...given: Parameters<typeof deeds.move>) => deeds.move(...given),
  noteFor: (of: Reader = { learner, assignmentId }, at: Pick<NoteAt, 'lessonId' | 'language'> = {}) =>
    deeds.noteFor(of, at),
}
const done = { ok: true, value: null }
const said = (words: string, language = 'en') => ({
  language,
  shownOn: '2026-03-10',
  tree: { children: [{ tag: 'p', children: [words] }] },
})

/** Written, sent and approved. */
async function show(text: string, { after = 0, ...at }: NoteAt & { after?: number } = {}) {
  const number = after + 1
  expect(await write(author, text, { after, ...at })).toEqual(done)
  expect(await move(author, 'sent', { number, ...at })).toEqual(done)
  expect(await move(reviewer, 'approved', { number, ...at })).toEqual(done)
}

describe('a note', () => {
  test('is seen at the end of its lesson by the people of its practice, from the day on which somebody else approved it', async () => {
    expect(await write(author, 'Call the desk.')).toEqual(done)
    expect(await noteFor()).toBeNull()
    expect(await move(author, 'sent')).toEqual(done)
    expect(await noteFor()).toBeNull()
    expect(await move(reviewer, 'approved')).toEqual(done)
    expect(await noteFor()).toMatchObject(said('Call the desk.'))
    expect(await noteFor(undefined, { lessonId: 'r1-l2' })).toBeNull()
    const chain = await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, postAt(author).practiceId)
      return await auditEntries(tx, postAt(author).practiceId)
    })
    expect(chain.map(({ event }) => 'deed' in event && event.deed)).toEqual(['written', 'sent', 'approved'])
  })

  test('is seen by nobody of another practice, and by whoever works at both in the training of its own', async () => {
    await show('Call the desk.')
    expect(await noteFor(abroad)).toBeNull()
    const both = together(abroad.learner, learner)
    expect(await noteFor({ learner: both, assignmentId: abroad.assignmentId })).toBeNull()
    expect(await noteFor({ learner: both, assignmentId })).toMatchObject(said('Call the desk.'))
    const input = { practiceId: postAt(author).practiceId, ...placeOf({}) }
    const foreign = await as(world, abroad.author, (context) => viewPracticeNote(context, input))
    expect(foreign).toEqual({ ok: false, refusal: 'not-found' })
    const own = { ...input, practiceId: postAt(abroad.author).practiceId }
    expect(await as(world, abroad.author, (context) => viewPracticeNote(context, own))).toMatchObject({
      value: { shown: null, next: null, after: 0, done: [] },
    })
    expect(await move(abroad.author, 'withdrawn')).toEqual({ ok: false, refusal: 'note-changed' })
  })

  test('stays until its next text is approved, and every text is kept with what was done', async () => {
    await show('Call the desk.')
    expect(await write(author, 'Call the back office.', { after: 1 })).toEqual(done)
    expect(await write(author, 'Call the back office.', { after: 1 })).toEqual(done)
    expect(await move(author, 'sent', { number: 2 })).toEqual(done)
    expect(await move(reviewer, 'returned', { number: 2 })).toEqual({ ok: false, refusal: 'reason-missing' })
    expect(await move(reviewer, 'returned', { number: 2, reason: 'Which one?' })).toEqual(done)
    expect(await move(reviewer, 'approved', { number: 2 })).toEqual({ ok: false, refusal: 'note-changed' })
    expect(await noteFor()).toMatchObject(said('Call the desk.'))
    await show('Call 2 in the back office.', { after: 2 })
    expect(await noteFor()).toMatchObject(said('Call 2 in the back office.'))
    expect(await move(author, 'withdrawn', { number: 1 })).toEqual({ ok: false, refusal: 'note-changed' })
    expect(await move(author, 'withdrawn', { number: 3, now: addMinutes(noon, 5) })).toEqual(done)
    expect(await noteFor()).toBeNull()
    const input = { practiceId: postAt(author).practiceId, ...placeOf({}) }
    const view = await as(world, author, (context) => viewPracticeNote(context, input))
    expect(view.ok && view.value.done.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      '3 withdrawn',
      '3 approved',
      '3 sent',
      '3 written',
      '2 returned',
      '2 sent',
      '2 written',
      '1 approved',
      '1 sent',
      '1 written',
    ])
  })

  test('is approved by nobody who wrote of it, unless nobody else can and a reason stays', async () => {
    const { practiceId } = postAt(author)
    const writer = { practiceId, can: ['author', 'review'] } as const
    const [one, two] = [
      await addMember(world, { ...writer, name: `One ${practiceId}` }),
      await addMember(world, { ...writer, name: `Two ${practiceId}` }),
    ]
    await write(one, 'Call the desk.')
    await write(two, 'Call the front desk.', { after: 1 })
    expect(await move(author, 'sent', { number: 1 })).toEqual({ ok: false, refusal: 'note-changed' })
    expect(await move(author, 'sent', { number: 2 })).toEqual(done)
    for (const by of [one, two])
      expect(await move(by, 'approved', { number: 2 })).toEqual({
        ok: false,
        refusal: 'author-is-not-approver',
      })
    expect(await move(author, 'approved', { number: 2 })).toEqual({ ok: false, refusal: 'not-found' })
    expect(await move(reviewer, 'approved', { number: 2 })).toEqual(done)
    const alone = abroad.author
    await write(alone, 'Ours.')
    await move(alone, 'sent')
    expect(await move(alone, 'approved')).toEqual({ ok: false, refusal: 'solo-reason-needed' })
    expect(await move(alone, 'approved', { reason: 'I work alone.' })).toEqual(done)
    expect(await noteFor(abroad)).toMatchObject(said('Ours.'))
    expect(await move(alone, 'withdrawn')).toEqual(done)
  })

  test('is shown in the language that there is', async () => {
    await show('Llame a recepción.', { language: 'es' })
    expect(await noteFor()).toMatchObject(said('Llame a recepción.', 'es'))
    await show('Call the desk.')
    expect(await noteFor()).toMatchObject(said('Call the desk.'))
    expect(await noteFor(undefined, { language: 'es' })).toMatchObject(said('Llame a recepción.', 'es'))
  })

  test('of two who write at once, one is told of the other', async () => {
    const texts = await Promise.all([write(author, 'Call the desk.'), write(author, 'Call nobody.')])
    expect(texts.filter(({ ok: isKept }) => isKept)).toHaveLength(1)
    expect(texts.find(({ ok: isKept }) => !isKept)).toEqual({ ok: false, refusal: 'note-changed' })
  })

  test('is no part of a module of the practice’s own, nor of a lesson that there is not', async () => {
    const notFound = { ok: false, refusal: 'not-found' }
    expect(await write(author, 'Words.', { lessonId: 'r1-l9' })).toEqual(notFound)
    expect(await write(author, 'Words.', { moduleId: 'own-0123456789ab' })).toEqual(notFound)
    expect(await write(reviewer, 'Words.')).toEqual(notFound)
    expect(await write(learner, 'Words.')).toEqual(notFound)
  })
})

describe('a hostile text', () => {
  const hostile = [...hostileSyntax, ...hostileTexts].filter((_, index) => index % 20 === 0)

  test.each(hostile)('is kept by no note, and refused at its place: $tries', async ({ text, at }) => {
    const read = await deeds.read(author, text)
    expect('problems' in read && [read.problems[0]?.line, read.problems[0]?.column]).toEqual(at)
    expect(await write(author, text)).toEqual({ ok: false, refusal: 'note-unreadable' })
  })

  test.each([
    ['a picture', '<Figure src="door.png" alt="A door" caption="Our door" />'],
    ['words that endanger', 'Tell the family what she said.\n\nConfront the man in the waiting room.'],
    ['figures without a source', 'One in three, or 33%, came with somebody.'],
  ])('is kept by no note: %s', async (_, text) => {
    expect(await write(author, text)).toEqual({ ok: false, refusal: 'note-unreadable' })
  })
})

// Last, since it publishes a version of the library that stays.
describe('when the library goes on', () => {
  test('authors are told of notes whose lesson is gone or was changed, and whoever goes by the old version still reads them', async () => {
    await show('Stays.')
    await show('Goes.', { lessonId: 'r1-l3' })
    expect(await noteFor(undefined, { lessonId: 'r1-l3' })).toMatchObject(said('Goes.'))
    await inTransaction(world.db, async (tx) => {
      const { practiceId } = postAt(author)
      await enterPractice(tx, practiceId)
      const reading = { lessonId: 'r1-l1', moduleVersionId: 'r1@1', place: 0, language: 'en' }
      const times = { startedAt: noon, savedAt: noon, finishedAt: noon }
      await tx.lessonReading.create({ data: { practiceId, assignmentId, cycle: 1, ...reading, ...times } })
    })
    await publishNewerR1(world)
    const { practiceId } = postAt(author)
    const view = await as(world, author, (context) =>
      viewPracticeNotes(context, { practiceId, moduleId: 'r1' }),
    )
    expect(view).toMatchObject({
      value: {
        version: 2,
        gone: [{ lessonId: 'r1-l3', notes: [{ isShown: true }, { isShown: false }] }],
        lessons: [{ lessonId: 'r1-l1', notes: [{ isShown: true, isOlder: true }, { isOlder: false }] }, {}],
      },
    })
    const list = await as(world, author, (context) => viewAuthoring(context, { practiceId }))
    expect(list.ok && [...list.value.notes]).toEqual([['r1', { shown: 2, waiting: 0, gone: 1 }]])
    expect(await noteFor(undefined, { lessonId: 'r1-l3' })).toMatchObject(said('Goes.'))
    const at = { lessonId: 'r1-l3' }
    expect(await write(author, 'Anew.', { after: 1, ...at })).toEqual({ ok: false, refusal: 'not-found' })
    expect(await move(author, 'withdrawn', at)).toEqual(done)
    expect(await noteFor(undefined, { lessonId: 'r1-l3' })).toBeNull()
  })
})
