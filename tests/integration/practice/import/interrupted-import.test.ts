import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { applyRosterImport } from '#lib/use-cases/practice/apply-roster-import'
import { importing } from '#tests/support/importing'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, everything, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let administrator: Actor
let files: ReturnType<typeof importing>
let here: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  administrator = await addMember(world, { name: 'Ada Adams', practiceId, can: everything })
  files = importing(world, administrator, practiceId)
  here = managing(world, administrator, practiceId)
})
afterAll(() => world.end())

const rows = 1200
const csv = ['Name,E-mail,Role,First day']
  .concat(Array.from({ length: rows }, (_, at) => `Person ${at},p${at}@many.example,RN,2026-02-02`))
  .join('\n')
const count = (where: object) => here.inPractice((tx) => tx.staffMember.count({ where }))

test('a worker that dies in a batch leaves none of it, and the next one goes on from the last whole batch', async () => {
  const importId = await files.upload(csv)
  await files.match(importId)
  await files.confirm(importId)
  await files.step(importId)
  expect(await files.found(importId)).toMatchObject({ stage: 'apply', done: 500, total: rows })
  const killed = inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const context = { tx, now: files.next(), settings: world.settings }
    await applyRosterImport(context, { practiceId, importId, isQuick: false })
    throw new Error('killed before the commit')
  })
  await expect(killed).rejects.toThrow('killed')
  expect(await count({ name: { startsWith: 'Person' } })).toBe(500)
  await files.work(importId)
  expect(await files.found(importId)).toMatchObject({ stage: 'applied', done: rows })
  expect(await count({ name: { startsWith: 'Person' } })).toBe(rows)
  const hires = await here.inPractice((tx) => tx.evidenceEvent.count({ where: { kind: 'employed' } }))
  expect(hires).toBe(rows + 1)
})

test('two workers at one file write every row once', async () => {
  const importId = await files.upload(csv.replaceAll('many', 'others').replaceAll('Person', 'Other'))
  await files.match(importId)
  await files.confirm(importId)
  await Promise.all([files.work(importId), files.work(importId)])
  expect(await count({ name: { startsWith: 'Other' } })).toBe(rows)
  expect((await files.view(importId)).report?.results).toEqual({ applied: rows })
})
