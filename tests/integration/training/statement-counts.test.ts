import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PracticeId } from '#lib/domain/ids'
import { saveAnswers } from '#lib/use-cases/training/save-answers'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewResult } from '#lib/use-cases/training/view-result'
import { countedStatements } from '#tests/support/counted-statements'
import { managing } from '#tests/support/managing'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

// What a learner's quiz may ask of the database: counted, since a count does not depend on the machine. Lesson pages and
// readings are counted beside their use cases.

let world: World
let practiceId: PracticeId
let sittings: ReturnType<typeof sittingsIn>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  sittings = sittingsIn(world, practiceId)
})
afterAll(() => world.end())

test('saving an answer takes at most six statements and one writing commit', async () => {
  const { actor, assignmentId } = await sittings.learner('Counted Saver')
  const attemptId = await sittings.start(actor, assignmentId)
  for (const [revision, itemId] of (await sittings.itemsOf(actor, attemptId)).slice(0, 2).entries()) {
    const drafts = [{ itemId, optionIds: [revision === 0 ? 'a' : 'b'], revision: 0 }]
    const saved = await countedStatements(world, actor, (context) =>
      saveAnswers(context, { attemptId, drafts }),
    )
    expect(saved.value.ok).toBe(true)
    expect(saved.statements.length).toBeLessThanOrEqual(6)
    expect(saved.writingCommits).toBe(1)
  }
})

test('the submission that earns a certificate takes at most twelve statements and one writing commit', async () => {
  const manager = await addMember(world, { name: 'Max Manager', practiceId, can: ['train', 'manage'] })
  await managing(world, manager, practiceId).require()
  const { actor, assignmentId } = await sittings.learner('Counted Earner')
  await sittings.submit(actor, await sittings.start(actor, assignmentId, 'm1'), 'a')
  const attemptId = await sittings.start(actor, assignmentId, 'm2')
  const items = await sittings.itemsOf(actor, attemptId)
  const answers = Object.fromEntries(items.map((itemId) => [itemId, ['a']]))
  const submitted = await countedStatements(world, actor, (context) =>
    submitAttempt(context, { attemptId, answers, idempotencyKey: randomUUID() }),
  )
  const result = await as(world, actor, (context) => viewResult(context, { attemptId }))
  expect(result).toMatchObject({ ok: true, value: { passed: true, certificateId: expect.any(String) } })
  expect(submitted.statements.length).toBeLessThanOrEqual(12)
  expect(submitted.writingCommits).toBe(1)
})
