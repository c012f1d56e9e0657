import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { oneTimeTokenHash } from '#lib/auth/one-time-token'
import { insertEvidence } from '#lib/data/evidence'
import { listLivingLinks } from '#lib/data/outbox'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, addMinutes, type Instant, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { findLink } from '#lib/mail/find-link'
import { choosePassword } from '#lib/use-cases/account/choose-password'
import { sendReminders } from '#lib/use-cases/practice/send-reminders'
import { viewReminders } from '#lib/use-cases/practice/view-reminders'
import { managing } from '#tests/support/managing'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>

const later = (days: number) => addMinutes(noon, days * 24 * 60)

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, {
    name: `Manager ${practiceId}`,
    practiceId,
    role: 'lead',
    can: ['train', 'manage'],
  })
  here = managing(world, manager, practiceId)
  await here.require({ roles: ['nurse'] })
})

const send = (staffMemberIds: readonly string[], at: Instant = noon, actor = manager) =>
  as(world, actor, (context) => sendReminders(context, { practiceId, staffMemberIds }), at)

async function candidates(at: Instant = noon) {
  const input = { practiceId, linkToBeMade: '(made when you send)' }
  const view = await as(world, manager, (context) => viewReminders(context, input), at)
  if (!view.ok) throw new Error(view.refusal)
  return view.value.candidates
}

const reminderTo = async (name: string) =>
  (await here.mailTo(addressOf(name))).find(({ kind }) => kind === 'reminder')

const addressOf = (name: string) => `${name.toLowerCase()}.${practiceId}@practice.example`
const add = (name: string) => here.added(name, { emailAddress: addressOf(name) })

test('a person is told once before the due date, once in grace and once after, and never twice', async () => {
  const omar = await add('Omar')
  for (const [day, sent] of [
    [0, 1],
    [0, 0],
    [29, 0],
    [31, 1],
    [40, 0],
    [45, 1],
    [300, 0],
  ] as const) {
    expect([day, await send([omar], later(day))]).toEqual([
      day,
      { ok: true, value: { sent, skipped: 1 - sent } },
    ])
  }
  const kinds = await here.inPractice((tx) => tx.reminder.findMany({ orderBy: { recordedAt: 'asc' } }))
  const turn = new Date('2026-04-09')
  expect(kinds.map(({ kind, turnOn }) => [kind, turnOn])).toEqual([
    ['due-soon', turn],
    ['in-grace', turn],
    ['overdue', turn],
  ])
})

test('an extension begins a new due date, of which the person may be reminded once more', async () => {
  const omar = await add('Omar')
  expect(await send([omar])).toMatchObject({ value: { sent: 1 } })
  const facts = [
    { staffMemberId: omar, kind: 'extended', effectiveOn: today, details: { to: addDays(today, 40) } },
  ]
  await here.inPractice((tx) => insertEvidence(tx, practiceId, manager.personId, facts, noon))
  expect(await send([omar], later(12))).toMatchObject({ value: { sent: 1 } })
  expect((await reminderTo('Omar'))?.body).toContain('is due on April 19, 2026.')
  expect(await send([omar], later(13))).toMatchObject({ value: { sent: 0 } })
})

test('ten managers who send at once send one mail', async () => {
  const omar = await add('Omar')
  const results = await Promise.all(Array.from({ length: 10 }, () => send([omar])))
  expect(results.reduce((sum, result) => sum + (result.ok ? result.value.sent : 0), 0)).toBe(1)
  const mails = await here.mailTo(addressOf('Omar'))
  expect(mails.filter(({ kind }) => kind === 'reminder')).toHaveLength(1)
})

test('the preview is the mail, but for the link that is made when it is sent', async () => {
  await add('Omar')
  const [candidate] = await candidates()
  expect(candidate?.mail?.subject).toBe('Training due')
  expect(candidate?.mail?.body).toContain('Your training at Practice is due on April 9, 2026.')
  await send([candidate?.person.staffMemberId ?? ''])
  const mail = await reminderTo('Omar')
  const link = /http\S+/.exec(mail?.body ?? '')?.[0] ?? ''
  expect(mail?.body.replace(link, '(made when you send)')).toBe(candidate?.mail?.body)
})

test('who never came in gets a link that lets them in, and who has a password gets the plain one', async () => {
  const omar = await add('Omar')
  const [invitation] = await here.mailTo(addressOf('Omar'))
  await send([omar])
  const reminder = await reminderTo('Omar')
  const tokenOf = (body = '') => findLink(body)?.token ?? ''
  const accept = (token: string) =>
    as(world, manager, (context) =>
      choosePassword(context, { kind: 'invitation', token, password: 'quiet harbor morning' }),
    )
  expect(await accept(tokenOf(invitation?.body))).toEqual({ ok: false, refusal: 'link-over' })
  expect((await accept(tokenOf(reminder?.body))).ok).toBe(true)
  await send([omar], later(31))
  const second = await reminderTo('Omar')
  expect(second?.body).toContain('was due on April 9, 2026')
  expect(second?.body).toContain(`${world.settings.origin}/training`)
  expect(findLink(second?.body ?? '')).toBeUndefined()
})

test('who completes between the preview and the sending is left out', async () => {
  const { learner, start, submit } = sittingsIn(world, practiceId)
  const { actor, assignmentId } = await learner(`Cora ${practiceId}`)
  const [candidate] = await candidates()
  expect(candidate?.person.name).toBe(`Cora ${practiceId}`)
  for (const moduleId of ['m1', 'm2']) await submit(actor, await start(actor, assignmentId, moduleId), 'a')
  expect(await send([candidate?.person.staffMemberId ?? ''])).toEqual({
    ok: true,
    value: { sent: 0, skipped: 1 },
  })
  expect(await here.mailTo(actor.emailAddress ?? '')).toEqual([])
})

test('two requirements that are due make one mail, with the earlier date', async () => {
  await here.require({ roles: ['nurse'], firstDueDays: 10 })
  const omar = await add('Omar')
  expect(await send([omar])).toEqual({ ok: true, value: { sent: 1, skipped: 0 } })
  const mail = await reminderTo('Omar')
  expect(mail?.body).toContain('is due on March 20, 2026 and April 9, 2026.')
  expect(await here.inPractice((tx) => tx.reminder.count())).toBe(2)
  expect((await here.auditKinds()).filter((kind) => kind === 'reminder-sent')).toHaveLength(2)
})

test('nobody chosen is refused, and foreign staff are neither reminded nor counted', async () => {
  expect(await send([])).toEqual({ ok: false, refusal: 'nobody-chosen' })
  const elsewhere = await addPractice(world, 'Ozark Dental Care')
  const foreign = await addMember(world, {
    name: `Foreign ${practiceId}`,
    practiceId: elsewhere,
    can: ['train', 'manage'],
    startedOn: localDateFrom('2026-01-01'),
  })
  expect(await send([foreign.memberships[0]?.staffMemberId ?? ''])).toEqual({
    ok: true,
    value: { sent: 0, skipped: 1 },
  })
  expect(await send([await add('Omar')], noon, foreign)).toEqual({ ok: false, refusal: 'not-found' })
})

test('a button pressed twice leaves every invited person with a link that works', async () => {
  const names = ['Omar', 'Priya', 'Nadia', 'Liv']
  const ids: string[] = []
  for (const name of names) ids.push(await add(name))
  await Promise.all([send(ids), send(ids), send(ids)])
  for (const name of names) {
    const link = findLink((await reminderTo(name))?.body ?? '')
    const hash = oneTimeTokenHash(link?.token ?? '') ?? ''
    const living = await here.inPractice((tx) => listLivingLinks(tx, [hash], noon))
    expect([name, living.size]).toEqual([name, 1])
  }
})
