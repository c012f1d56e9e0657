import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { viewCertificates } from '#lib/use-cases/certificates/view-certificates'
import { startAttempt } from '#lib/use-cases/training/start-attempt'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { managing } from '#tests/support/managing'
import { sittingsIn } from '#tests/support/sittings'
import {
  addMember,
  addPractice,
  as,
  assignWithLessonsRead,
  openWorld,
  today,
  type World,
} from '#tests/support/world'

let world: World
let practiceId: PracticeId
let here: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  practiceId = await addPractice(world, 'Gateway Family Practice')
  const can = ['train', 'manage'] as const
  const manager = await addMember(world, { name: `Manager ${practiceId}`, practiceId, role: 'lead', can })
  here = managing(world, manager, practiceId)
})

async function certificateDates(actor: Actor) {
  const list = await as(world, actor, viewCertificates)
  if (!list.ok) throw new Error('the list is never refused')
  return list.value.map(({ validThrough }) => validThrough)
}

test('a certificate is dated by what asks its holder, not by what asks other roles', async () => {
  await here.require({ roles: ['nurse'] })
  await here.require({ roles: ['lead'], rhythm: { cadence: 'once' }, windowMonths: 0 })
  const { learner, start, submit } = sittingsIn(world, practiceId)
  const { actor, assignmentId } = await learner(`Nora ${practiceId}`)
  for (const moduleId of ['m1', 'm2']) await submit(actor, await start(actor, assignmentId, moduleId), 'a')
  expect(await certificateDates(actor)).toEqual(['2027-03-10'])
})

test('a certificate counts no longer than the strictest of what asks for it, as the screen said before', async () => {
  await here.require()
  await here.require({ rhythm: { cadence: 'rolling', periodMonths: 24 } })
  await here.require({ rhythm: { cadence: 'once' }, windowMonths: 0 })
  const { learner, start, submit } = sittingsIn(world, practiceId)
  const { actor, assignmentId } = await learner(`Nina ${practiceId}`)
  const shown = async () => {
    const view = await as(world, actor, (context) => viewAssignment(context, { assignmentId }))
    return view.ok ? [view.value.preview, view.value.answer?.validThrough] : []
  }
  expect(await shown()).toEqual([{ kind: 'earns', cliff: null, validThrough: '2027-03-10' }, null])
  for (const moduleId of ['m1', 'm2']) await submit(actor, await start(actor, assignmentId, moduleId), 'a')
  expect(await certificateDates(actor)).toEqual(['2027-03-10'])
  expect((await shown())[1]).toBe('2027-03-10')
})

test('no quiz opens before the first day of work, since it would count for nothing', async () => {
  await here.require()
  const startedOn = addDays(today, 1)
  const actor = await addMember(world, { name: `Nell ${practiceId}`, practiceId, startedOn })
  const assignmentId = await assignWithLessonsRead(world, actor)
  const start = (at: string) =>
    as(world, actor, (context) => startAttempt(context, { assignmentId, moduleId: 'm1' }), instantFrom(at))
  expect(startedOn).toBe(localDateFrom('2026-03-11'))
  expect(await start('2026-03-11T04:59:00.000Z')).toEqual({ ok: false, refusal: 'before-first-day' })
  expect((await start('2026-03-11T05:00:00.000Z')).ok).toBe(true)
})
