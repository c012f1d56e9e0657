import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { insertModuleVersion, insertTrackVersion } from '#lib/data/library'
import type { Actor } from '#lib/domain/access/actor'
import { type Instant, instantFrom, localDateFrom } from '#lib/domain/calendar'
import { assessmentTermsFrom } from '#lib/domain/compliance/assessment-terms'
import type { AssignmentId, FormId, ModuleVersionId } from '#lib/domain/ids'
import { skipShownLessons } from '#lib/use-cases/forms/skip-shown-lessons'
import { retireRequirement } from '#lib/use-cases/practice/retire-requirement'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { viewLesson } from '#lib/use-cases/training/view-lesson'
import { viewMyTraining } from '#lib/use-cases/training/view-my-training'
import { viewQuiz } from '#lib/use-cases/training/view-quiz'
import { answeringIn, publishMeasured } from '#tests/support/answering'
import { learningIn } from '#tests/support/learning'
import { administered, yearly } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { addMember, as, moduleVersion, noon, openWorld, today, type World } from '#tests/support/world'

// What was answered and skipped before a training counts in the turn in which it was done, and only as what asks today allows.

let world: World
beforeAll(async () => {
  world = await openWorld()
  await publishMeasured(world)
})
afterAll(() => world.end())

type Practice = Awaited<ReturnType<typeof administered>>

const forms = () => answeringIn(world)
const learning = () => learningIn(world)
const at = (day: string): Instant => instantFrom(`${day}T17:00:00Z`)

async function practiceThat(testOut: boolean): Promise<Practice & { requirementId: string }> {
  const own = await administered(world)
  const requirementId = await own.here.require(asking(testOut))
  return { ...own, requirementId }
}

const asking = (testOut: boolean) => {
  return { ...yearly, trackId: 'measured', assessment: assessmentTermsFrom({ testOut }) }
}

/** Somebody who answered everything rightly before the training, and skipped the second of its two lessons for it. */
async function skipper({ practiceId }: Practice, name: string) {
  const { actor, assignmentId, of } = await forms().learner(name, practiceId)
  const formId = await forms().begun(actor, of('before'))
  await forms().answerAll(actor, formId, 'aaa')
  const done = await skip(actor, formId)
  if (!done.ok) throw new Error(done.refusal)
  return { actor, assignmentId, of, formId }
}

const skip = (actor: Actor, formId: FormId) =>
  as(world, actor, (context) => skipShownLessons(context, { formId }))

async function read(actor: Actor, assignmentId: AssignmentId, lessonId: string, cycle = 1, when = noon) {
  const lesson = { assignmentId, moduleId: 'f1', lessonId, moduleVersionId: 'f1@1' as ModuleVersionId }
  const done = await as(
    world,
    actor,
    (context) => recordReading(context, { ...lesson, cycle, place: null, isFinished: true }),
    when,
  )
  if (!done.ok) throw new Error(done.refusal)
  return done.value
}

/** The state of the second lesson on every page that tells it, and how many the quiz waits for. */
async function told(actor: Actor, assignmentId: AssignmentId, when: Instant = noon) {
  const place = { assignmentId, moduleId: 'f1' }
  const page = await as(world, actor, (context) => viewLesson(context, { ...place, lessonId: 'f1-l2' }), when)
  const quiz = await as(world, actor, (context) => viewQuiz(context, place), when)
  const list = await as(world, actor, viewMyTraining, when)
  const training = await as(world, actor, (context) => viewAssignment(context, { assignmentId }), when)
  if (!page.ok || !quiz.ok || !list.ok || !training.ok) throw new Error('it is the reader’s own')
  const item = list.value.items.find((each) => each.assignmentId === assignmentId)
  const { progress } = training.value
  const states = [page.value.lesson, progress.modules[0]?.lessons[1], item?.progress.modules[0]?.lessons[1]]
  return {
    states: [...new Set(states.map((each) => each?.state))],
    lessonsLeft: quiz.value.lessonsLeft,
    form: progress.form?.moment ?? null,
  }
}

test('a skipped lesson is to be read while a later requirement allows no skipping, and skipped again after it', async () => {
  const own = await practiceThat(true)
  const { actor, assignmentId } = await skipper(own, 'Sia Skips')
  expect(await told(actor, assignmentId)).toMatchObject({ states: ['skipped'], lessonsLeft: 1 })
  const requirementId = await own.here.require(asking(false))
  expect(await told(actor, assignmentId)).toMatchObject({ states: ['unread'], lessonsLeft: 2 })
  expect(await read(actor, assignmentId, 'f1-l1')).toEqual({ kind: 'lesson', lessonId: 'f1-l2' })
  expect(await learning().start(actor, assignmentId, 'f1')).toEqual({
    ok: false,
    refusal: 'lessons-unfinished',
  })
  const { practiceId, administrator } = own
  const retired = await as(world, administrator, (context) =>
    retireRequirement(context, { practiceId, requirementId, retiredOn: today, reason: 'Not needed.' }),
  )
  expect(retired).toMatchObject({ ok: true })
  expect(await told(actor, assignmentId)).toMatchObject({ states: ['skipped'], lessonsLeft: 0 })
  expect(await learning().start(actor, assignmentId, 'f1')).toMatchObject({ ok: true })
})

test('what was answered and skipped, and no more, belongs to the turn in which it was done', async () => {
  const own = await practiceThat(true)
  const { actor, assignmentId, of } = await skipper(own, 'Tia Turns')
  const { staffMemberId } = postAt(actor)
  const accepted = {
    id: randomUUID(),
    staffMemberId,
    trackId: 'measured',
    kind: 'external-accepted',
    effectiveOn: localDateFrom('2026-03-20'),
    details: { provider: 'Elsewhere', validThrough: '2027-03-20' },
  }
  await own.here.inPractice((tx) =>
    insertEvidence(tx, own.practiceId, actor.personId, [accepted], at('2026-03-20')),
  )
  const renewal = at('2027-02-20')
  expect(await told(actor, assignmentId, renewal)).toEqual({
    states: ['unread'],
    lessonsLeft: 2,
    form: 'before',
  })
  // Left out in one turn, it is asked again in the next.
  expect(await forms().skip(actor, of('before'), renewal)).toMatchObject({ ok: true })
  expect((await told(actor, assignmentId, renewal)).form).toBeNull()
  const again = { ...accepted, id: randomUUID(), effectiveOn: localDateFrom('2027-03-01') }
  again.details = { provider: 'Elsewhere', validThrough: '2028-03-20' }
  await own.here.inPractice((tx) =>
    insertEvidence(tx, own.practiceId, actor.personId, [again], at('2027-03-01')),
  )
  expect((await told(actor, assignmentId, at('2028-02-20'))).form).toBe('before')
})

test('the form before a training cannot be begun once the training is completed, until it is owed again', async () => {
  const own = await practiceThat(false)
  const { actor, assignmentId, of } = await forms().learner('Cora Completes', own.practiceId)
  for (const lessonId of ['f1-l1', 'f1-l2']) await read(actor, assignmentId, lessonId)
  const attemptId = await learning().opened(actor, assignmentId, 'f1')
  expect(await learning().handIn(actor, attemptId, 'a')).toMatchObject({ ok: true })
  expect((await told(actor, assignmentId)).form).toBe('after')
  expect(await forms().start(actor, of('before'))).toEqual({ ok: false, refusal: 'not-found' })
  expect(await forms().skip(actor, of('before'))).toEqual({ ok: false, refusal: 'not-found' })
  expect(await forms().offer(actor, of('before'))).toEqual({ ok: false, refusal: 'not-found' })
  await forms().skip(actor, of('after'))
  expect((await told(actor, assignmentId)).form).toBeNull()
  const renewal = at('2027-02-20')
  expect((await told(actor, assignmentId, renewal)).form).toBe('before')
  expect(await forms().start(actor, of('before'), renewal)).toMatchObject({ ok: true })
})

test('a quiz that is begun with every lesson skipped begins its part', async () => {
  await inTransaction(world.owner, async (tx) => {
    const plain = moduleVersion('g2')
    const items = plain.items.map((item) => ({ ...item, mustPass: false }))
    await insertModuleVersion(tx, { ...plain, draw: 3, items }, noon)
    const forms = { before: ['g2-q1', 'g2-q2'], after: ['g2-q3', 'g2-q4'] }
    const words = { title: 'Known', summary: 'One.', changeKind: 'initial', contentHash: 'hash-known' }
    await insertTrackVersion(tx, { id: 'known', version: 1, modules: ['g2'], forms, ...words }, noon)
  })
  const own = await administered(world)
  await own.here.require({ ...asking(true), trackId: 'known' })
  const actor = await addMember(world, { name: 'Kay Knows', practiceId: own.practiceId })
  const assignmentId = await learning().assigned(actor, 'Known')
  const formId = await forms().begun(actor, { assignmentId, moment: 'before' })
  await forms().answerAll(actor, formId, 'aa')
  expect(await skip(actor, formId)).toMatchObject({ ok: true })
  const begun = () => own.here.facts(postAt(actor).staffMemberId)
  expect((await begun()).map(({ kind }) => kind)).not.toContain('part-started')
  for (let again = 0; again < 2; again += 1) await learning().opened(actor, assignmentId, 'g2')
  const parts = (await begun()).filter(({ kind }) => kind === 'part-started')
  expect(parts).toMatchObject([{ details: { part: 'g2' } }])
})
