import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, type Tx } from '#lib/data/database'
import { openWorld, type World } from '#tests/support/world'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const id = 'f0000000-0000-4000-8000-000000000001'
const insertPerson = (tx: Tx) =>
  tx.$executeRaw`INSERT INTO person (id, created_at) VALUES (${id}::uuid, now())`

test('statements of ours and of the client stand in one transaction', async () => {
  const seen = await inTransaction(world.db, async (tx) => {
    expect(await insertPerson(tx)).toBe(1)
    const found = await tx.person.count({ where: { id } })
    await tx.person.create({ data: { id: id.replace('1', '2'), createdAt: new Date() } })
    const rows = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM person`
    return { found, total: rows[0]?.total }
  })
  expect(seen).toEqual({ found: 1, total: 2 })
})

test('what throws leaves nothing behind, whoever sent it', async () => {
  const before = await world.db.person.count()
  const failing = inTransaction(world.db, async (tx) => {
    await tx.$executeRaw`INSERT INTO person (id, created_at) VALUES (gen_random_uuid(), now())`
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  await expect(inTransaction(world.db, insertPerson)).rejects.toThrow('person_pkey')
  expect(await world.db.person.count()).toBe(before)
})

test('after its end a transaction takes no statement: its connection belongs to somebody else', async () => {
  const kept: Tx[] = []
  await inTransaction(world.db, async (tx) => {
    kept.push(tx)
  })
  await inTransaction(world.db, async (tx) => {
    kept.push(tx)
    throw new Error('on purpose')
  }).catch(() => undefined)
  for (const tx of kept) await expect(tx.$queryRaw`SELECT 1`).rejects.toThrow('a transaction is open')
})

test('transactions side by side keep to their own connections and settings', async () => {
  const names = ['one', 'two', 'three', 'four']
  const read = names.map((name) =>
    inTransaction(world.db, async (tx) => {
      await tx.$queryRaw`SELECT set_config('beacon.practice_ids', ${name}, true)`
      const rows = await tx.$queryRaw<
        { name: string }[]
      >`SELECT current_setting('beacon.practice_ids') AS name`
      return rows[0]?.name
    }),
  )
  expect(await Promise.all(read)).toEqual(names)
})

test('a transaction that the client opens meanwhile takes nobody’s connection', async () => {
  const backend = async (tx: Tx) =>
    (await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`)[0]?.pid
  const [before, other, during, after] = await inTransaction(world.db, async (tx) => {
    const own = await backend(tx)
    const meanwhile = await world.db.$transaction(async (inner) => [await backend(inner), await backend(tx)])
    return [own, ...meanwhile, await backend(tx)]
  })
  expect(other).not.toBe(before)
  expect([during, after]).toEqual([before, before])
})

test('a connection that is lost in the middle fails its own transaction and nobody else’s', async () => {
  const id = 'f0000000-0000-4000-8000-000000000009'
  const cutOff = inTransaction(world.db, async (tx) => {
    await tx.$executeRaw`INSERT INTO person (id, created_at) VALUES (${id}::uuid, now())`
    await tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`
  })
  await expect(cutOff).rejects.toThrow('terminating connection')
  const after = Array.from({ length: 25 }, () =>
    inTransaction(world.db, async (tx) => {
      const rows = await tx.$queryRaw<
        { n: number }[]
      >`SELECT count(*)::int AS n FROM person WHERE id = ${id}::uuid`
      return rows[0]?.n
    }),
  )
  expect(new Set(await Promise.all(after))).toEqual(new Set([0]))
})

test('days and large numbers arrive as they were', async () => {
  const rows = await inTransaction(
    world.db,
    (tx) => tx.$queryRaw`
      SELECT '2026-03-08'::date AS day, '2026-03-08T07:30:00Z'::timestamptz AS at, 9007199254740993::bigint AS large,
        ARRAY['a', null, 'b'] AS texts, '{"a": [1]}'::jsonb AS json, ${null}::text AS nothing`,
  )
  expect(rows).toEqual([
    {
      day: new Date('2026-03-08T00:00:00Z'),
      at: new Date('2026-03-08T07:30:00Z'),
      large: 9007199254740993n,
      texts: ['a', null, 'b'],
      json: { a: [1] },
      nothing: null,
    },
  ])
})
