import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { deleteExpired } from '#lib/data/expired'
import { insertFormReturn } from '#lib/data/form-return'
import { findInvitation, replaceInvitation } from '#lib/data/invitation'
import { insertLink } from '#lib/data/one-time-link'
import { insertSession } from '#lib/data/session'
import { addMinutes, type Instant } from '#lib/domain/calendar'
import { removeExpired } from '#lib/use-cases/operation/remove-expired'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, noon, openWorld, type World } from '#tests/support/world'

let world: World
const day = 24 * 60

beforeEach(async () => {
  await world?.end()
  world = await openWorld()
})
afterAll(() => world.end())

async function newcomer() {
  const actor = await addMember(world, { name: 'Nora', practiceId: await addPractice(world, 'Gateway') })
  return { ...postAt(actor), personId: actor.personId }
}

test('what is over goes, and what has a moment left stays', async () => {
  const { personId } = await newcomer()
  await inTransaction(world.db, async (tx) => {
    for (const [name, expiresAt] of [
      ['over', noon],
      ['living', addMinutes(noon, 1)],
    ] as const) {
      await insertSession(tx, { idHash: name, personId, createdAt: noon, expiresAt })
      await insertFormReturn(tx, { id: name, sessionIdHash: null, path: '/', content: {}, expiresAt })
      await tx.throttle.create({ data: { key: name, points: 1, expire: expiresAt } })
    }
  })
  expect(await removeExpired(world.db, () => noon)).toMatchObject({
    session: 1,
    throttle: 1,
    'form-return': 1,
  })
  const left = await inTransaction(world.db, async (tx) => [
    ...(await tx.session.findMany()).map(({ idHash }) => idHash),
    ...(await tx.formReturn.findMany()).map(({ id }) => id),
    ...(await tx.throttle.findMany()).map(({ key }) => key),
  ])
  expect(left).toEqual(['living', 'living', 'living'])
  expect(await removeExpired(world.db, () => noon)).toMatchObject({
    session: 0,
    throttle: 0,
    'form-return': 0,
  })
})

test('a link for a new password goes a day after it was used or too old', async () => {
  const { personId } = await newcomer()
  const link = { kind: 'reset', personId, practiceId: null, createdAt: noon } as const
  await inTransaction(world.db, async (tx) => {
    await insertLink(tx, { ...link, tokenHash: 'too old', expiresAt: addMinutes(noon, 30) })
    await insertLink(tx, { ...link, tokenHash: 'used', expiresAt: addMinutes(noon, 9 * day) })
    await tx.oneTimeLink.update({ where: { tokenHash: 'used' }, data: { usedAt: noon } })
    await insertLink(tx, { ...link, tokenHash: 'living', expiresAt: addMinutes(noon, 9 * day) })
  })
  const removedAt = async (at: Instant) => (await removeExpired(world.db, () => at))['one-time-link']
  expect(await removedAt(addMinutes(noon, day - 1))).toBe(0)
  expect(await removedAt(addMinutes(noon, day))).toBe(1)
  expect(await removedAt(addMinutes(noon, day + 29))).toBe(0)
  expect(await removedAt(addMinutes(noon, day + 30))).toBe(1)
})

test('the newest invitation stays for as long as the post: it tells whether somebody came in', async () => {
  const { personId, practiceId } = await newcomer()
  const invite = (tokenHash: string, at: Instant) =>
    inTransaction(world.db, (tx) =>
      replaceInvitation(tx, { personId, practiceId }, { tokenHash, expiresAt: addMinutes(at, day) }, at),
    )
  await invite('first', noon)
  await invite('second', addMinutes(noon, 1))
  const muchLater = addMinutes(noon, 90 * day)
  expect((await removeExpired(world.db, () => muchLater))['one-time-link']).toBe(1)
  const kept = await inTransaction(world.db, (tx) => findInvitation(tx, { personId, practiceId }))
  expect(kept).toEqual({ expiresAt: addMinutes(noon, day + 1), usedAt: null })
})

test('each turn removes a bounded number, two turns at once never the same rows, and none is left in the end', async () => {
  const data = Array.from({ length: 25 }, () => ({ key: randomUUID(), points: 1, expire: noon }))
  await inTransaction(world.db, (tx) => tx.throttle.createMany({ data }))
  const some = () => inTransaction(world.db, (tx) => deleteExpired(tx, 'throttle', noon, 10))
  const counts = await Promise.all([some(), some()])
  expect(Math.max(...counts)).toBeLessThanOrEqual(10)
  await Promise.all([removeExpired(world.db, () => noon), removeExpired(world.db, () => noon)])
  expect(await inTransaction(world.db, (tx) => tx.throttle.count())).toBe(0)
})
