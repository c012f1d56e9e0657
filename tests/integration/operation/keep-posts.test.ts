import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { keepPosts } from '#lib/use-cases/operation/keep-posts'
import { managing } from '#tests/support/managing'
import { projectionFaults } from '#tests/support/projection'
import { addMember, addPractice, everything, noon, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, { name: 'Ada Admin', practiceId, can: everything })
  here = managing(world, manager, practiceId)
})
afterAll(() => world.end())

const row = (id: string) =>
  here.inPractice((tx) =>
    tx.staffMember.findUnique({
      where: { practiceId_id: { practiceId, id } },
      select: { role: true, location: true, employmentKind: true },
    }),
  )
const assigned = async (id: string) => (await here.facts(id)).filter(({ kind }) => kind === 'assigned')

test('a change that was planned holds on the row from its day on, once, and brings what it asks', async () => {
  const id = await here.added('Nadia Haddad')
  const firstDay = localDateFrom('2026-03-20')
  const change = {
    kind: 'post',
    firstDay,
    role: 'dental',
    employmentKind: 'contractor',
    location: 'North',
  } as const
  expect((await here.record(id, change)).ok).toBe(true)
  await here.require({ roles: ['dental'] }, addMinutes(noon, 5))
  const before = { role: 'nurse', location: null, employmentKind: 'employee' }
  expect(await row(id)).toEqual(before)
  // Four in the morning in UTC is the evening before in Missouri.
  const evening = addMinutes(noon, 9 * 24 * 60 + 11 * 60)
  expect(await keepPosts(world.db, () => evening)).toBe(0)
  expect(await row(id)).toEqual(before)
  const morning = addMinutes(noon, 10 * 24 * 60)
  expect(await keepPosts(world.db, () => morning)).toBe(1)
  expect(await keepPosts(world.db, () => morning)).toBe(0)
  expect(await row(id)).toEqual({ role: 'dental', location: 'North', employmentKind: 'contractor' })
  expect(await assigned(id)).toHaveLength(1)
  expect(await projectionFaults(world, morning)).toEqual([])
})
