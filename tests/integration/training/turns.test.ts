import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertEvidence } from '#lib/data/evidence'
import type { Actor } from '#lib/domain/access/actor'
import { type Instant, instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { AssignmentId, PracticeId } from '#lib/domain/ids'
import { viewCertificates } from '#lib/use-cases/certificates/view-certificates'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { managing } from '#tests/support/managing'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

// Rule 2: a completion needs all its parts inside one cycle, whatever closed the one before.

let world: World
let practiceId: PracticeId
let here: ReturnType<typeof managing>
let sittings: ReturnType<typeof sittingsIn>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

async function practiceThatAsks(own: Parameters<ReturnType<typeof managing>['require']>[0]) {
  practiceId = await addPractice(world, 'Gateway Family Practice')
  const post = { practiceId, role: 'lead', can: ['train', 'manage'] } as const
  here = managing(world, await addMember(world, { ...post, name: `Manager ${practiceId}` }), practiceId)
  await here.require(own)
  sittings = sittingsIn(world, practiceId)
}

const begin = (actor: Actor, assignmentId: AssignmentId, moduleId: string, at: Instant) =>
  as(world, actor, (context) => startAttempt(context, { assignmentId, moduleId }), at)

async function pass(actor: Actor, assignmentId: AssignmentId, moduleId: string, at: Instant) {
  const started = await begin(actor, assignmentId, moduleId, at)
  if (!started.ok) throw new Error(started.refusal)
  const { attemptId } = started.value
  const answers = Object.fromEntries((await sittings.itemsOf(actor, attemptId)).map((id) => [id, ['a']]))
  const input = { attemptId, answers, idempotencyKey: randomUUID() }
  expect(await as(world, actor, (context) => submitAttempt(context, input), at)).toMatchObject({ ok: true })
}

test('parts from before an accepted certificate do not complete the turn after it', async () => {
  await practiceThatAsks({})
  const { actor, assignmentId } = await sittings.learner('Olga Outside')
  await pass(actor, assignmentId, 'm1', noon)
  const staffMemberId = actor.memberships[0]?.staffMemberId ?? ''
  const accepted = {
    staffMemberId,
    trackId: 'basics',
    kind: 'external-accepted',
    effectiveOn: localDateFrom('2026-03-20'),
    details: { provider: 'Elsewhere', validThrough: '2027-03-20' },
  }
  await here.inPractice((tx) => insertEvidence(tx, practiceId, actor.personId, [accepted], noon))
  const aYearOn = instantFrom('2027-02-10T17:00:00Z')
  // The lessons of the new turn are still to be read.
  expect(await begin(actor, assignmentId, 'm2', aYearOn)).toEqual({
    ok: false,
    refusal: 'lessons-unfinished',
  })
  expect(await as(world, actor, viewCertificates)).toEqual({ ok: true, value: [] })
})

test('where what is early counts for nothing, the quizzes of the next turn open with its window', async () => {
  await practiceThatAsks({ earlyCredit: 'none' })
  const { actor, assignmentId } = await sittings.learner('Eva Early')
  for (const moduleId of ['m1', 'm2']) await pass(actor, assignmentId, moduleId, noon)
  const early = instantFrom('2026-06-10T17:00:00Z')
  expect(await begin(actor, assignmentId, 'm1', early)).toEqual({ ok: false, refusal: 'not-open-yet' })
  const inWindow = instantFrom('2027-01-20T17:00:00Z')
  expect(await begin(actor, assignmentId, 'm1', inWindow)).toEqual({
    ok: false,
    refusal: 'lessons-unfinished',
  })
})
