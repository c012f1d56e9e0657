import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import type { RegradeOutcome } from '#lib/domain/assessment/regrade'
import { addDays, instantFrom } from '#lib/domain/calendar'
import type { AssignmentId, AttemptId, PracticeId } from '#lib/domain/ids'
import { previewRegrade, regradeSubmissions } from '#lib/use-cases/authoring/regrade-submissions'
import { viewRegrades } from '#lib/use-cases/authoring/view-regrades'
import { decideRegrade } from '#lib/use-cases/practice/decide-regrade'
import { viewRegrade } from '#lib/use-cases/practice/view-regrade'
import { publishCorrection } from '#tests/support/corrections'
import { managing } from '#tests/support/managing'
import { sittingsIn } from '#tests/support/sittings'
import {
  addMember,
  addPractice,
  as,
  everything,
  noon,
  openWorld,
  today,
  type World,
} from '#tests/support/world'

// In version 1 option "a" is right everywhere; version 2 says that it is "b" in every item. Whoever chose "b" fails and then
// passes; whoever chose "a" passes and then fails.

let world: World
let practiceId: PracticeId
let reviewer: Actor
let manager: Actor
let here: ReturnType<typeof sittingsIn>
type Learner = { readonly actor: Actor; readonly assignmentId: AssignmentId; readonly attemptId: AttemptId }
let wronged: Learner
let favoured: Learner
let elsewhere: { readonly practiceId: PracticeId; readonly manager: Actor; readonly wronged: Learner }

async function sat(sittings: typeof here, name: string, option: string): Promise<Learner> {
  const learner = await sittings.learner(name)
  const attemptId = await sittings.start(learner.actor, learner.assignmentId)
  await sittings.submit(learner.actor, attemptId, option)
  return { ...learner, attemptId }
}

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Alder')
  reviewer = await addMember(world, { name: 'Rita Reviewer', practiceId, can: ['train', 'review'] })
  manager = await addMember(world, { name: 'Max Manager', practiceId, can: ['train', 'manage'] })
  here = sittingsIn(world, practiceId)
  wronged = await sat(here, 'Wanda Wronged', 'b')
  favoured = await sat(here, 'Finn Favoured', 'a')
  const foreign = await addPractice(world, 'Birch')
  const foreignManager = await addMember(world, { name: 'Fritz', practiceId: foreign, can: everything })
  const foreignWronged = await sat(sittingsIn(world, foreign), 'Wilma', 'b')
  elsewhere = { practiceId: foreign, manager: foreignManager, wronged: foreignWronged }
  await publishCorrection(world, 'm1', { right: 'b', items: 7 })
})
afterAll(() => world.end())

const preview = (actor = reviewer) =>
  as(world, actor, (context) => previewRegrade(context, { practiceId, moduleVersionId: 'm1@1' }))
const regrade = (runId: string = randomUUID(), actor = reviewer, of: PracticeId = practiceId) => {
  const input = { practiceId: of, moduleVersionId: 'm1@1', reason: 'The key was wrong.', runId }
  return as(world, actor, (context) => regradeSubmissions(context, input))
}
const decide = (runId: string, submissionId: string, outcome: RegradeOutcome, actor = manager) => {
  const input = { practiceId, runId, submissionId, outcome, reason: 'Agreed with the reviewer.' }
  return as(world, actor, (context) => decideRegrade(context, input), instantFrom('2026-03-12T17:00:00Z'))
}
const inPractice = <Value>(work: Parameters<ReturnType<typeof managing>['inPractice']>[0]) =>
  managing(world, manager, practiceId).inPractice(work) as Promise<Value>
const scores = () => inPractice((tx) => tx.score.findMany({ orderBy: { submissionId: 'asc' } }))
const submissions = () => inPractice((tx) => tx.submission.findMany({ orderBy: { id: 'asc' } }))

describe('a regrade', () => {
  let runId: string
  let before: unknown

  beforeAll(async () => {
    before = [await scores(), await submissions()]
  })

  test('is shown before it is done, in numbers that point at nobody', async () => {
    const shown = await preview()
    expect(shown.ok && shown.value).toMatchObject({ nowPass: null, noLongerPass: null })
    expect(shown.ok && shown.value.correction).toMatchObject({ toVersionId: 'm1@2', isWaiting: true })
    expect(JSON.stringify(shown)).not.toMatch(/Wanda|Finn|correctOptionIds/)
    expect(await inPractice((tx) => tx.regradeRun.count())).toBe(0)
  })

  test('is for whoever reviews, and for the own practice', async () => {
    expect(await preview(manager)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await regrade(randomUUID(), manager)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await regrade(randomUUID(), elsewhere.manager)).toEqual({ ok: false, refusal: 'not-found' })
  })

  test('of twelve at once scores each submission once, and the same form twice is one run', async () => {
    const own = randomUUID()
    const ids = [own, own, ...Array.from({ length: 10 }, () => randomUUID())]
    const results = await Promise.all(ids.map((id) => regrade(id)))
    const runs = await inPractice<{ id: string }[]>((tx) => tx.regradeRun.findMany())
    expect(runs).toHaveLength(1)
    runId = runs[0]?.id ?? ''
    expect(await inPractice((tx) => tx.regradeScore.count())).toBe(2)
    const done = results.filter(({ ok }) => ok).length
    expect(done).toBe(runId === own ? 2 : 1)
    expect(await regrade(runId)).toEqual({ ok: true, value: null })
    expect(await regrade()).toEqual({ ok: false, refusal: 'nothing-to-regrade' })
  })

  test('writes old and new score beside each other and leaves submissions and scores as they are', async () => {
    const rows = await inPractice<{ submissionId: string }[]>((tx) => tx.regradeScore.findMany())
    const of = ({ attemptId }: Learner) => rows.find(({ submissionId }) => submissionId === attemptId)
    expect(of(wronged)).toMatchObject({ oldCorrect: 0, oldPassed: false, correct: 6, passed: true })
    expect(of(favoured)).toMatchObject({ oldCorrect: 6, oldPassed: true, correct: 0, passed: false })
    expect([await scores(), await submissions()]).toEqual(before)
  })

  test('gives and takes nothing by itself', async () => {
    const done = await inPractice<{ staffMemberId: string }[]>((tx) => tx.moduleCompletion.findMany())
    expect(done.map(({ staffMemberId }) => staffMemberId)).toEqual([
      favoured.actor.memberships[0]?.staffMemberId,
    ])
  })

  test('is in the audit chain with its reason in the row, and concerns no other practice', async () => {
    expect(await managing(world, manager, practiceId).auditKinds()).toContain('submissions-regraded')
    const there = managing(world, elsewhere.manager, elsewhere.practiceId)
    expect(await there.inPractice((tx) => tx.regradeRun.count())).toBe(0)
    expect(await there.inPractice((tx) => tx.regradeScore.count())).toBe(0)
  })

  test('lists for managers whom it affects: pass before and after and the day, no answers and no scores', async () => {
    const view = await as(world, manager, (context) => viewRegrade(context, { practiceId, runId }))
    expect(view.ok && view.value.people).toMatchObject([
      { name: 'Finn Favoured', passedBefore: true, passesNow: false, isCompleted: true, submittedOn: today },
      { name: 'Wanda Wronged', passedBefore: false, passesNow: true, isCompleted: false, submittedOn: today },
    ])
    expect(JSON.stringify(view)).not.toMatch(/correct|optionIds|missed|outOf/i)
    const lines = await as(world, reviewer, (context) => viewRegrades(context, { practiceId }))
    expect(lines.ok && lines.value.runs).toMatchObject([{ id: runId, isUndecided: true, items: 7 }])
    expect(lines.ok && lines.value.corrections).toMatchObject([{ fromVersionId: 'm1@1', isWaiting: false }])
    for (const actor of [reviewer, elsewhere.manager]) {
      const refused = await as(world, actor, (context) => viewRegrade(context, { practiceId, runId }))
      expect(refused).toEqual({ ok: false, refusal: 'not-found' })
    }
  })

  test('a decision must fit the change, and comes from a manager of the practice', async () => {
    expect(await decide(runId, wronged.attemptId, 'pass-stands')).toMatchObject({ refusal: 'decision-unfit' })
    expect(await decide(runId, favoured.attemptId, 'completion-given')).toMatchObject({
      refusal: 'decision-unfit',
    })
    for (const actor of [reviewer, elsewhere.manager]) {
      expect(await decide(runId, wronged.attemptId, 'completion-given', actor)).toMatchObject({
        refusal: 'not-found',
      })
    }
    expect(await decide(runId, elsewhere.wronged.attemptId, 'completion-given')).toMatchObject({
      refusal: 'not-found',
    })
  })

  test('a fail that becomes a pass earns the module once a manager confirms, once, and closes an open sitting', async () => {
    await here.start(wronged.actor, wronged.assignmentId)
    const tries = Array.from({ length: 6 }, () => decide(runId, wronged.attemptId, 'completion-given'))
    const results = await Promise.all(tries)
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.refusal === 'decided-already')).toHaveLength(5)
    const staffMemberId = wronged.actor.memberships[0]?.staffMemberId ?? ''
    const [row] = await inPractice<object[]>((tx) =>
      tx.moduleCompletion.findMany({ where: { staffMemberId } }),
    )
    expect(row).toMatchObject({ moduleId: 'm1', moduleVersionId: 'm1@1', cycle: 1 })
    const facts = await managing(world, manager, practiceId).facts(staffMemberId)
    expect(facts.at(-1)).toMatchObject({ kind: 'part-completed', on: addDays(today, 2) })
    expect(await here.count('openAttempt', { staffMemberId })).toBe(0)
    expect(await managing(world, manager, practiceId).auditKinds()).toContain('regrade-decided')
  })

  test('with the other module the track closes by the normal path, with a certificate', async () => {
    const attemptId = await here.start(wronged.actor, wronged.assignmentId, 'm2')
    await here.submit(wronged.actor, attemptId, 'a')
    const staffMemberId = wronged.actor.memberships[0]?.staffMemberId ?? ''
    expect(await here.count('certificate', { staffMemberId })).toBe(1)
  })

  test('a pass that becomes a fail keeps its completion, whatever is decided', async () => {
    expect(await decide(runId, favoured.attemptId, 'pass-stands')).toEqual({ ok: true, value: null })
    const staffMemberId = favoured.actor.memberships[0]?.staffMemberId ?? ''
    expect(await inPractice((tx) => tx.moduleCompletion.count({ where: { staffMemberId } }))).toBe(1)
    const lines = await as(world, reviewer, (context) => viewRegrades(context, { practiceId }))
    expect(lines.ok && lines.value.runs).toMatchObject([{ isUndecided: false }])
  })
})

test('a fail that becomes a pass with the last module of the track earns its holder the certificate, in their name', async () => {
  const learner = await here.learner('Lea Last')
  const second = await here.start(learner.actor, learner.assignmentId, 'm2')
  await here.submit(learner.actor, second, 'a')
  const attemptId = await here.start(learner.actor, learner.assignmentId)
  await here.submit(learner.actor, attemptId, 'b')
  const runId = randomUUID()
  expect(await regrade(runId)).toEqual({ ok: true, value: null })
  expect(await decide(runId, attemptId, 'completion-given')).toEqual({ ok: true, value: null })
  const staffMemberId = learner.actor.memberships[0]?.staffMemberId ?? ''
  const [certificate] = await inPractice<object[]>((tx) =>
    tx.certificate.findMany({ where: { staffMemberId } }),
  )
  expect(certificate).toMatchObject({ printedName: 'Lea Last', personId: learner.actor.personId, cycle: 1 })
  expect(await inPractice((tx) => tx.cycle.count({ where: { assignmentId: learner.assignmentId } }))).toBe(2)
})

test('whoever completed the module meanwhile gets nothing twice', async () => {
  const learner = await sat(here, 'Mia Meanwhile', 'b')
  const next = await here.start(learner.actor, learner.assignmentId)
  await here.submit(learner.actor, next, 'a')
  const runId = randomUUID()
  await regrade(runId)
  expect(await decide(runId, learner.attemptId, 'completion-given')).toMatchObject({
    refusal: 'completed-already',
  })
  expect(await decide(runId, learner.attemptId, 'fail-stands')).toEqual({ ok: true, value: null })
})

test('a key that is another because the situation before the question is another corrects nothing', async () => {
  const learner = await here.learner('Sam Situation')
  const attemptId = await here.start(learner.actor, learner.assignmentId, 'm2')
  await here.submit(learner.actor, attemptId, 'a')
  await publishCorrection(world, 'm2', { right: 'b', items: 7, situation: 'A man of thirty comes alone.' })
  const shown = await as(world, reviewer, (context) =>
    previewRegrade(context, { practiceId, moduleVersionId: 'm2@1' }),
  )
  expect(shown.ok && shown.value.correction).toBeNull()
})

test('neither a run nor its scores nor a decision can be changed or taken away', async () => {
  for (const table of ['regradeRun', 'regradeScore', 'regradeDecision', 'statisticsSharing'] as const) {
    const remove = inPractice((tx) => (tx[table] as { deleteMany(): Promise<unknown> }).deleteMany())
    await expect(remove).rejects.toThrow(/permission denied/)
    const data = table === 'regradeScore' ? { passed: true } : { recordedAt: new Date(noon) }
    const update = inPractice((tx) =>
      (tx[table] as unknown as { updateMany(query: object): Promise<unknown> }).updateMany({
        data: table === 'regradeDecision' ? { reason: 'Other' } : data,
      }),
    )
    await expect(update).rejects.toThrow(/permission denied/)
  }
})
