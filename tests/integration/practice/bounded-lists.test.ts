import { afterAll, beforeAll, expect, test } from 'vitest'
import { listRequirements } from '#lib/data/compliance-history'
import { listStaff } from '#lib/data/roster'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { managing } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

async function begin() {
  practiceId = await addPractice(world, 'A Network of Clinics')
  manager = await addMember(world, { name: 'Mona', practiceId, role: 'lead', can: ['train', 'manage'] })
  here = managing(world, manager, practiceId)
}

test('of a staff of more than ten thousand nobody is left out', async () => {
  await begin()
  await here.inPractice(async (tx) => {
    await tx.$executeRaw`
      WITH made AS (INSERT INTO person (id, created_at) SELECT gen_random_uuid(), ${noon}::timestamptz
        FROM generate_series(1, 10004) RETURNING id)
      INSERT INTO staff_member (practice_id, id, person_id, name, role, employment_kind, capabilities, started_on, created_at)
      SELECT ${practiceId}::uuid, gen_random_uuid(), id, 'Nora Name', 'nurse', 'employee', '{train}', ${today}::date,
        ${noon}::timestamptz FROM made`
    const staff = await listStaff(tx, practiceId, today, 'current')
    expect(new Set(staff.map(({ staffMemberId }) => staffMemberId)).size).toBe(10_005)
  })
})

test('one requirement more than a list can show is refused, and two practices of one person show all of theirs', async () => {
  const practices: PracticeId[] = []
  for (let times = 0; times < 2; times += 1) {
    await begin()
    practices.push(practiceId)
    await here.require({ roles: ['nurse'] })
    await here.inPractice(
      (tx) => tx.$executeRaw`
        INSERT INTO requirement SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).*
        FROM requirement r, generate_series(1, 199) WHERE r.practice_id = ${practiceId}::uuid`,
    )
    await expect(here.require({ roles: ['nurse'] })).rejects.toThrow('requirements-full')
  }
  const both = await as(world, manager, async ({ tx }) => {
    await tx.$executeRaw`SELECT set_config('beacon.practice_ids', ${practices.join(',')}, true)`
    return { ok: true as const, value: await listRequirements(tx, practices) }
  })
  expect(both.value).toHaveLength(400)
})

test('a timeline that is longer than its page says so', async () => {
  await begin()
  const { staffMemberId, personId } = { ...postAt(manager), personId: manager.personId }
  const add = (times: number) =>
    here.inPractice(
      (tx) => tx.$executeRaw`
        INSERT INTO evidence_event (practice_id, id, staff_member_id, kind, effective_on, recorded_at, actor_person_id, details)
        SELECT ${practiceId}::uuid, gen_random_uuid(), ${staffMemberId}::uuid, 'location-set', ${today}::date - n,
          ${noon}::timestamptz, ${personId}::uuid, '{"location":"North"}' FROM generate_series(1, ${times}::int) n`,
    )
  const shown = async () => {
    const view = await as(world, manager, (context) =>
      viewStaffMember(context, { practiceId, staffMemberId }),
    )
    return view.ok ? ([view.value.timeline.length, view.value.hasOlderEntries] as const) : view.refusal
  }
  const before = (await shown())[0]
  await add(500 - Number(before))
  expect(await shown()).toEqual([500, false])
  await add(1)
  expect(await shown()).toEqual([500, true])
})
