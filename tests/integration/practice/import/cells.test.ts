import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRosterFrame } from '#lib/data/roster-frame'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { importing } from '#tests/support/importing'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, everything, openWorld, type World } from '#tests/support/world'

// What the cells of a file say, and how long they are kept.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

async function office() {
  const practiceId: PracticeId = await addPractice(world, 'Gateway')
  const manager: Actor = await addMember(world, { name: `Ada ${practiceId}`, practiceId, can: everything })
  const here = { practiceId, ...managing(world, manager, practiceId) }
  return { files: importing(world, manager, practiceId), here }
}
const csv = (...rows: string[]) => ['Name,E-mail,Role,First day,Tax number', ...rows].join('\r\n')

test('once it is written, nothing is kept of the cells, nor of the rows that wrote nothing', async () => {
  const { files, here } = await office()
  const importId = await files.upload(
    csv('Nora Ng,nora@x.example,RN,2026-02-02,12-34', 'Omar Said,no address,RN,2026-03-01,56-78'),
  )
  await files.match(importId)
  await files.confirm(importId)
  await files.work(importId)
  const rows = await here.inPractice((tx) => tx.rosterImportRow.findMany({ where: { importId } }))
  expect(rows.map(({ number, cells, result }) => [number, cells, result])).toEqual([[2, [], 'applied']])
  const { report } = await files.view(importId)
  expect(report).toMatchObject({ results: { applied: 1 }, applied: { new: 1 } })
})

test('a place that only an undone file named is on no list any more', async () => {
  const { files, here } = await office()
  const importId = await files.run('Name,Role,First day,Location\r\nNora Ng,RN,2026-02-02,North')
  const places = async () => (await here.inPractice((tx) => findRosterFrame(tx, here.practiceId))).locations
  expect(await places()).toEqual(['North'])
  await files.undo(importId)
  expect(await places()).toEqual([])
})

test('a list of last names first is read as people are called, unless somebody said otherwise of such a column', async () => {
  const { files, here } = await office()
  const importId = await files.run(csv('"Ng, Nora",nn@x.example,RN,2026-02-02,'))
  expect((await files.found(importId)).settings.columns[0]).toBe('reversedName')
  const names = () =>
    here.inPractice(async (tx) => (await tx.staffMember.findMany()).map(({ name }) => name).toSorted())
  expect(await names()).toContain('Nora Ng')
  const other = await files.upload(csv('"Ray, Bo",bo@x.example,RN,2026-02-02,'))
  await files.match(other, ['name', 'emailAddress', 'role', 'startedOn', null])
  const again = await files.upload(csv('"Fox, Al",al@x.example,RN,2026-02-02,'))
  expect((await files.found(again)).settings.columns[0]).toBe('name')
  await files.match(again)
  expect((await files.view(again)).preview?.warnings).toEqual([
    { warning: 'comma-in-name', rows: 1, numbers: [2] },
  ])
})
