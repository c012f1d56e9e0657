import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { insertModuleVersion } from '#lib/data/library'
import { saveLanguage } from '#lib/data/person'
import { insertReminderPause } from '#lib/data/reminder-settings'
import { addDays, addMonths, localDateFrom } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'
import type { Mailer } from '#lib/mail/send-mail'
import { changeRefresherWish } from '#lib/use-cases/refreshers/change-refresher-wish'
import { openJobRunner } from '#tests/support/decade/job-runner'
import { type Completed, refreshing } from '#tests/support/refreshing'
import { at } from '#tests/support/reminding'
import { as, moduleVersion, noon, openWorld, type World } from '#tests/support/world'

let world: World
let here: Awaited<ReturnType<typeof refreshing>>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  here = await refreshing(world)
})

const completedOn = localDateFrom('2026-03-10')
const month = (months: number, days = 0) => addDays(addMonths(completedOn, months), days)
const postOf = ({ actor }: Completed) => actor.memberships[0]?.staffMemberId as StaffMemberId
const moments = async (who: Completed) => (await here.offered(who)).map(({ moment }) => moment)
const wish = ({ actor }: Completed, wanted: boolean) =>
  as(world, actor, (context) => changeRefresherWish(context, { wanted }))

test('one, three and six months after, once each, however often and by how many workers it is looked at', async () => {
  const nadia = await here.completed('Nadia', true)
  const left: string[] = []
  for (const months of [1, 2, 3, 4, 6, 7]) {
    for (const days of [-1, 0, 1]) {
      const day = month(months, days)
      await Promise.all([here.plan(day), here.plan(day)])
      await here.plan(day, '15:00')
      left.push(...(await here.deliver(at(day, '15:05'))).map(({ subject }) => `${day} ${subject}`))
    }
  }
  const offered = await here.offered(nadia)
  expect(offered.map(({ moment, dueOn }) => [moment, dueOn])).toEqual([
    [1, '2026-04-10'],
    [3, '2026-06-10'],
    [6, '2026-09-10'],
  ])
  expect(left).toEqual(offered.map(({ dueOn }) => `${dueOn} A short review is ready`))
})

test('the mail is neutral, names no module, and leads to the review and to where it is switched off', async () => {
  const nadia = await here.completed('Nadia')
  await inTransaction(world.db, (tx) => saveLanguage(tx, nadia.actor.personId, 'es'))
  await here.plan(month(1))
  const [mail] = await here.deliver(at(month(1), '09:05'))
  const [refresher] = await here.offered(nadia)
  const { origin } = world.settings
  expect(mail?.subject).toBe('Tiene listo un repaso breve')
  expect(mail?.text.match(/https?:\S+/g)).toEqual([
    `${origin}/reviews/${refresher?.id}`,
    `${origin}/account/reviews`,
  ])
  expect(mail?.text).not.toMatch(/Module|Basics|traf|trata/i)
})

test('after three days without a worker one message goes out, and after three months one and not two', async () => {
  const nadia = await here.completed('Nadia')
  for (const days of [3, 4, 5]) await here.plan(month(1, days))
  expect(await here.deliver(at(month(1, 5), '09:05'))).toHaveLength(1)
  const omar = await here.completed('Omar')
  await here.plan(month(3, 2))
  expect(await here.deliver(at(month(3, 2), '09:05'))).toHaveLength(2)
  expect([await moments(nadia), await moments(omar)]).toEqual([[1, 3], [3]])
})

test('the worker’s own queue, started anew each day and away for three, leads to one message', async () => {
  const nadia = await here.completed('Nadia')
  const left: string[] = []
  const send: Mailer['send'] = async ({ to, subject }) => {
    if (to.name.includes(here.practiceId)) left.push(subject)
    return { kind: 'sent' }
  }
  for (const days of [-1, 3, 4]) {
    const worker = await openJobRunner(world, send)
    for (const name of ['plan-refreshers', 'send-mail', 'plan-refreshers', 'send-mail'])
      await worker.run([name], at(month(1, days)))
    await worker.stop()
  }
  expect(left).toEqual(['A short review is ready'])
  expect(await moments(nadia)).toEqual([1])
})

test('nothing is offered before the morning, nor where the practice switched it off', async () => {
  const nadia = await here.completed('Nadia')
  await here.plan(month(1), '07:59')
  await here.change({ refreshersEnabled: false }, month(0))
  await here.plan(month(1), '09:00')
  expect(await moments(nadia)).toEqual([])
  await here.change({}, month(0), 1)
  await here.plan(month(1), '09:10')
  expect(await moments(nadia)).toEqual([1])
})

test('nobody is offered one while on leave, while messages rest or after the last day of work', async () => {
  const [away, resting, gone] = [
    await here.completed('Away'),
    await here.completed('Resting'),
    await here.completed('Gone'),
  ]
  await here.tell('leave-started', postOf(away), month(0, 5), { details: { through: month(1, 3) } })
  const pause = { staffMemberId: postOf(resting), through: month(1, 20), reason: null }
  await here.inPractice((tx) =>
    insertReminderPause(tx, here.practiceId, here.manager.personId, pause, at(month(0, 5))),
  )
  await here.inPractice((tx) =>
    tx.staffMember.updateMany({ where: { id: postOf(gone) }, data: { endedOn: new Date(month(1, -1)) } }),
  )
  for (const days of [0, 3, 4, 21]) await here.plan(month(1, days))
  // Whoever comes back soon is made up for; whoever rests longer is not.
  expect([await moments(away), await moments(resting), await moments(gone)]).toEqual([[1], [], []])
})

test('what waits is withdrawn from whoever switches them off, leaves, goes on leave or has begun already', async () => {
  const names = ['Off', 'Left', 'Away', 'Begun', 'Nadia']
  const people: Completed[] = []
  for (const name of names) people.push(await here.completed(name))
  const [off, left, away, begun] = people as [Completed, Completed, Completed, Completed]
  await here.plan(month(1))
  await wish(off, false)
  await here.inPractice((tx) =>
    tx.staffMember.updateMany({ where: { id: postOf(left) }, data: { endedOn: new Date(month(1, -1)) } }),
  )
  await here.tell('leave-started', postOf(away), month(1), { details: { through: month(2) } })
  const [offered] = await here.offered(begun)
  if (!offered) throw new Error('it was offered')
  await here.answer(begun.actor, offered.id, 1, offered.items[0] ?? '', 'a', at(month(1)))
  const sent = await here.deliver(at(month(1), '09:05'))
  expect(sent.map(({ to }) => to.split(' ')[0])).toEqual(['Nadia'])
  expect(await here.deliver(at(month(1, 1), '09:05'))).toEqual([])
  // It stays off, and can be switched on again.
  await here.plan(month(3))
  expect(await moments(off)).toEqual([1])
  await wish(off, true)
  await here.plan(month(3, 1))
  expect(await moments(off)).toEqual([1, 3])
})

test('after a refused address no message is written, and the offer stands on the person’s own page', async () => {
  const nadia = await here.completed('Nadia')
  const { personId, emailAddress } = nadia.actor
  const refused = { kind: 'automatic-reminder', toName: 'Nadia', subject: 'Training due', body: 'x' }
  await here.inPractice((tx) =>
    tx.mailMessage.create({
      data: {
        ...{ ...refused, practiceId: here.practiceId, id: crypto.randomUUID(), personId },
        toAddress: emailAddress ?? '',
        createdAt: new Date(at(month(0, 1))),
        problem: '550 No such mailbox',
      },
    }),
  )
  await here.plan(month(1))
  expect(await here.deliver(at(month(1), '09:05'))).toEqual([])
  expect(await here.offered(nadia)).toMatchObject([{ moment: 1, isMailed: false }])
})

test('what the server did not take before the evening waits for the morning', async () => {
  await here.completed('Nadia')
  await here.plan(month(1), '19:50')
  expect(await here.deliver(at(month(1), '20:00'))).toEqual([])
  expect(await here.deliver(at(month(1, 1), '08:00'))).toHaveLength(1)
})

test('asks first what somebody missed, and next time what was missed since', async () => {
  const nadia = await here.completed('Nadia', true)
  const omar = await here.completed('Omar')
  await here.plan(month(1))
  const [first] = await here.offered(nadia)
  expect(first?.items).toHaveLength(5)
  expect(first?.items.filter((id) => id.startsWith('m1-'))).toHaveLength(5)
  const [plain] = await here.offered(omar)
  // Nothing missed: the must-pass item of each module is among the three.
  expect(plain?.items).toHaveLength(3)
  expect(plain?.items).toEqual(expect.arrayContaining(['m1-q1', 'm2-q1']))
  const missed = plain?.items[2] ?? ''
  if (plain) await here.answer(omar.actor, plain.id, 3, missed, 'b', at(month(1)))
  await here.plan(month(3))
  expect((await here.offered(omar))[1]?.items[0]).toBe(missed)
})

test('somebody whose offer fails keeps nobody else back, and the fault is told', async () => {
  const names = ['First', 'Fails', 'Last']
  const people: Completed[] = []
  for (const name of names) people.push(await here.completed(name))
  const [first, fails, last] = people as [Completed, Completed, Completed]
  await inTransaction(world.owner, async (tx) => {
    await tx.$executeRaw`CREATE TABLE never_offered AS SELECT ${postOf(fails)}::uuid AS id`
    await tx.$executeRaw`GRANT SELECT ON never_offered TO beacon_app`
    await tx.$executeRaw`CREATE FUNCTION offer_fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT FROM never_offered n WHERE n.id = NEW.staff_member_id) THEN RAISE EXCEPTION 'no'; END IF;
      RETURN NEW; END $$`
    await tx.$executeRaw`CREATE TRIGGER offer_fails BEFORE INSERT ON refresher FOR EACH ROW EXECUTE FUNCTION offer_fails()`
  })
  await expect(here.plan(month(1))).rejects.toThrow()
  expect([await moments(first), await moments(fails), await moments(last)]).toEqual([[1], [], [1]])
  await inTransaction(world.owner, (tx) => tx.$executeRaw`DROP TRIGGER offer_fails ON refresher`)
  await here.plan(month(1, 1))
  expect(await moments(fails)).toEqual([1])
})

test('two practices offer each their own, and what the person chose holds for both', async () => {
  const there = await refreshing(world)
  const nadia = await here.completed('Nadia')
  const sheThere = await there.completed('Nadia', false, here.practiceId)
  const omar = await there.completed('Omar')
  expect(sheThere.actor.personId).toBe(nadia.actor.personId)
  await here.plan(month(1))
  expect([await here.offered(nadia), await there.offered(sheThere)]).toMatchObject([
    [{ moment: 1 }],
    [{ moment: 1 }],
  ])
  // Of what another practice offers, a practice sees nothing.
  expect(await here.offered(omar)).toEqual([])
  await wish(nadia, false)
  await here.change({ refreshersEnabled: false }, month(2))
  await here.plan(month(3))
  expect([await here.offered(nadia), await there.offered(sheThere)].map(({ length }) => length)).toEqual([
    1, 1,
  ])
  expect((await there.offered(omar)).map(({ moment }) => moment)).toEqual([1, 3])
})

test('no item is asked that was retired since, whose key was corrected, or that an open sitting asks', async () => {
  const nadia = await here.completed('Nadia', true)
  const { practiceId } = here
  const { assignmentId } = nadia
  const sitting = {
    practiceId,
    id: crypto.randomUUID(),
    staffMemberId: postOf(nadia),
    assignmentId,
    cycle: 2,
  }
  const quiz = { moduleId: 'm1', moduleVersionId: 'm1@1', items: [{ itemId: 'm1-q4' }] }
  const attempt = {
    ...sitting,
    ...quiz,
    attemptNumber: 1,
    attemptLimit: 3,
    startedAt: new Date(at(month(0, 9))),
  }
  await here.inPractice((tx) => tx.openAttempt.create({ data: attempt }))
  const before = moduleVersion('m1')
  const items = before.items.map((item) =>
    item.id === 'm1-q2' ? { ...item, state: 'retired' as const } : item,
  )
  const keys = before.keys.map((key) => (key.itemId === 'm1-q3' ? { ...key, correctOptionIds: ['b'] } : key))
  const hashed = { ...before, version: 2, contentHash: 'hash-m1-2', items, keys }
  await inTransaction(world.owner, (tx) => insertModuleVersion(tx, hashed, noon))
  await here.plan(month(1))
  const [refresher] = await here.offered(nadia)
  const asked = refresher?.items ?? []
  expect(asked.length).toBeGreaterThanOrEqual(3)
  expect(asked.filter((id) => ['m1-q2', 'm1-q3', 'm1-q4'].includes(id))).toEqual([])
})
