import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertEvidence } from '#lib/data/evidence'
import type { Actor } from '#lib/domain/access/actor'
import { addDays } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { viewForecast, type Wish } from '#lib/use-cases/practice/view-forecast'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, {
    name: 'Max Manager',
    practiceId,
    role: 'lead',
    can: ['train', 'manage'],
  })
  here = managing(world, manager, practiceId)
  await here.require()
  const staffMemberId = await here.added('Nadia Current', { startedOn: addDays(today, -200) })
  const done = { staffMemberId, trackId: 'basics', kind: 'completed', effectiveOn: addDays(today, -100) }
  await here.inPractice((tx) =>
    insertEvidence(tx, practiceId, manager.personId, [{ ...done, details: { version: 1 } }], noon),
  )
})
afterAll(() => world.end())

const nothing: Wish = { month: null, hireFrom: () => null }

async function forecast(wish: Partial<Wish> = {}) {
  const input = { practiceId, wish: { ...nothing, ...wish } }
  const view = await as(world, manager, (context) => viewForecast(context, input))
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

test('month by month, what counts stops counting when nobody does anything', async () => {
  const { outlook, whatIf } = await forecast()
  expect(whatIf).toBeNull()
  expect(outlook).toHaveLength(13)
  expect(outlook[0]).toEqual({ on: today, current: 1, late: 0, ahead: 1, away: 0 })
  // The manager's first training was due on 9 April; Nadia's counts through 30 November.
  expect(outlook[2]).toEqual({ on: '2026-05-01', current: 1, late: 1, ahead: 0, away: 0 })
  expect(outlook.at(-1)).toEqual({ on: '2027-03-01', current: 0, late: 2, ahead: 0, away: 0 })
})

test('moved to the end of January, what was completed counts to that day, and whoever never did owes as before', async () => {
  const { moved, whatIf, outlook } = await forecast({ month: 1 })
  expect(moved?.first.map(({ name, before, after }) => [name, before, after])).toEqual([
    ['Nadia Current', '2026-11-30', '2027-01-31'],
  ])
  expect(whatIf?.find(({ on }) => on === '2027-01-01')?.current).toBe(1)
  expect(outlook.find(({ on }) => on === '2027-01-01')?.current).toBe(0)
})

test('two who would be hired owe what the role owes, and nothing is written', async () => {
  const before = await here.auditKinds()
  const { hired, whatIf } = await forecast({
    hireFrom: (day) => ({ count: 2, role: 'front-desk', on: addDays(day, 10) }),
  })
  expect(hired).toEqual([{ requirement: 'Basics', dueOn: addDays(today, 40) }])
  expect(whatIf?.[0]?.ahead).toBe(1)
  expect(whatIf?.[1]).toMatchObject({ on: '2026-04-01', ahead: 3 })
  expect(await here.auditKinds()).toEqual(before)
})
