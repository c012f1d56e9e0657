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
import { importing } from '#tests/support/importing'
import { managing } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, everything, noon, openWorld, type World } from '#tests/support/world'

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

const staffFile = (row: string) => `Name,E-mail,Role,First day,Salary\r\n${row}`

test('a file of staff that nobody confirmed goes two weeks after its last change, with everything it said', async () => {
  const practiceId = await addPractice(world, 'Gateway')
  const manager = await addMember(world, { name: 'Ada', practiceId, can: everything })
  const files = importing(world, manager, practiceId)
  const { inPractice } = managing(world, manager, practiceId)
  const confirmed = await files.run(staffFile('Nora Ng,nora@x.example,RN,2026-02-02,4100'))
  await files.upload('')
  await files.upload(staffFile('Omar Said,omar@x.example,RN,2026-02-02,4100'))
  const checked = await files.upload(staffFile('Ines Ibarra,ines@x.example,RN,2026-02-02,4100'))
  await files.match(checked)
  const lastChange = files.next()
  const removedAt = async (at: Instant) => (await removeExpired(world.db, () => at))['roster-import']
  const left = () =>
    inPractice(async (tx) => ({
      imports: (await tx.rosterImport.findMany()).map(({ id }) => id),
      files: await tx.rosterImportFile.count(),
      rows: (await tx.rosterImportRow.findMany()).map(({ importId }) => importId),
    }))
  expect(await removedAt(addMinutes(noon, 14 * day))).toBe(0)
  expect((await left()).files).toBe(3)
  const turns = [removedAt(addMinutes(lastChange, 14 * day)), removedAt(addMinutes(lastChange, 14 * day))]
  expect((await Promise.all(turns)).reduce((sum, count) => sum + count)).toBe(3)
  expect(await left()).toEqual({ imports: [confirmed], files: 0, rows: [confirmed] })
  await files.undo(confirmed)
  expect((await files.view(confirmed)).report?.results).toEqual({ undone: 1 })
})
