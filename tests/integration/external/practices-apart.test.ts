import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { fromElsewhere } from '#tests/support/from-elsewhere'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, openWorld, type World } from '#tests/support/world'

const manage = ['train', 'manage'] as const

let world: World
let practiceId: PracticeId
let mara: Actor
let foreign: Actor
let deeds: ReturnType<typeof fromElsewhere>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Alder Family Medicine')
  mara = await addMember(world, { name: 'Mara Manager', practiceId, can: manage })
  const there = await addPractice(world, 'Birch Women’s Health')
  foreign = await addMember(world, { name: 'Fritz Foreign', practiceId: there, can: manage })
  deeds = fromElsewhere(world, practiceId, [await managing(world, mara, practiceId).require()])
})
afterAll(() => world.end())

const nurse = (name: string) => addMember(world, { name, practiceId })
const idOf = (actor: Actor) => actor.memberships[0]?.staffMemberId ?? ''

describe('another practice', () => {
  test('sees, records and decides nothing here', async () => {
    const nanna = await nurse('Nanna Nurse')
    const externalId = await deeds.recorded(nanna)
    expect(await deeds.review(foreign, externalId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await deeds.decide(foreign, externalId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await deeds.withdraw(foreign, externalId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await deeds.record(foreign, { staffMemberId: idOf(nanna) })).toMatchObject({
      refusal: 'not-found',
    })
    expect(await deeds.record(foreign)).toMatchObject({ refusal: 'not-found' })
  })

  test('gets no row from the database, even where a query forgets to ask for one practice', async () => {
    const there = foreign.memberships[0]?.practiceId ?? ''
    const rows = await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, there as PracticeId)
      return [await tx.externalCertificate.count(), await tx.externalDecision.count()]
    })
    expect(rows).toEqual([0, 0])
    const nothing = await inTransaction(world.db, (tx) => tx.externalCertificate.count())
    expect(nothing).toBe(0)
  })

  test.each(['externalCertificate', 'externalDecision'] as const)(
    'nobody changes or removes what was recorded (%s)',
    async (table) => {
      const change = (deed: 'deleteMany' | 'updateMany') =>
        inTransaction(world.db, async (tx) => {
          await enterPractice(tx, practiceId)
          const rows = tx[table] as unknown as Record<string, (query: object) => Promise<unknown>>
          return rows[deed]?.(deed === 'deleteMany' ? {} : { data: { practiceId } })
        })
      await expect(change('deleteMany')).rejects.toThrow(/permission denied/)
      await expect(change('updateMany')).rejects.toThrow(/permission denied/)
    },
  )

  test('cannot be written to by the application of one practice', async () => {
    const there = foreign.memberships[0]
    const write = inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      return tx.externalDecision.create({
        data: {
          practiceId: there?.practiceId ?? '',
          certificateId: randomUUID(),
          outcome: 'withdrawn',
          decidedAt: new Date(0),
          decidedBy: mara.personId,
        },
      })
    })
    await expect(write).rejects.toThrow(/row-level security/)
  })
})
