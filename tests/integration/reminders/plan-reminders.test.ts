import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { saveLanguage } from '#lib/data/person'
import { insertReminderPause } from '#lib/data/reminder-settings'
import { addDays, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import type { RequirementId, StaffMemberId } from '#lib/domain/ids'
import { at, reminding } from '#tests/support/reminding'
import { openWorld, type World } from '#tests/support/world'

let world: World
let here: Awaited<ReturnType<typeof reminding>>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  here = await reminding(world)
})

/** Due on 9 April 2026: thirty days after the requirement began. */
const due = localDateFrom('2026-04-09')
const on = (days: number) => addDays(due, days)
const plan = (day: LocalDate, time?: string) => here.plan(day, time)

test('thirty, fourteen and one day before and the day after, once each, however often the worker looks', async () => {
  await here.require({ roles: ['nurse'] })
  await here.add('Omar')
  for (let days = -30; days <= 20; days += 1) {
    await Promise.all([plan(on(days)), plan(on(days), '15:00')])
    await plan(on(days), '19:00')
  }
  expect(await here.recorded()).toEqual(['after-1', 'before-1', 'before-14', 'before-30'])
  const mails = await here.queued()
  expect(mails.map(({ createdAt }) => createdAt.toISOString().slice(0, 10))).toEqual([
    '2026-03-10',
    '2026-03-26',
    '2026-04-08',
    '2026-04-10',
  ])
  expect(mails.map(({ subject }) => subject)).toEqual(Array(4).fill('Training due'))
  expect((await here.auditKinds()).filter((kind) => kind === 'reminder-sent')).toHaveLength(4)
})

test('nothing is planned before the morning of the practice, nor in its evening', async () => {
  await here.require({ roles: ['nurse'] })
  await here.add('Omar')
  expect([await plan(on(-14), '07:59'), await plan(on(-14), '20:00')]).toEqual([0, 0])
  expect(await plan(on(-14), '08:00')).toBe(1)
})

test('after three days without a worker one message goes out, and the record says which it stands for', async () => {
  await here.require({ roles: ['nurse'] })
  await here.add('Omar')
  await plan(on(-30))
  await plan(on(-14))
  // Away from two days before the due date until the second day after it.
  await plan(on(2))
  expect(await here.recorded()).toEqual(['after-1', 'before-1 later-one', 'before-14', 'before-30'])
  expect(await here.deliver(at(on(2), '09:05'))).toHaveLength(1)
})

test('two requirements of one person make one mail, with both days', async () => {
  await here.require({ roles: ['nurse'] })
  await here.require({ roles: ['nurse'], firstDueDays: 36 })
  await here.add('Omar')
  await here.change({ daysBefore: [14, 8] }, on(-8))
  await plan(on(-8))
  expect(await here.recorded()).toEqual(['before-14 later-one', 'before-8', 'before-14'])
  const [mail] = await here.queued()
  expect(mail?.body).toContain('is due on April 9, 2026 and April 15, 2026.')
  expect(await here.queued()).toHaveLength(1)
})

test('each person reads their own language', async () => {
  await here.require({ roles: ['nurse'] })
  const { personId } = await here.add('Lucia')
  await here.add('Omar')
  await here.inPractice((tx) => saveLanguage(tx, personId, 'es'))
  await plan(on(-1))
  const words = (await here.deliver(at(on(-1), '10:00'))).toSorted((a, b) => (a.to < b.to ? -1 : 1))
  expect(words.map(({ subject }) => subject)).toEqual(['Capacitación pendiente', 'Training due'])
  expect(words[0]?.text).toContain('vence el 9 de abril de 2026')
})

test.each([
  ['completed', (id: StaffMemberId) => here.complete(id, on(-14))],
  [
    'on leave',
    (id: StaffMemberId) => here.tell('leave-started', id, on(-14), { details: { through: on(60) } }),
  ],
  ['exempt', (id: StaffMemberId) => here.tell('exempted', id, on(-14), { details: { through: on(60) } })],
  ['gone', (id: StaffMemberId) => here.tell('employment-ended', id, on(-15))],
  ['extended', (id: StaffMemberId) => here.tell('extended', id, on(-14), { details: { to: on(20) } })],
])('a reminder that waits is withdrawn from whoever is %s when its turn comes', async (_how, deed) => {
  await here.require({ roles: ['nurse'] })
  const { id } = await here.add('Omar')
  await plan(on(-14))
  await deed(id)
  expect(await here.deliver(at(on(-14), '09:05'))).toEqual([])
  const [mail] = await here.queued()
  expect(mail).toMatchObject({ sentAt: null, nextAttemptAt: null, withdrawnAt: expect.any(Date) })
  await plan(on(-13))
  expect(await here.deliver(at(on(-13), '09:05'))).toEqual([])
})

test('a reminder that was withdrawn before it left counts for nothing: it goes out when it is so again, and once', async () => {
  await here.require({ roles: ['nurse'] })
  const { id } = await here.add('Omar')
  await plan(on(-14))
  await here.tell('exempted', id, on(-14), { details: { through: on(-12) } })
  expect(await here.deliver(at(on(-14), '09:05'))).toEqual([])
  for (const days of [-13, -12, -11, -10]) await plan(on(days))
  expect(await here.deliver(at(on(-10), '09:05'))).toHaveLength(1)
  for (const days of [-9, -8]) await plan(on(days))
  expect(await here.deliver(at(on(-8), '09:05'))).toEqual([])
  const states = (await here.queued()).map(({ withdrawnAt, sentAt }) => [
    withdrawnAt !== null,
    sentAt !== null,
  ])
  expect(states).toEqual([
    [true, false],
    [false, true],
  ])
})

test('a due date that an extension moves is told of anew, thirty, fourteen and one day before, once each', async () => {
  await here.require({ roles: ['nurse'] })
  const { id } = await here.add('Omar')
  await plan(on(-30))
  await here.deliver(at(on(-30), '09:05'))
  await plan(on(-14))
  await here.tell('extended', id, on(-14), { details: { to: on(20) } })
  expect(await here.deliver(at(on(-14), '09:05'))).toEqual([])
  for (let days = -13; days <= 30; days += 1) {
    await Promise.all([plan(on(days)), plan(on(days), '15:00')])
    await here.deliver(at(on(days), '15:05'))
  }
  const sent = (await here.queued()).filter(({ sentAt }) => sentAt !== null)
  expect(sent.map(({ sentAt }) => sentAt?.toISOString().slice(0, 10))).toEqual(
    [-30, -10, 6, 19, 21].map((days) => on(days)),
  )
  expect(await here.recorded()).toEqual([
    ...['before-14', 'before-30'],
    ...['after-1', 'before-1', 'before-14', 'before-30'],
  ])
})

test('nobody is planned for who completed, and the next turn begins to count anew', async () => {
  await here.require({ roles: ['nurse'] })
  const { id } = await here.add('Omar')
  await plan(on(-30))
  await here.complete(id, on(-20))
  for (const days of [-14, -1, 1]) await plan(on(days))
  expect(await here.recorded()).toEqual(['before-30'])
  const next = addDays(localDateFrom('2027-03-20'), -30)
  await plan(next)
  expect(await here.recorded()).toEqual(['before-30', 'before-30'])
})

test('what is true in part only is written anew for the part', async () => {
  const first = await here.require({ roles: ['nurse'] })
  await here.require({ roles: ['nurse'], firstDueDays: 36 })
  const { id } = await here.add('Omar')
  await here.change({ daysBefore: [14, 8] }, on(-8))
  await plan(on(-8))
  await here.tell('exempted', id, on(-8), { requirementId: first, details: { through: due } })
  const left = await here.deliver(at(on(-8), '09:05'))
  expect(left).toHaveLength(1)
  expect(left[0]?.text).toContain('is due on April 15, 2026.')
  expect((await here.queued()).map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, false])
  expect(await here.deliver(at(on(-7), '09:05'))).toEqual([])
})

test('what the server did not take before the evening waits for the morning, and says then what is so', async () => {
  await here.require({ roles: ['nurse'] })
  await here.add('Omar')
  await plan(on(-1), '19:50')
  expect(await here.deliver(at(on(-1), '20:00'))).toEqual([])
  expect((await here.queued())[0]).toMatchObject({ attempts: 0, nextAttemptAt: new Date(at(due, '08:00')) })
  expect(await here.deliver(at(due, '07:59'))).toEqual([])
  expect(await here.deliver(at(due, '08:00'))).toHaveLength(1)
})

test('who rests, or has no address, is left out, and the record says why', async () => {
  await here.require({ roles: ['nurse'] })
  const { id } = await here.add('Omar')
  await here.add('Nora')
  await inTransaction(world.owner, async (tx) => {
    await tx.$executeRaw`UPDATE person SET email_address = NULL
      WHERE email_address = ${here.address('Nora')}`
  })
  const pause = { staffMemberId: id, through: on(-14), reason: 'Asked for it.' }
  await here.inPractice((tx) =>
    insertReminderPause(tx, here.practiceId, here.manager.personId, pause, at(on(-20))),
  )
  await plan(on(-14))
  expect((await here.recorded()).toSorted()).toEqual([
    'before-14 no-address',
    'before-14 paused',
    'before-30 later-one',
    'before-30 later-one',
  ])
  await plan(on(-1))
  expect((await here.deliver(at(on(-1), '10:00'))).map(({ to }) => to)).toEqual([here.address('Omar')])
})

test('switched off for the practice or one requirement, nothing is queued', async () => {
  const requirement = await here.require({ roles: ['nurse'] })
  await here.add('Omar')
  await here.change({ enabled: false }, due)
  expect(await plan(on(-14))).toBe(0)
  await here.change({ requirementsOff: [requirement as RequirementId] }, due, 1)
  expect(await plan(on(-13))).toBe(0)
  await here.change({}, due, 2)
  expect(await plan(on(-12))).toBe(1)
})

test('a practice of sample people sends nothing by itself', async () => {
  await here.require({ roles: ['nurse'] })
  await here.add('Omar')
  await inTransaction(world.owner, async (tx) => {
    await tx.$executeRaw`ALTER TABLE practice NO FORCE ROW LEVEL SECURITY`
    await tx.$executeRaw`UPDATE practice SET is_demo = true WHERE id = ${here.practiceId}::uuid`
    await tx.$executeRaw`ALTER TABLE practice FORCE ROW LEVEL SECURITY`
  })
  expect(await plan(on(-14))).toBe(0)
})
