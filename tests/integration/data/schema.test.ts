import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { Prisma } from '#lib/data/generated/client'
import { openWorld, type World } from '#tests/support/world'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

type Table = { findMany(query: object): Promise<unknown[]> }

test.each(Object.keys(Prisma.ModelName))('the database has every column of %s', async (model) => {
  const name = model.charAt(0).toLowerCase() + model.slice(1)
  const rows = inTransaction(world.owner, async (tx) =>
    (tx as unknown as Record<string, Table>)[name]?.findMany({ take: 1 }),
  )
  expect(await rows).toBeInstanceOf(Array)
})

test('the schema that is kept beside the newest migration is today’s', () => {
  const kept = globSync('prisma/migrations/*/schema.prisma').sort().at(-1) ?? ''
  expect(readFileSync(kept, 'utf8')).toBe(readFileSync('prisma/schema.prisma', 'utf8'))
})
