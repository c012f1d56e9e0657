import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import { insertTrackTranslation, insertTranslations } from '#lib/data/translation'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { saveAnswers } from '#lib/use-cases/training/save-answers'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { viewAttempt } from '#lib/use-cases/training/view-attempt'
import { viewLesson } from '#lib/use-cases/training/view-lesson'
import { viewQuiz } from '#lib/use-cases/training/view-quiz'
import { viewResult } from '#lib/use-cases/training/view-result'
import { countedStatements } from '#tests/support/counted-statements'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, everything, noon, openWorld, type World } from '#tests/support/world'

// In the world's library m1 is translated into Spanish and m2 is not.

let world: World
let practiceId: PracticeId
let sittings: ReturnType<typeof sittingsIn>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  sittings = sittingsIn(world, practiceId)
  await inTransaction(world.owner, async (tx) => {
    await insertTranslations(tx, 'm1@1', [spanishM1()])
    await insertTrackTranslation(tx, 'basics@1', 'es', { title: 'Fundamentos', summary: 'Los dos.' })
  })
})
afterAll(() => world.end())

function spanishM1() {
  const ids = Array.from({ length: 7 }, (_, index) => `m1-q${index + 1}`)
  return {
    language: 'es' as const,
    title: 'Módulo m1',
    summary: 'Un módulo.',
    vignettes: [],
    objectives: [{ id: 'm1-o1', text: 'Objetivo de m1' }],
    reviewers: [],
    reviewNote: 'Sin revisar.',
    lessons: [
      { id: 'm1-l1', title: 'Una lección', tree: { format: 1 as const, children: ['Texto.'] }, hash: 'es' },
    ],
    items: ids.map((id, index) => ({
      prompts: [],
      id,
      stem: `Pregunta ${index + 1}`,
      options: ['a', 'b', 'c', 'd'].map((option) => ({ id: option, text: `Opción ${option}` })),
    })),
    rationales: ids.map((itemId) => ({ itemId, rationales: { a: 'Sí.', b: 'No.', c: 'No.', d: 'No.' } })),
  }
}

type Learner = Awaited<ReturnType<typeof sittings.learner>>

/** Runs as the learner, who reads in the language. */
const reading = <Value extends { readonly ok: boolean }>(
  { actor }: Learner,
  language: Language,
  work: Parameters<typeof as<Value>>[2],
) => as(world, actor, work, noon, language)

test('a lesson and its titles are read in either language, by the same ids and places', async () => {
  const learner = await sittings.learner('Lesson Reader')
  const input = { assignmentId: learner.assignmentId, moduleId: 'm1', lessonId: 'm1-l1' }
  const english = await reading(learner, 'en', (context) => viewLesson(context, input))
  const spanish = await reading(learner, 'es', (context) => viewLesson(context, input))
  expect(english).toMatchObject({
    value: {
      text: { tree: { children: ['Text.'] }, language: 'en' },
      moduleTitle: 'Module m1',
      trackTitle: 'Basics',
    },
  })
  expect(spanish).toMatchObject({
    value: {
      text: { tree: { children: ['Texto.'] }, language: 'es' },
      lesson: { id: 'm1-l1', title: 'Una lección', state: 'finished' },
      moduleVersionId: 'm1@1',
      moduleTitle: 'Módulo m1',
      trackTitle: 'Fundamentos',
    },
  })
  expect(await reading(learner, 'en', (context) => viewLesson(context, input))).toEqual(english)
})

test('what is not translated is shown as it is, and says in which language that is', async () => {
  const learner = await sittings.learner('Half Reader')
  const { assignmentId } = learner
  const input = { assignmentId, moduleId: 'm2', lessonId: 'm2-l1' }
  expect(await reading(learner, 'es', (context) => viewLesson(context, input))).toMatchObject({
    value: { text: { tree: { children: ['Text.'] }, language: 'en' }, moduleTitle: 'Module m2' },
  })
  const overview = await reading(learner, 'es', (context) => viewAssignment(context, { assignmentId }))
  const outlines = overview.ok ? overview.value.progress.modules.map(({ outline }) => outline) : []
  expect(outlines.map(({ title, language, reviewNote }) => [title, language, reviewNote])).toEqual([
    ['Módulo m1', 'es', 'Sin revisar.'],
    ['Module m2', 'en', 'Not reviewed.'],
  ])
  expect(overview).toMatchObject({ value: { title: 'Fundamentos', summary: 'Los dos.' } })
})

test('another language costs a lesson page no statement more', async () => {
  const learner = await sittings.learner('Counted Reader')
  const input = { assignmentId: learner.assignmentId, moduleId: 'm1', lessonId: 'm1-l1' }
  const page = await countedStatements(world, learner.actor, (context) =>
    viewLesson({ ...context, language: 'es' }, input),
  )
  expect(page.value).toMatchObject({ value: { text: { language: 'es' } } })
  expect(page.statements.length).toBeLessThanOrEqual(5)
})

test('a reading keeps the language of the text that was on the screen', async () => {
  const learner = await sittings.learner('Kept Reader')
  const languageAfter = async (language: Language, moduleId: string) => {
    const place = {
      assignmentId: learner.assignmentId,
      moduleId,
      lessonId: `${moduleId}-l1`,
      cycle: 1,
      place: 1,
    }
    const input = { ...place, moduleVersionId: `${moduleId}@1`, isFinished: false }
    const saved = await countedStatements(world, learner.actor, (context) =>
      recordReading({ ...context, language }, input),
    )
    expect(saved.value.ok).toBe(true)
    expect(saved.statements.length).toBeLessThanOrEqual(4)
    return inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      const where = { assignmentId: learner.assignmentId, moduleVersionId: `${moduleId}@1` }
      return (await tx.lessonReading.findFirstOrThrow({ where })).language
    })
  }
  expect(await languageAfter('es', 'm1')).toBe('es')
  expect(await languageAfter('en', 'm1')).toBe('en')
  expect(await languageAfter('es', 'm2')).toBe('en')
})

test('a switch in the middle of a quiz keeps the questions, their order, the answers and the score', async () => {
  const learner = await sittings.learner('Switching Sitter')
  const { actor, assignmentId } = learner
  const attemptId = await sittings.start(actor, assignmentId)
  const opened = async (language: Language) => {
    const view = await reading(learner, language, (context) => viewAttempt(context, { attemptId }))
    if (!view.ok || view.value.kind !== 'open') throw new Error('the sitting is open')
    return view.value.attempt
  }
  const english = await opened('en')
  const [first, second] = english.items
  if (!first || !second) throw new Error('six items are drawn')
  const save = (language: Language, itemId: string, option: string) =>
    reading(learner, language, (context) =>
      saveAnswers(context, { attemptId, drafts: [{ itemId, optionIds: [option], revision: 0 }] }),
    )
  await save('en', first.itemId, 'b')
  await save('es', second.itemId, 'a')

  const spanish = await opened('es')
  const shape = ({ items }: typeof english) =>
    items.map(({ itemId, options }) => [itemId, options.map(({ id }) => id)])
  expect(shape(spanish)).toEqual(shape(english))
  expect(spanish.items.map(({ chosen }) => chosen)).toEqual([['b'], ['a'], [], [], [], []])
  expect(spanish).toMatchObject({ moduleTitle: 'Módulo m1', language: 'es' })
  expect(spanish.items.every(({ stem }) => stem.startsWith('Pregunta '))).toBe(true)
  expect(spanish.items[0]?.options[0]?.text).toMatch(/^Opción [a-d]$/)

  const rest = Object.fromEntries(english.items.slice(2).map(({ itemId }) => [itemId, ['a']]))
  const input = { attemptId, answers: rest, idempotencyKey: randomUUID() }
  expect((await reading(learner, 'es', (context) => submitAttempt(context, input))).ok).toBe(true)
  const results = [
    await reading(learner, 'en', (context) => viewResult(context, { attemptId })),
    await reading(learner, 'es', (context) => viewResult(context, { attemptId })),
  ]
  for (const result of results) expect(result).toMatchObject({ value: { correct: 5, outOf: 6 } })
  expect(results[1]).toMatchObject({
    value: {
      moduleTitle: 'Módulo m1',
      revisit: [{ objective: 'Objetivo de m1', lessons: [{ title: 'Una lección' }] }],
    },
  })
})

test('the language taken stands on the submission and in the evidence, and the manager reads it', async () => {
  const learner = await sittings.learner('Spanish Taker')
  const { actor, assignmentId } = learner
  const handIn = async (moduleId: string) => {
    const attemptId = await sittings.start(actor, assignmentId, moduleId)
    const answers = Object.fromEntries((await sittings.itemsOf(actor, attemptId)).map((id) => [id, ['a']]))
    const input = { attemptId, answers, idempotencyKey: randomUUID() }
    const done = await reading(learner, 'es', (context) => submitAttempt(context, input))
    expect(done.ok).toBe(true)
  }
  await handIn('m1')
  await handIn('m2')
  const stored = await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const query = {
      where: { assignmentId },
      orderBy: { moduleId: 'asc' },
      select: { language: true },
    } as const
    return [await tx.submission.findMany(query), await tx.moduleCompletion.findMany(query)]
  })
  // m2 is not translated: whoever chose Spanish took it in English.
  expect(stored).toEqual([
    [{ language: 'es' }, { language: 'en' }],
    [{ language: 'es' }, { language: 'en' }],
  ])

  const manager = await addMember(world, { name: 'Mary Manager', practiceId, can: everything })
  const staffMemberId = actor.memberships[0]?.staffMemberId ?? ''
  const seen = await as(world, manager, (context) => viewStaffMember(context, { practiceId, staffMemberId }))
  const parts = seen.ok ? seen.value.timeline.filter(({ kind }) => kind === 'part-completed') : []
  expect(parts.map(({ module, language }) => [module, language]).sort()).toEqual([
    ['Module m1', 'es'],
    ['Module m2', 'en'],
  ])
})

test('the quiz’s first page is titled in the reader’s language', async () => {
  const learner = await sittings.learner('Quiz Reader')
  const input = { assignmentId: learner.assignmentId, moduleId: 'm1' }
  const page = await reading(learner, 'es', (context) => viewQuiz(context, input))
  expect(page).toMatchObject({ value: { moduleTitle: 'Módulo m1' } })
})

// To the library it adds none either: tests/integration/authoring/practices-apart.test.ts.
test('the application can change or delete no translation', async () => {
  const tables = ['module', 'lesson', 'item', 'rationale', 'track'].map((name) => `${name}_translation`)
  const may = await inTransaction(
    world.db,
    (tx) =>
      tx.$queryRaw<{ name: string; may: string[] }[]>`
      SELECT name, ARRAY(SELECT deed FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) deed
        WHERE has_table_privilege(current_user, name, deed)) AS may
      FROM unnest(${tables}::text[]) AS name ORDER BY name`,
  )
  expect(may).toEqual(tables.toSorted().map((name) => ({ name, may: ['SELECT', 'INSERT'] })))
})
