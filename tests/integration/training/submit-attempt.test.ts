import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chainStart, verifyChain } from '#lib/audit/hash-chain'
import { verifyRecord } from '#lib/audit/sign-record'
import { publicKeySet, readSigningKey } from '#lib/audit/signing-key'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { instantFrom } from '#lib/domain/calendar'
import type { AssignmentId, AttemptId, PracticeId } from '#lib/domain/ids'
import { saveAnswers } from '#lib/use-cases/training/save-answers'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAttempt } from '#lib/use-cases/training/view-attempt'
import { viewQuiz } from '#lib/use-cases/training/view-quiz'
import { viewResult } from '#lib/use-cases/training/view-result'
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

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  nadia = await addMember(world, { name: 'Nadia Rahman', practiceId })
})
afterAll(() => world.end())

/** A fresh learner with every lesson read. */
async function learner(name: string): Promise<{ actor: Actor; assignmentId: AssignmentId }> {
  const actor = await addMember(world, { name, practiceId })
  return { actor, assignmentId: await assignWithLessonsRead(world, actor) }
}

async function start(actor: Actor, assignmentId: AssignmentId, moduleId = 'm1'): Promise<AttemptId> {
  const started = await as(world, actor, (context) => startAttempt(context, { assignmentId, moduleId }))
  if (!started.ok) throw new Error(started.refusal)
  return started.value.attemptId
}

async function itemsOf(actor: Actor, attemptId: AttemptId): Promise<string[]> {
  const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }))
  if (!view.ok || view.value.kind !== 'open') throw new Error('the sitting is open')
  return view.value.attempt.items.map((item) => item.itemId)
}

async function submit(
  actor: Actor,
  attemptId: AttemptId,
  option: string,
  idempotencyKey: string = randomUUID(),
  given?: readonly string[],
) {
  const items = given ?? (await itemsOf(actor, attemptId))
  const answers = Object.fromEntries(items.map((itemId) => [itemId, [option]]))
  return as(world, actor, (context) => submitAttempt(context, { attemptId, answers, idempotencyKey }))
}

/** Counts rows of the practice as the application sees them. */
async function count(
  sql: 'submission' | 'answer' | 'score' | 'certificate' | 'openAttempt',
  where: object,
): Promise<number> {
  return inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    return (tx[sql] as { count(query: object): Promise<number> }).count({ where })
  })
}

describe('a sitting', () => {
  test('is one for a quiz and cycle, however often and at once it is started', async () => {
    const { actor, assignmentId } = await learner('Start Often')
    const starts = await Promise.all(Array.from({ length: 12 }, () => start(actor, assignmentId)))
    expect(new Set(starts).size).toBe(1)
    expect(await count('openAttempt', { assignmentId })).toBe(1)
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
    const { actor, assignmentId } = await learner('Own Sitting')
    const attemptId = await start(actor, assignmentId)
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
    expect(await submit(stranger, attemptId, 'a', randomUUID(), ['m1-q1'])).toEqual({
      ok: false,
      refusal: 'not-found',
    })
  })

  test('shows no key in its view', async () => {
    const { actor, assignmentId } = await learner('No Key')
    const attemptId = await start(actor, assignmentId)
    const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }))
    expect(JSON.stringify(view)).not.toMatch(/correct|rationale|mustPass|Right\.|Wrong\./i)
  })
})

describe('saved answers', () => {
  test('come back in the view, and an older page cannot overwrite them', async () => {
    const { actor, assignmentId } = await learner('Saves Twice')
    const attemptId = await start(actor, assignmentId)
    const [itemId = ''] = await itemsOf(actor, attemptId)
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
    const { actor, assignmentId } = await learner('Foreign Ids')
    const attemptId = await start(actor, assignmentId)
    const [itemId = ''] = await itemsOf(actor, attemptId)
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
    const { actor, assignmentId } = await learner('Drafts Count')
    const attemptId = await start(actor, assignmentId)
    const items = await itemsOf(actor, attemptId)
    const drafts = items.map((itemId) => ({ itemId, optionIds: ['a'], revision: 0 }))
    await as(world, actor, (context) => saveAnswers(context, { attemptId, drafts }))
    expect(await submit(actor, attemptId, 'a', randomUUID(), [])).toMatchObject({ ok: true })
    const result = await as(world, actor, (context) => viewResult(context, { attemptId }))
    expect(result).toMatchObject({ ok: true, value: { correct: 6, outOf: 6, passed: true } })
  })
})

describe('a submission', () => {
  test('with a question open is refused and leaves the sitting and its drafts as they were', async () => {
    const { actor, assignmentId } = await learner('Half Done')
    const attemptId = await start(actor, assignmentId)
    const items = await itemsOf(actor, attemptId)
    const drafts = [{ itemId: items[0] ?? '', optionIds: ['b'], revision: 0 }]
    await as(world, actor, (context) => saveAnswers(context, { attemptId, drafts }))
    const refused = await submit(actor, attemptId, 'a', randomUUID(), items.slice(1, 3))
    expect(refused).toEqual({ ok: false, refusal: 'answers-missing' })
    const view = await as(world, actor, (context) => viewAttempt(context, { attemptId }))
    expect(view).toMatchObject({
      value: { kind: 'open', attempt: { items: [{ chosen: ['b'] }, {}, {}, {}, {}, {}] } },
    })
    expect(await count('submission', { assignmentId })).toBe(0)
  })

  test('repeated with the same key is one submission; with other answers or another key it is refused', async () => {
    const { actor, assignmentId } = await learner('Clicks Twice')
    const attemptId = await start(actor, assignmentId)
    const items = await itemsOf(actor, attemptId)
    const key = randomUUID()
    const twice = await Promise.all([
      submit(actor, attemptId, 'b', key, items),
      submit(actor, attemptId, 'b', key, items),
    ])
    expect(twice).toEqual([
      { ok: true, value: { attemptId } },
      { ok: true, value: { attemptId } },
    ])
    expect(await submit(actor, attemptId, 'c', key, items)).toEqual({
      ok: false,
      refusal: 'submitted-otherwise',
    })
    expect(await submit(actor, attemptId, 'b', randomUUID(), items)).toEqual({
      ok: false,
      refusal: 'submitted-otherwise',
    })
    expect(await count('submission', { assignmentId })).toBe(1)
    expect(await count('answer', { submissionId: attemptId })).toBe(6)
    expect(await count('score', { submissionId: attemptId })).toBe(1)
  })

  test('of forty at once at limit three leaves exactly three', async () => {
    const { actor, assignmentId } = await learner('Forty At Once')
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
      const done = await submit(actor, attemptId, 'b', randomUUID(), items)
      return done.ok ? 'submitted' : done.refusal
    }
    for (let round = 0; round < 4; round += 1) await Promise.all(Array.from({ length: 10 }, one))
    expect(await count('submission', { assignmentId })).toBe(3)
    const quiz = await as(world, actor, (context) => viewQuiz(context, { assignmentId, moduleId: 'm1' }))
    expect(quiz).toMatchObject({ ok: true, value: { attemptsLeft: 0, openAttemptId: null } })
  })

  test('that misses a must-pass item fails, whatever its score', async () => {
    const { actor, assignmentId } = await learner('Misses The Critical One')
    const attemptId = await start(actor, assignmentId)
    const items = await itemsOf(actor, attemptId)
    const answers = Object.fromEntries(items.map((itemId) => [itemId, [itemId === 'm1-q1' ? 'b' : 'a']]))
    await as(world, actor, (context) =>
      submitAttempt(context, { attemptId, answers, idempotencyKey: randomUUID() }),
    )
    const result = await as(world, actor, (context) => viewResult(context, { attemptId }))
    expect(result).toMatchObject({ value: { correct: 5, outOf: 6, passed: false, mustPassMissed: 1 } })
  })
})

describe('the last module of a track', () => {
  test('completes it: one signed certificate, the next cycle, evidence and an unbroken audit chain', async () => {
    const { actor, assignmentId } = await learner('Łukasz Ñuñez')
    await submit(actor, await start(actor, assignmentId, 'm1'), 'a')
    expect(await count('certificate', { assignmentId })).toBe(0)
    const attemptId = await start(actor, assignmentId, 'm2')
    await submit(actor, attemptId, 'a')
    const result = await as(world, actor, (context) => viewResult(context, { attemptId }))
    expect(result).toMatchObject({ ok: true, value: { passed: true, certificateId: expect.any(String) } })
    const stored = await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      const [staffMember] = actor.memberships
      return {
        certificates: await tx.certificate.findMany({ where: { assignmentId } }),
        cycles: await tx.cycle.findMany({ where: { assignmentId }, orderBy: { number: 'asc' } }),
        kinds: await tx.evidenceEvent.findMany({
          where: { staffMemberId: staffMember?.staffMemberId ?? '', trackId: 'basics' },
          orderBy: [{ recordedAt: 'asc' }, { kind: 'asc' }],
        }),
      }
    })
    expect(stored.cycles.map((cycle) => cycle.number)).toEqual([1, 2])
    expect(stored.kinds.map((event) => event.kind).sort()).toEqual([
      'completed',
      'part-completed',
      'part-completed',
    ])
    expect(stored.certificates).toHaveLength(1)
    const [certificate] = stored.certificates
    const keys = publicKeySet(await readSigningKey(world.settings.certificateKeyFile))
    const signed = await verifyRecord('certificate', certificate?.signature ?? '', keys)
    expect(signed).toMatchObject({
      ok: true,
      value: {
        number: certificate?.number,
        printedName: 'Łukasz Ñuñez',
        completedOn: '2026-03-10',
        trackTitle: 'Basics',
      },
    })
  })

  test('submitted on two devices at once with the one before it earns exactly one certificate', async () => {
    const { actor, assignmentId } = await learner('Two Devices')
    const [first, second] = [await start(actor, assignmentId, 'm1'), await start(actor, assignmentId, 'm2')]
    const both = await Promise.all([submit(actor, first, 'a'), submit(actor, second, 'a')])
    expect(both.every((result) => result.ok)).toBe(true)
    expect(await count('certificate', { assignmentId })).toBe(1)
  })

  test('counts on the practice’s calendar: half past eleven at night in Chicago is still that day', async () => {
    const { actor, assignmentId } = await learner('Night Shift')
    const late = instantFrom('2026-04-01T04:30:00Z')
    for (const moduleId of ['m1', 'm2']) {
      const attemptId = await start(actor, assignmentId, moduleId)
      const answers = Object.fromEntries((await itemsOf(actor, attemptId)).map((itemId) => [itemId, ['a']]))
      const input = { attemptId, answers, idempotencyKey: randomUUID() }
      await as(world, actor, (context) => submitAttempt(context, input), late)
    }
    const completedOn = await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      return (await tx.certificate.findFirst({ where: { assignmentId } }))?.completedOn
    })
    expect(completedOn?.toISOString().slice(0, 10)).toBe('2026-03-31')
  })
})

test('the practice’s audit chain is whole after all of this', async () => {
  const entries = await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const rows = await tx.auditEntry.findMany({ where: { practiceId }, orderBy: { sequence: 'asc' } })
    return rows.map((row) => ({
      practiceId,
      sequence: row.sequence,
      recordedAt: instantFrom(row.recordedAt.toISOString()),
      actorPersonId: row.actorPersonId as Actor['personId'] | null,
      event: JSON.parse(row.payload),
      previousHash: row.previousHash,
      hash: row.hash,
    }))
  })
  expect(entries.length).toBeGreaterThan(10)
  expect(verifyChain(entries, chainStart(practiceId))).toMatchObject({
    ok: true,
    value: { sequence: entries.length },
  })
})
