import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterSession } from '#lib/data/scope'
import { insertSession } from '#lib/data/session'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, type Instant, instantFrom, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { resendInvitation } from '#lib/use-cases/practice/resend-invitation'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { managing } from '#tests/support/managing'
import {
  addMember,
  addPractice,
  as,
  everything,
  noon,
  openWorld,
  today,
  type World,
} from '#tests/support/world'

let world: World
let gateway: PracticeId
let ozark: PracticeId
let administrator: Actor
let here: ReturnType<typeof managing>

beforeAll(async () => {
  world = await openWorld()
  gateway = await addPractice(world, 'Gateway Family Practice')
  ozark = await addPractice(world, 'Ozark Dental Care')
  administrator = await addMember(world, { name: 'Ada Admin', practiceId: gateway, can: everything })
  here = managing(world, administrator, gateway)
})
afterAll(() => world.end())

const end = (staffMemberId: string, lastDay: LocalDate, actor = administrator, practiceId = gateway) =>
  as(world, actor, (context) => endEmployment(context, { practiceId, staffMemberId, lastDay }))

async function postsAt(actor: Actor, at: Instant): Promise<number | undefined> {
  return inTransaction(world.db, async (tx) => {
    const idHash = `${actor.personId} ${at}`
    await insertSession(tx, { idHash, personId: actor.personId, createdAt: at, expiresAt: addMinutes(at, 5) })
    return (await enterSession(tx, idHash, at))?.memberships.length
  })
}

test('the last day is a day of work, and the day after it no session opens the practice', async () => {
  const omar = await addMember(world, { name: 'Omar Said', practiceId: gateway })
  const id = omar.memberships[0]?.staffMemberId ?? ''
  expect(await end(id, today)).toEqual({ ok: true, value: null })
  expect(await here.facts(id)).toContainEqual({ kind: 'employment-ended', on: today, details: {} })
  expect(await here.auditKinds()).toContain('employment-ended')
  expect(await postsAt(omar, noon)).toBe(1)
  expect(await postsAt(omar, addMinutes(noon, 24 * 60))).toBe(0)
  expect(await end(id, today)).toEqual({ ok: false, refusal: 'employment-ended-already' })
})

test('the invitation of whoever left is dead and cannot be sent again', async () => {
  const staffMemberId = await here.added('Liv Leaving')
  await end(staffMemberId, today)
  const tomorrow = addMinutes(noon, 24 * 60)
  const again = await as(
    world,
    administrator,
    (context) => resendInvitation(context, { practiceId: gateway, staffMemberId }),
    tomorrow,
  )
  expect(again).toEqual({ ok: false, refusal: 'not-found' })
})

test('a last day before the first, or far ahead, is refused', async () => {
  const id = await here.added('Dana Dates')
  expect(await end(id, localDateFrom('2026-02-28'))).toEqual({ ok: false, refusal: 'end-before-start' })
  expect(await end(id, localDateFrom('2028-01-01'))).toEqual({ ok: false, refusal: 'end-too-far-ahead' })
})

test('a manager ends the post of a trainee, and only an administrator that of somebody who may do more', async () => {
  const manager = await addMember(world, { name: 'Max', practiceId: gateway, can: ['train', 'manage'] })
  const trainer = await here.added('Tess Trainer', { capabilities: ['author'] })
  const trainee = await here.added('Theo Trainee')
  expect(await end(trainer, today, manager)).toEqual({ ok: false, refusal: 'needs-administrator' })
  expect((await end(trainee, today, manager)).ok).toBe(true)
  expect((await end(trainer, today)).ok).toBe(true)
})

test('the practice keeps an administrator, even when two leave at once', async () => {
  const practiceId = await addPractice(world, 'Two Doctors')
  const both = await Promise.all(
    ['Doctor One', 'Doctor Two'].map((name) => addMember(world, { name, practiceId, can: everything })),
  )
  const left = await Promise.all(
    both.map((actor) => end(actor.memberships[0]?.staffMemberId ?? '', today, actor, practiceId)),
  )
  expect(left.filter(({ ok }) => ok)).toHaveLength(1)
  expect(left).toContainEqual({ ok: false, refusal: 'last-administrator' })
})

test('who was invited as an administrator and never came in does not count as one', async () => {
  const practiceId = await addPractice(world, 'One Doctor')
  const doctor = await addMember(world, { name: 'Doctor Here', practiceId, can: everything })
  const never = { name: 'Doctor Never', practiceId, can: everything, neverCame: true } as const
  const absent = await addMember(world, never)
  const leave = (actor: Actor) => end(actor.memberships[0]?.staffMemberId ?? '', today, doctor, practiceId)
  expect(await leave(doctor)).toEqual({ ok: false, refusal: 'last-administrator' })
  // The other way round nothing stands in the way: the practice keeps the one who is there.
  expect(await leave(absent)).toEqual({ ok: true, value: null })
})

test('staff of another practice are not found', async () => {
  const foreign = await addMember(world, { name: 'Far Away', practiceId: ozark })
  const id = foreign.memberships[0]?.staffMemberId ?? ''
  expect(await end(id, today)).toEqual({ ok: false, refusal: 'not-found' })
})

test('an end that is set twice at once is one fact', async () => {
  const id = await here.added('Della Double')
  const results = await Promise.all(Array.from({ length: 5 }, () => end(id, today)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const ends = (await here.facts(id)).filter(({ kind }) => kind === 'employment-ended')
  expect(ends).toHaveLength(1)
})

test('who has yet to come in still can until the last day, and is never called accepted for leaving', async () => {
  const staffMemberId = await here.added('Fay Future')
  expect((await end(staffMemberId, localDateFrom('2026-03-12'))).ok).toBe(true)
  const input = { practiceId: gateway, staffMemberId }
  const stateAt = async (at: Instant) => {
    const view = await as(world, administrator, (context) => viewStaffMember(context, input), at)
    return view.ok && view.value.standing[0]?.person.invitation
  }
  expect(await stateAt(instantFrom('2026-03-13T04:59:00Z'))).toBe('waiting')
  expect(await stateAt(instantFrom('2026-03-13T05:00:00Z'))).toBe('expired')
  expect(await as(world, administrator, (context) => resendInvitation(context, input))).toEqual({
    ok: true,
    value: null,
  })
})
