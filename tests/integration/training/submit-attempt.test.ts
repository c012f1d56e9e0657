import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { saveAnswers } from '#lib/use-cases/training/save-answers'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAttempt } from '#lib/use-cases/training/view-attempt'
import { viewQuiz } from '#lib/use-cases/training/view-quiz'
import { viewResult } from '#lib/use-cases/training/view-result'
import { sittingsIn } from '#tests/support/sittings'
import {
  addMember,
  addPractice,
  as,
  assignWithLessonsRead,
  openWorld,
  type World,
} from '#tests/support/world'

let world: World
let practiceId: PracticeId
let nadia: Actor
let sittings: ReturnType<typeof sittingsIn>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  sittings = sittingsIn(world, practiceId)
  nadia = await addMember(world, { name: 'Nadia Rahman', practiceId })
})
afterAll(() => world.end())

describe('a sitting', () => {
  test('is one for a quiz and cycle, however often and at once it is started', async () => {
    const { actor, assignmentId } = await sittings.learner('Start Often')
    const starts = await Promise.all(Array.from({ length: 12 }, () => sittings.start(actor, assignmentId)))
    expect(new Set(starts).size).toBe(1)
    expect(await sittings.count('openAttempt', { assignmentId })).toBe(1)
  })

  test('does not open before every lesson is finished', async () => {
    const actor = await addMember(world, { name: 'Reads Nothing', practiceId })
    const assignmentId = await assignWithLessonsRead(world, actor)
    await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      await tx.lessonReading.updateMany({ where: { assignmentId }, data: { finishedAt: null } })
    })
    const refused = await as(world, actor, (context) =>
      startAttempt(context, { assignmentId, moduleId: 'm1' }),
    )
    expect(refused).toEqual({ ok: false, refusal: 'lessons-unfinished' })
  })

  test('is found by its own learner only', async () => {
    const { actor, assignmentId } = await sittings.learner('Own Sitting')
    const attemptId = await sittings.start(actor, assignmentId)
    const colleague = await as(world, nadia, (context) => viewAttempt(context, { attemptId }))
    const stranger = await addMember(world, {
      name: 'Other Practice',
      practiceId: await addPractice(world, 'Ozark'),
    })
    const elsewhere = await as(world, stranger, (context) => viewAttempt(context, { attemptId }))
    expect([colleague, elsewhere]).toEqual([
      { ok: false, refusal: 'not-found' },
      { ok: false, refusal: 'not-found' },
    ])
    const started = await as(world, stranger, (context) =>
      startAttempt(context, { assignmentId, moduleId: 'm1' }),
    )
    expect(started).toEqual({ ok: false, refusal: 'not-found' })
    expect(await sittings.submit(stranger, attemptId, 'a', randomUUID(), ['m1-q1'])).toEqual({
      ok: false,
      refusal: 'not-found',
    })
  })

  test('shows no key in its view', async () => {
    const { actor, assignmentId } = await sittings.learner('No Key')
    const attemptId = await sittings.start(actor, assignmentId)
    const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }))
    expect(JSON.stringify(view)).not.toMatch(/correct|rationale|mustPass|Right\.|Wrong\./i)
  })
})

describe('saved answers', () => {
  test('come back in the view, and an older page cannot overwrite them', async () => {
    const { actor, assignmentId } = await sittings.learner('Saves Twice')
    const attemptId = await sittings.start(actor, assignmentId)
    const [itemId = ''] = await sittings.itemsOf(actor, attemptId)
    const save = (optionId: string, revision: number) =>
      as(world, actor, (context) =>
        saveAnswers(context, { attemptId, drafts: [{ itemId, optionIds: [optionId], revision }] }),
      )
    expect(await save('b', 0)).toEqual({ ok: true, value: { revisions: { [itemId]: 1 } } })
    expect(await save('b', 0)).toEqual({ ok: true, value: { revisions: { [itemId]: 1 } } })
    expect(await save('c', 0)).toEqual({ ok: false, refusal: 'answers-changed-elsewhere' })
    expect(await save('c', 1)).toEqual({ ok: true, value: { revisions: { [itemId]: 2 } } })
    const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }))
    const shown = view.ok && view.value.kind === 'open' ? view.value.attempt.items[0] : undefined
    expect(shown).toMatchObject({ itemId, chosen: ['c'], revision: 2 })
  })

  test('of another quiz, of an unknown option or named twice are refused', async () => {
    const { actor, assignmentId } = await sittings.learner('Foreign Ids')
    const attemptId = await sittings.start(actor, assignmentId)
    const [itemId = ''] = await sittings.itemsOf(actor, attemptId)
    for (const draft of [
      { itemId: 'm2-q1', optionIds: ['a'] },
      { itemId, optionIds: ['z'] },
      { itemId, optionIds: ['a', 'a'] },
    ]) {
      const saved = await as(world, actor, (context) =>
        saveAnswers(context, { attemptId, drafts: [{ ...draft, revision: 0 }] }),
      )
      expect(saved).toEqual({ ok: false, refusal: 'answers-foreign' })
    }
  })

  test('count when the hand-in leaves them out', async () => {
    const { actor, assignmentId } = await sittings.learner('Drafts Count')
    const attemptId = await sittings.start(actor, assignmentId)
    const items = await sittings.itemsOf(actor, attemptId)
    const drafts = items.map((itemId) => ({ itemId, optionIds: ['a'], revision: 0 }))
    await as(world, actor, (context) => saveAnswers(context, { attemptId, drafts }))
    expect(await sittings.submit(actor, attemptId, 'a', randomUUID(), [])).toMatchObject({ ok: true })
    const result = await as(world, actor, (context) => viewResult(context, { attemptId }))
    expect(result).toMatchObject({ ok: true, value: { correct: 6, outOf: 6, passed: true } })
  })
})

describe('a submission', () => {
  test('with a question open is refused and leaves the sitting and its drafts as they were', async () => {
    const { actor, assignmentId } = await sittings.learner('Half Done')
    const attemptId = await sittings.start(actor, assignmentId)
    const items = await sittings.itemsOf(actor, attemptId)
    const drafts = [{ itemId: items[0] ?? '', optionIds: ['b'], revision: 0 }]
    await as(world, actor, (context) => saveAnswers(context, { attemptId, drafts }))
    const refused = await sittings.submit(actor, attemptId, 'a', randomUUID(), items.slice(1, 3))
    expect(refused).toEqual({ ok: false, refusal: 'answers-missing' })
    const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }))
    expect(view).toMatchObject({
      value: { kind: 'open', attempt: { items: [{ chosen: ['b'] }, {}, {}, {}, {}, {}] } },
    })
    expect(await sittings.count('submission', { assignmentId })).toBe(0)
  })

  test('repeated with the same key is one submission; with other answers or another key it is refused', async () => {
    const { actor, assignmentId } = await sittings.learner('Clicks Twice')
    const attemptId = await sittings.start(actor, assignmentId)
    const items = await sittings.itemsOf(actor, attemptId)
    const key = randomUUID()
    const twice = await Promise.all([
      sittings.submit(actor, attemptId, 'b', key, items),
      sittings.submit(actor, attemptId, 'b', key, items),
    ])
    expect(twice).toEqual([
      { ok: true, value: { attemptId } },
      { ok: true, value: { attemptId } },
    ])
    expect(await sittings.submit(actor, attemptId, 'c', key, items)).toEqual({
      ok: false,
      refusal: 'submitted-otherwise',
    })
    expect(await sittings.submit(actor, attemptId, 'b', randomUUID(), items)).toEqual({
      ok: false,
      refusal: 'submitted-otherwise',
    })
    expect(await sittings.count('submission', { assignmentId })).toBe(1)
    expect(await sittings.count('answer', { submissionId: attemptId })).toBe(6)
    expect(await sittings.count('score', { submissionId: attemptId })).toBe(1)
  })

  test('of forty at once at limit three leaves exactly three', async () => {
    const { actor, assignmentId } = await sittings.learner('Forty At Once')
    const one = async () => {
      const started = await as(world, actor, (context) =>
        startAttempt(context, { assignmentId, moduleId: 'm1' }),
      )
      if (!started.ok) return started.refusal
      const given = Array.from({ length: 7 }, (_, index) => `m1-q${index + 1}`)
      const { attemptId } = started.value
      const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }))
      const items =
        view.ok && view.value.kind === 'open' ? view.value.attempt.items.map((item) => item.itemId) : given
      const done = await sittings.submit(actor, attemptId, 'b', randomUUID(), items)
      return done.ok ? 'submitted' : done.refusal
    }
    for (let round = 0; round < 4; round += 1) await Promise.all(Array.from({ length: 10 }, one))
    expect(await sittings.count('submission', { assignmentId })).toBe(3)
    const quiz = await as(world, actor, (context) => viewQuiz(context, { assignmentId, moduleId: 'm1' }))
    expect(quiz).toMatchObject({ ok: true, value: { attemptsLeft: 0, openAttemptId: null } })
  })

  test('that misses a must-pass item fails, whatever its score', async () => {
    const { actor, assignmentId } = await sittings.learner('Misses The Critical One')
    const attemptId = await sittings.start(actor, assignmentId)
    const items = await sittings.itemsOf(actor, attemptId)
    const answers = Object.fromEntries(items.map((itemId) => [itemId, [itemId === 'm1-q1' ? 'b' : 'a']]))
    await as(world, actor, (context) =>
      submitAttempt(context, { attemptId, answers, idempotencyKey: randomUUID() }),
    )
    const result = await as(world, actor, (context) => viewResult(context, { attemptId }))
    expect(result).toMatchObject({ value: { correct: 5, outOf: 6, passed: false, mustPassMissed: 1 } })
  })
})

describe('a hand-in from a page that is older than what was saved', () => {
  test('is refused with both answers, until the learner chooses one', async () => {
    const { actor, assignmentId } = await sittings.learner('Two Devices')
    const attemptId = await sittings.start(actor, assignmentId)
    const items = await sittings.itemsOf(actor, attemptId)
    const [first = ''] = items
    const drafts = [{ itemId: first, optionIds: ['c'], revision: 0 }]
    await as(world, actor, (context) => saveAnswers(context, { attemptId, drafts }))
    const answers = Object.fromEntries(items.map((itemId) => [itemId, ['b']]))
    const handIn = (revisions: Record<string, number>, given = answers) =>
      as(world, actor, (context) =>
        submitAttempt(context, { attemptId, answers: given, revisions, idempotencyKey: randomUUID() }),
      )
    expect(await handIn({})).toEqual({ ok: false, refusal: 'answers-changed-elsewhere' })
    expect(await sittings.count('openAttempt', { assignmentId })).toBe(1)
    expect(await handIn({}, { ...answers, [first]: ['c'] })).toMatchObject({ ok: true })
    expect(await sittings.count('answer', { submissionId: attemptId, optionIds: { equals: ['c'] } })).toBe(1)
  })

  test('counts once it shows what was saved, and leaves out what it does not answer', async () => {
    const { actor, assignmentId } = await sittings.learner('Chooses Own')
    const attemptId = await sittings.start(actor, assignmentId)
    const items = await sittings.itemsOf(actor, attemptId)
    const [first = '', second = ''] = items
    const drafts = [first, second].map((itemId) => ({ itemId, optionIds: ['c'], revision: 0 }))
    await as(world, actor, (context) => saveAnswers(context, { attemptId, drafts }))
    const { [second]: _, ...answers } = Object.fromEntries(items.map((itemId) => [itemId, ['b']]))
    const input = { attemptId, answers, revisions: { [first]: 1 }, idempotencyKey: randomUUID() }
    expect(await as(world, actor, (context) => submitAttempt(context, input))).toMatchObject({ ok: true })
    expect(await sittings.count('answer', { submissionId: attemptId, optionIds: { equals: ['c'] } })).toBe(1)
  })
})
