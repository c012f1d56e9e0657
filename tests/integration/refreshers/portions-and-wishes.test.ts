import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { findRefresherWish, insertRefresherWish } from '#lib/data/refresher'
import { enterPerson } from '#lib/data/scope'
import { addDays, localDateFrom } from '#lib/domain/calendar'
import { changeRefresherWish } from '#lib/use-cases/refreshers/change-refresher-wish'
import { postAt } from '#tests/support/reading'
import { type Completed, refreshing } from '#tests/support/refreshing'
import { waitsForALock } from '#tests/support/waiting'
import { addMember, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

/** No refresher of that member can be written until it is let go. */
async function hinder(staffMemberId: string) {
  await inTransaction(world.owner, async (tx) => {
    await tx.$queryRaw`SELECT set_config('tests.member', ${staffMemberId}, true)`
    await tx.$executeRaw`DO $$ BEGIN EXECUTE format(
      'ALTER TABLE refresher ADD CONSTRAINT hindered CHECK (staff_member_id <> %L) NOT VALID', current_setting('tests.member'));
      END $$`
  })
  return () => world.owner.$executeRaw`ALTER TABLE refresher DROP CONSTRAINT hindered`
}

test('reviews are planned in portions: a fault keeps nobody else back, and the next day makes up for it', async () => {
  const here = await refreshing(world)
  const people: Completed[] = []
  for (const name of ['Ana', 'Ben', 'Cleo', 'Dan', 'Eli']) people.push(await here.completed(name))
  people.sort((a, b) => (a.assignmentId < b.assignmentId ? -1 : 1))
  const day = localDateFrom('2026-04-10')
  const counts = async () => {
    const offered: number[] = []
    for (const one of people) offered.push((await here.offered(one)).length)
    return offered
  }
  const third = people[2]?.actor
  if (!third) throw new Error('there are five')
  const letGo = await hinder(postAt(third).staffMemberId)
  await expect(here.plan(day, '09:00', 2)).rejects.toThrow(/hindered/)
  expect(await counts()).toEqual([1, 1, 0, 1, 1])
  await letGo()
  const next = addDays(day, 1)
  const [one, two] = await Promise.all([here.plan(next, '09:10', 2), here.plan(next, '09:10', 2)])
  expect(one + two).toBe(1)
  expect(await counts()).toEqual([1, 1, 1, 1, 1])
  expect(await here.plan(next, '09:20', 2)).toBe(0)
})

test('of a wish that is changed in two tabs at once, the last word holds', async () => {
  const { practiceId } = await refreshing(world)
  const actor = await addMember(world, { name: `Tess ${practiceId}`, practiceId })
  const wish = (wanted: boolean) => as(world, actor, (context) => changeRefresherWish(context, { wanted }))
  await wish(false)
  const second = await inTransaction(world.db, async (tx) => {
    await enterPerson(tx, actor.personId)
    await insertRefresherWish(tx, actor.personId, true, noon)
    const last = wish(false)
    // It waits for this transaction, or it is done without having seen it.
    await Promise.race([last, waitsForALock(world)])
    return { last }
  })
  await second.last
  const { wanted } = await inTransaction(world.db, async (tx) => {
    await enterPerson(tx, actor.personId)
    return findRefresherWish(tx, actor.personId)
  })
  expect(wanted).toBe(false)
})
