import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { insertEvidence } from '#lib/data/evidence'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, type Instant, instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { changeRequirement } from '#lib/use-cases/practice/change-requirement'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { learningIn, type Told } from '#tests/support/learning'
import { managing, yearly } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, everything, openWorld, today, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>
let learning: ReturnType<typeof learningIn>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, {
    practiceId,
    role: 'lead',
    can: everything,
    name: `Manager ${practiceId}`,
  })
  here = managing(world, manager, practiceId)
  learning = learningIn(world)
})

const learner = () => addMember(world, { name: `Lena ${practiceId}`, practiceId })
const fresh: Told = { cycle: 2, read: 0, passed: 0, lessonsLeft: 1, completed: false, attemptsLeft: 3 }
const at = (day: string): Instant => instantFrom(`${day}T17:00:00Z`)

describe('whoever is asked again after a time in which nothing was asked', () => {
  const roles = ['nurse'] as const

  async function widen(requirementId: string, effectiveOn: string, given: readonly string[] = []) {
    const draft = { ...yearly, roles: given as never, effectiveOn: localDateFrom(effectiveOn) }
    const change = {
      practiceId,
      requirementId,
      draft,
      appliesTo: 'later-completions',
      reason: 'All.',
    } as const
    const changed = await as(world, manager, (context) => changeRequirement(context, { ...change, after: 1 }))
    expect(changed).toMatchObject({ ok: true })
  }

  test('by a wider policy: parts from before do not count, and the lessons are to be read', async () => {
    const requirementId = await here.require({ roles: ['lead'] })
    const actor = await learner()
    const assignmentId = await learning.assigned(actor)
    await learning.pass(actor, assignmentId, 'm1')
    await widen(requirementId, '2026-06-01')
    expect(await learning.told(actor, assignmentId, 'm1', at('2026-05-31'))).toMatchObject({
      cycle: 1,
      passed: 1,
    })
    expect(await learning.told(actor, assignmentId, 'm1', at('2026-06-01'))).toMatchObject({
      cycle: 2,
      passed: 0,
    })
  })

  test('by a wider policy: who completed before owes nothing while that counts', async () => {
    const requirementId = await here.require({ roles: ['lead'] })
    const actor = await learner()
    const assignmentId = await learning.assigned(actor)
    for (const moduleId of ['m1', 'm2']) await learning.pass(actor, assignmentId, moduleId)
    await widen(requirementId, '2026-06-01')
    expect(await learning.urgency(actor, assignmentId, at('2026-06-01'))).toBe('done')
    expect(await learning.told(actor, assignmentId, 'm1', at('2026-06-01'))).toEqual(fresh)
  })

  test('by another role in a file: the turn of the old one is over', async () => {
    await here.require({ roles })
    const actor = await learner()
    const assignmentId = await learning.assigned(actor)
    await learning.pass(actor, assignmentId, 'm1')
    const { staffMemberId } = postAt(actor)
    const post = (on: string, role: string, was: string) => [
      {
        staffMemberId,
        kind: 'role-ended',
        effectiveOn: addDays(localDateFrom(on), -1),
        details: { role: was },
      },
      { staffMemberId, kind: 'role-started', effectiveOn: localDateFrom(on), details: { role } },
    ]
    // As a file of staff writes it, and nothing else.
    const facts = [...post('2026-04-01', 'front-desk', 'nurse'), ...post('2026-05-01', 'nurse', 'front-desk')]
    await here.inPractice((tx) => insertEvidence(tx, practiceId, manager.personId, facts, at('2026-05-02')))
    expect(await learning.told(actor, assignmentId, 'm1', at('2026-04-15'))).toMatchObject({ cycle: 1 })
    expect(await learning.told(actor, assignmentId, 'm1', at('2026-05-02'))).toEqual(fresh)
  })

  test('by a rehire: what was read ahead of the first day stays read, and what was sat before does not count', async () => {
    await here.require()
    const actor = await learner()
    const assignmentId = await learning.assigned(actor)
    await learning.pass(actor, assignmentId, 'm1')
    const { staffMemberId, name } = postAt(actor)
    await as(world, manager, (context) =>
      endEmployment(context, { practiceId, staffMemberId, lastDay: today }),
    )
    const startedOn = localDateFrom('2026-06-01')
    expect(await here.rehire(staffMemberId, { name, startedOn }, at('2026-05-20'))).toMatchObject({
      ok: true,
    })
    await learning.read(actor, assignmentId, 'm1', at('2026-05-25'))
    const readAhead = { cycle: 2, read: 1, passed: 0, lessonsLeft: 0 }
    expect(await learning.told(actor, assignmentId, 'm1', at('2026-05-26'))).toMatchObject(readAhead)
    expect(await learning.told(actor, assignmentId, 'm1', at('2026-06-02'))).toMatchObject(readAhead)
  })
})
