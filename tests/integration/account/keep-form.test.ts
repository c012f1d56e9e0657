import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#lib/context'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes } from '#lib/domain/calendar'
import { ok } from '#lib/domain/result'
import { keepForm, takeForm } from '#lib/use-cases/account/keep-form'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let nadia: Actor
beforeAll(async () => {
  world = await openWorld()
  const practiceId = await addPractice(world, 'Gateway Family Practice')
  nadia = await addMember(world, { name: 'Nadia', practiceId })
})
afterAll(() => world.end())

const place = { path: '/staff/new', sessionIdHash: 'hers' }
const refused = { problems: [{ field: 'name', words: 'name-missing' }], values: { email: 'x' }, notice: null }
const done = { problems: [], values: {}, notice: 'signed-out' }

async function act<Value>(work: (context: Context) => Promise<Value>, at = noon): Promise<Value> {
  const result = await as(world, nadia, async (context) => ok(await work(context)), at)
  return result.value
}

const keep = (content: object) => act((context) => keepForm(context, place, content))
const take = (id: string, from = place, at = noon) => act((context) => takeForm(context, from, id), at)

test('a refused form is there again after a reload, and on the way back, for a quarter of an hour', async () => {
  const id = await keep(refused)
  expect(await take(id)).toEqual(refused)
  expect(await take(id)).toEqual(refused)
  expect(await take(id, place, addMinutes(noon, 16))).toBeUndefined()
})

test('what is said of a done deed is said once', async () => {
  const id = await keep(done)
  expect(await take(id)).toEqual(done)
  expect(await take(id)).toBeUndefined()
})

test('nobody else finds either, nor does another page', async () => {
  for (const content of [refused, done]) {
    const id = await keep(content)
    expect(await take(id, { ...place, sessionIdHash: 'another' })).toBeUndefined()
    expect(await take(id, { ...place, path: '/elsewhere' })).toBeUndefined()
    expect(await take(id)).toEqual(content)
  }
})
