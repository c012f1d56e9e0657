import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { insertModuleVersion, insertTrackVersion } from '#lib/data/library'
import type { Actor } from '#lib/domain/access/actor'
import { assessmentTermsFrom, type KeysShown } from '#lib/domain/compliance/assessment-terms'
import type { AssignmentId, AttemptId } from '#lib/domain/ids'
import { retireRequirement } from '#lib/use-cases/practice/retire-requirement'
import { viewResult } from '#lib/use-cases/training/view-result'
import { answeringIn } from '#tests/support/answering'
import { learningIn } from '#tests/support/learning'
import { administered } from '#tests/support/managing'
import { addMember, as, moduleVersion, noon, openWorld, today, type World } from '#tests/support/world'

// Right answers of a module help wherever the same module is still to be passed.

let world: World
let own: Awaited<ReturnType<typeof administered>>
beforeAll(async () => {
  world = await openWorld()
  await inTransaction(world.owner, async (tx) => {
    const words = { version: 1, summary: 'One.', changeKind: 'initial' }
    const forms = { before: ['g1-q2'], after: ['g1-q3'] }
    // It asks its whole bank, so that what is asked does not depend on the draw.
    await insertModuleVersion(tx, { ...moduleVersion('g1'), draw: 7 }, noon)
    for (const [id, own] of [
      ['plain', {}],
      ['asking', { forms }],
    ] as const) {
      const track = { ...words, ...own, id, title: id, modules: ['g1'], contentHash: `hash-${id}` }
      await insertTrackVersion(tx, track, noon)
    }
  })
})
afterAll(() => world.end())
beforeEach(async () => {
  own = await administered(world)
})

const require = (trackId: string, keysShown: KeysShown) =>
  own.here.require({ trackId, assessment: assessmentTermsFrom({ keysShown }) })

async function learner(name: string) {
  const actor = await addMember(world, { name: `${name} ${own.practiceId}`, practiceId: own.practiceId })
  const learning = learningIn(world)
  const [plain, asking] = [await learning.assigned(actor, 'plain'), await learning.assigned(actor, 'asking')]
  return { actor, plain, asking }
}

async function passed(actor: Actor, assignmentId: AssignmentId): Promise<AttemptId> {
  const learning = learningIn(world)
  await learning.read(actor, assignmentId, 'g1')
  const attemptId = await learning.opened(actor, assignmentId, 'g1')
  await learning.handIn(actor, attemptId, 'a')
  return attemptId
}

async function answersOf(actor: Actor, attemptId: AttemptId) {
  const view = await as(world, actor, (context) => viewResult(context, { attemptId }))
  if (!view.ok) throw new Error(view.refusal)
  return view.value.answers
}

test('are kept back while another training that shows none still asks for the module, and shown once it is passed there', async () => {
  await require('plain', 'after-pass-or-last')
  await require('asking', 'never')
  const { actor, plain, asking } = await learner('Nia')
  const attemptId = await passed(actor, plain)
  expect(await answersOf(actor, attemptId)).toBeNull()
  const other = await passed(actor, asking)
  expect(await answersOf(actor, attemptId)).toHaveLength(7)
  expect(await answersOf(actor, other)).toBeNull()
})

test('are shown beside another training that shows them too, but not while its form asks one of the questions', async () => {
  await require('plain', 'after-pass-or-last')
  await require('asking', 'after-pass-or-last')
  const { actor, plain, asking } = await learner('Bea')
  const attemptId = await passed(actor, plain)
  expect(await answersOf(actor, attemptId)).toHaveLength(7)
  const forms = answeringIn(world)
  const formId = await forms.begun(actor, { assignmentId: asking, moment: 'before' })
  expect(await answersOf(actor, attemptId)).toBeNull()
  await forms.answerAll(actor, formId, 'a')
  expect(await answersOf(actor, attemptId)).toHaveLength(7)
})

test('are not kept back for a training that nobody asks for any more', async () => {
  await require('plain', 'after-pass-or-last')
  const requirementId = await require('asking', 'never')
  const { actor, plain } = await learner('Cid')
  const attemptId = await passed(actor, plain)
  expect(await answersOf(actor, attemptId)).toBeNull()
  const { practiceId, administrator } = own
  await as(world, administrator, (context) =>
    retireRequirement(context, { practiceId, requirementId, retiredOn: today, reason: 'Not needed.' }),
  )
  expect(await answersOf(actor, attemptId)).toHaveLength(7)
})
