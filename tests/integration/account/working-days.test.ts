import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { insertPractice } from '#lib/data/practice'
import { enterPractice, enterSession } from '#lib/data/scope'
import { insertSession } from '#lib/data/session'
import { type Actor, pendingSignInStep } from '#lib/domain/access/actor'
import { addMinutes, type Instant, instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { viewMyTraining } from '#lib/use-cases/training/view-my-training'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, everything, noon, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let administrator: Actor

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  administrator = await addMember(world, { name: 'Ada Admin', practiceId, can: everything })
})
afterAll(() => world.end())

/** Whoever a session finds at that moment. */
async function at(person: Actor, moment: string): Promise<Actor> {
  const now: Instant = instantFrom(moment)
  const { personId } = person
  const idHash = randomUUID()
  const actor = await inTransaction(world.db, async (tx) => {
    await insertSession(tx, { idHash, personId, createdAt: now, expiresAt: addMinutes(now, 5) })
    return enterSession(tx, idHash, now)
  })
  if (!actor) throw new Error('the session is open')
  return actor
}
const mayDo = async (person: Actor, moment: string) =>
  (await at(person, moment)).memberships.map(({ capabilities }) => capabilities)

// Monday 16 March begins in Chicago at 05:00 UTC.
const startedOn = localDateFrom('2026-03-16')
const lastSecondOfSunday = '2026-03-16T04:59:59.999Z'
const firstSecondOfMonday = '2026-03-16T05:00:00.000Z'

test('a manager who starts on Monday can sign in and train on Sunday, and manages from Monday on', async () => {
  const can = ['train', 'manage', 'author', 'review', 'administer'] as const
  const mona = await addMember(world, { name: 'Mona Monday', practiceId, can, startedOn })
  expect(await mayDo(mona, lastSecondOfSunday)).toEqual([['train']])
  expect(await mayDo(mona, firstSecondOfMonday)).toEqual([can])
  const onSunday = await at(mona, lastSecondOfSunday)
  expect((await as(world, onSunday, viewMyTraining)).ok).toBe(true)
  expect(pendingSignInStep(onSunday)).toBeNull()
  expect(pendingSignInStep(await at(mona, firstSecondOfMonday))).toBe('set-up-second-factor')
})

test('a manager manages to the end of the last day, and the day after it the post is gone', async () => {
  const lena = await addMember(world, { name: 'Lena Last', practiceId, can: ['train', 'manage'] })
  const { staffMemberId } = postAt(lena)
  const lastDay = localDateFrom('2026-03-16')
  await as(world, administrator, (context) => endEmployment(context, { practiceId, staffMemberId, lastDay }))
  expect(await mayDo(lena, '2026-03-17T04:59:59.999Z')).toEqual([['train', 'manage']])
  expect(await mayDo(lena, '2026-03-17T05:00:00.000Z')).toEqual([])
})

test('the day is the practice’s own, not the server’s', async () => {
  const kiritimati = randomUUID() as PracticeId
  await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, kiritimati)
    const practice = {
      id: kiritimati,
      name: 'Line Islands Clinic',
      state: 'HI',
      timeZone: 'Pacific/Kiritimati',
    }
    await insertPractice(tx, { ...practice, isDemo: false }, noon)
  })
  const can = ['train', 'manage'] as const
  const tara = await addMember(world, { name: 'Tara Early', practiceId: kiritimati, can, startedOn })
  expect(await mayDo(tara, '2026-03-15T09:59:59.999Z')).toEqual([['train']])
  expect(await mayDo(tara, '2026-03-15T10:00:00.000Z')).toEqual([can])
})
