import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import { regradeSubmissions } from '#lib/use-cases/authoring/regrade-submissions'
import { decideRegrade } from '#lib/use-cases/practice/decide-regrade'
import { grantAttempts } from '#lib/use-cases/practice/grant-attempts'
import { revokeCertificate } from '#lib/use-cases/practice/revoke-certificate'
import { viewQuiz } from '#lib/use-cases/training/view-quiz'
import { viewResult } from '#lib/use-cases/training/view-result'
import { publishCorrection } from '#tests/support/corrections'
import { learningIn } from '#tests/support/learning'
import { administered } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { sittingsIn } from '#tests/support/sittings'
import { as, noon, openWorld, today, type World } from '#tests/support/world'

type Practice = Awaited<ReturnType<typeof administered>>

let world: World
/** One shows right answers after a pass or the last attempt; the other, at the same time, never. */
let open: Practice
let shut: Practice
beforeAll(async () => {
  world = await openWorld()
  open = await administered(world)
  shut = await administered(world)
  await open.here.require({ attemptLimit: 2, assessment: { keysShown: 'after-pass-or-last' } })
  await shut.here.require({ attemptLimit: 2 })
})
afterAll(() => world.end())

const learner = ({ practiceId }: Practice, name: string) => sittingsIn(world, practiceId).learner(name)

async function sit(
  practice: Practice,
  actor: Actor,
  assignmentId: AssignmentId,
  option: string,
  moduleId = 'm1',
) {
  const sittings = sittingsIn(world, practice.practiceId)
  const attemptId = await sittings.start(actor, assignmentId, moduleId)
  await sittings.submit(actor, attemptId, option)
  return attemptId
}

async function result(actor: Actor, attemptId: AttemptId) {
  const view = await as(world, actor, (context) => viewResult(context, { attemptId }))
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

describe('right answers', () => {
  test('are in no result where the policy shows none, but for the right step of a safety point', async () => {
    const { actor, assignmentId } = await learner(shut, 'Nora Never')
    const failed = await sit(shut, actor, assignmentId, 'b')
    const view = await result(actor, failed)
    expect(view).toMatchObject({ answers: null, mustPassMissed: 1 })
    expect(view.safetyPoints).toMatchObject([
      { itemId: 'm1-q1', stem: 'Question 1', right: [{ of: null, text: 'Option a', why: 'Right.' }] },
    ])
    expect(view.leads).toEqual([shut.administrator.memberships[0]?.name])
    // Of the other questions nothing, and of this one nothing but that.
    expect(JSON.stringify(view)).not.toMatch(
      /Question [2-7]|Wrong\.|Option [b-d]|correctOptionIds|rationales/,
    )
    const passed = await sit(shut, actor, assignmentId, 'a')
    expect(JSON.stringify(await result(actor, passed))).not.toMatch(/Question \d|Right\.|Wrong\.|Option/)
  })

  test('are shown after the last attempt, and kept back again once another is allowed', async () => {
    const { actor, assignmentId } = await learner(open, 'Lara Last')
    const first = await sit(open, actor, assignmentId, 'b')
    expect((await result(actor, first)).answers).toBeNull()
    const last = await sit(open, actor, assignmentId, 'b')
    const { answers } = await result(actor, last)
    expect(answers).toHaveLength(6)
    expect(answers?.[0]).toMatchObject({ place: 1, isRight: false, answer: { kind: 'choice' } })
    const right = { isRight: true, isChosen: false, why: 'Right.' }
    expect(answers?.[0]?.answer).toMatchObject({
      options: expect.arrayContaining([expect.objectContaining({ id: 'a', ...right })]),
    })
    expect((await result(actor, first)).answers).toHaveLength(6)
    const { practiceId, administrator } = open
    const grant = {
      practiceId,
      staffMemberId: postAt(actor).staffMemberId,
      moduleId: 'm1',
      idempotencyKey: randomUUID(),
    }
    await as(world, administrator, (context) => grantAttempts(context, grant))
    expect((await result(actor, last)).answers).toBeNull()
    expect((await result(actor, first)).answers).toBeNull()
  })

  test('are shown after a pass, of an attempt before it too, and never to anybody else', async () => {
    const { actor, assignmentId } = await learner(open, 'Pia Pass')
    const failed = await sit(open, actor, assignmentId, 'b')
    const passed = await sit(open, actor, assignmentId, 'a')
    for (const attemptId of [failed, passed]) expect((await result(actor, attemptId)).answers).toHaveLength(6)
    for (const other of [open.administrator, shut.administrator]) {
      const view = await as(world, other, (context) => viewResult(context, { attemptId: passed }))
      expect(view).toEqual({ ok: false, refusal: 'not-found' })
    }
  })

  test('are shown after the pass that completes the track too, until something of the next turn is begun', async () => {
    const { actor, assignmentId } = await learner(open, 'Ela Every')
    const first = await sit(open, actor, assignmentId, 'a', 'm2')
    const last = await sit(open, actor, assignmentId, 'a')
    expect(await result(actor, last)).toMatchObject({ certificateId: expect.any(String) })
    for (const attemptId of [first, last]) expect((await result(actor, attemptId)).answers).toHaveLength(6)
    await learningIn(world).read(actor, assignmentId, 'm1')
    for (const attemptId of [first, last]) expect((await result(actor, attemptId)).answers).toBeNull()
  })

  test('are kept back while one of several policies that ask shows none', async () => {
    const both = await administered(world)
    await both.here.require({ assessment: { keysShown: 'after-pass-or-last' } })
    const { actor, assignmentId } = await learner(both, 'Bo Both')
    const passed = await sit(both, actor, assignmentId, 'a')
    expect((await result(actor, passed)).answers).toHaveLength(6)
    await both.here.require()
    expect((await result(actor, passed)).answers).toBeNull()
  })
})

describe('an attempt that is scored again', () => {
  let corrected: World
  let practice: Practice
  beforeAll(async () => {
    corrected = await openWorld()
    practice = await administered(corrected)
    await practice.here.require({ assessment: { keysShown: 'after-pass-or-last' } })
  })
  afterAll(() => corrected.end())

  test('says both scores, the day and the decision, the certificate that came and that it went, by the key that is right', async () => {
    const { practiceId, administrator } = practice
    const sittings = sittingsIn(corrected, practiceId)
    const { actor, assignmentId } = await sittings.learner('Wanda Wronged')
    const submit = async (moduleId: string, option: string) => {
      const attemptId = await sittings.start(actor, assignmentId, moduleId)
      await sittings.submit(actor, attemptId, option)
      return attemptId
    }
    await submit('m2', 'a')
    const attemptId = await submit('m1', 'b')
    await publishCorrection(corrected, 'm1', { right: 'b', items: 7 })
    const look = async () => {
      const view = await as(corrected, actor, (context) => viewResult(context, { attemptId }))
      if (!view.ok) throw new Error(view.refusal)
      return view.value
    }
    const again = async () => {
      const quiz = await as(corrected, actor, (context) =>
        viewQuiz(context, { assignmentId, moduleId: 'm1' }),
      )
      return quiz.ok ? quiz.value.scoredAgain : undefined
    }
    // Nobody is told a right step that is known to be wrong, even before anything is scored again.
    expect(await look()).toMatchObject({
      correct: 0,
      scoredAgain: [],
      safetyPoints: [{ right: [{ text: 'Option b' }] }],
    })
    expect(await again()).toBeNull()

    const runId = randomUUID()
    const run = { practiceId, moduleVersionId: 'm1@1', reason: 'A key was wrong.', runId }
    await as(corrected, administrator, (context) => regradeSubmissions(context, run))
    const change = { runId, on: today, items: 6, oldCorrect: 0, oldPassed: false, correct: 6, passed: true }
    expect(await look()).toMatchObject({
      correct: 6,
      passed: false,
      mustPassMissed: 0,
      safetyPoints: [],
      certificateId: null,
      scoredAgain: [{ ...change, decision: null }],
    })
    expect(await again()).toEqual({ submissionId: attemptId, on: today })

    const deed = {
      practiceId,
      runId,
      submissionId: attemptId,
      outcome: 'completion-given',
      reason: 'Agreed.',
    } as const
    expect(await as(corrected, administrator, (context) => decideRegrade(context, deed), noon)).toMatchObject(
      { ok: true },
    )
    const decided = await look()
    expect(decided).toMatchObject({
      passed: true,
      isCompleted: true,
      certificateId: expect.any(String),
      revokedCertificate: null,
      scoredAgain: [{ ...change, decision: { outcome: 'completion-given', on: today } }],
    })
    // What a manager wrote about it is not the learner's to read.
    expect(JSON.stringify(decided)).not.toMatch(/Agreed|A key was wrong/)

    const { certificateId } = decided
    const revocation = { practiceId, certificateId: certificateId ?? '', reason: 'Issued by mistake.' }
    await as(corrected, administrator, (context) => revokeCertificate(context, revocation))
    expect(await look()).toMatchObject({ revokedCertificate: { id: certificateId, on: today } })
  })
})
