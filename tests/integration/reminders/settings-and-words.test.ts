import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { recordMailOutcome } from '#lib/data/due-mail'
import { saveLanguage } from '#lib/data/person'
import { listReminderTexts } from '#lib/data/reminder-settings'
import { addDays, localDateFrom } from '#lib/domain/calendar'
import { defaultReminderSettings } from '#lib/domain/compliance/reminder-settings'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { changeReminderSettings } from '#lib/use-cases/reminders/change-reminder-settings'
import { pauseReminders } from '#lib/use-cases/reminders/pause-reminders'
import { queueDigests } from '#lib/use-cases/reminders/queue-digests'
import { sendTestReminder } from '#lib/use-cases/reminders/send-test-reminder'
import { viewReminderRecord } from '#lib/use-cases/reminders/view-reminder-record'
import { viewReminderText } from '#lib/use-cases/reminders/view-reminder-text'
import { writeReminderText } from '#lib/use-cases/reminders/write-reminder-text'
import { at, reminding } from '#tests/support/reminding'
import { addMember, addPractice, as, openWorld, today, type World } from '#tests/support/world'

let world: World
let here: Awaited<ReturnType<typeof reminding>>

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  here = await reminding(world)
})

const due = localDateFrom('2026-04-09')
const on = (days: number) => addDays(due, days)
const words = { subject: 'Please look', body: 'Dear {name}, by {dueOn}: {link}\n' }
const place = { language: 'en', moment: 'before' } as const

const write = (text: typeof words | null, after: number) =>
  as(world, here.manager, (context) =>
    writeReminderText(context, { practiceId: here.practiceId, ...place, text, after }),
  )

const record = (day = today) =>
  as(
    { ...world, settings: { ...world.settings, smtpUrl: 'smtp://127.0.0.1' } },
    here.manager,
    (context) => viewReminderRecord(context, { practiceId: here.practiceId, page: 1 }),
    at(day, '12:00'),
  )

test('words of the practice’s own are used from then on, and every version is kept', async () => {
  await here.require({ roles: ['nurse'] })
  await here.add('Omar')
  expect((await write(words, 0)).ok).toBe(true)
  await here.plan(on(-14))
  const [mail] = await here.queued()
  expect(mail?.subject).toBe('Please look')
  expect(mail?.body).toContain('Dear Omar, by April 9, 2026: http')
  expect(mail?.body).toContain('It works once')
  expect((await write(null, 1)).ok).toBe(true)
  const versions = await here.inPractice((tx) => listReminderTexts(tx, here.practiceId, place))
  expect(versions.map(({ version, text }) => [version, text])).toEqual([
    [2, null],
    [1, words],
  ])
  expect((await here.auditKinds()).filter((kind) => kind === 'reminder-text-changed')).toHaveLength(2)
})

test('a subject that tells is refused, and so is a change that its author did not see', async () => {
  expect(await write({ ...words, subject: 'Trafficking' }, 0)).toEqual({
    ok: false,
    refusal: 'subject-not-neutral',
  })
  expect((await write(words, 0)).ok).toBe(true)
  expect((await write(words, 0)).ok).toBe(true)
  expect(await write({ ...words, subject: 'Another' }, 0)).toEqual({
    ok: false,
    refusal: 'reminder-text-changed-meanwhile',
  })
})

test('the preview is what that person would get', async () => {
  await here.require({ roles: ['nurse'] })
  const { id } = await here.add('Omar')
  await write(words, 0)
  const input = { practiceId: here.practiceId, ...place, person: id, linkToBeMade: '(a link)' }
  const view = await as(world, here.manager, (context) => viewReminderText(context, input))
  expect(view).toMatchObject({ ok: true, value: { shownAs: id, preview: { subject: 'Please look' } } })
  expect(view.ok && view.value.preview.body).toContain('Dear Omar, by April 9, 2026: (a link)')
})

test('a test goes to whoever asks, and counts as no reminder', async () => {
  await write(words, 0)
  const input = { practiceId: here.practiceId, ...place }
  expect((await as(world, here.manager, (context) => sendTestReminder(context, input))).ok).toBe(true)
  const [mail] = await here.mailTo(here.manager.emailAddress ?? '')
  expect(mail).toMatchObject({ kind: 'test', subject: 'Please look' })
  expect(await here.recorded()).toEqual([])
})

const settings = { ...defaultReminderSettings, practiceId: '', after: 0, requirementsOn: [] as string[] }

test('settings are kept in versions, sorted, and a requirement that is unticked is off', async () => {
  const first = await here.require({ roles: ['nurse'] })
  const second = await here.require({ roles: ['nurse'] })
  const { requirementsOff: _, ...own } = {
    ...settings,
    practiceId: here.practiceId,
    daysBefore: [7, 30, 7],
    requirementsOn: [first],
  }
  const change = (input: typeof own) =>
    as(world, here.manager, (context) => changeReminderSettings(context, input))
  expect((await change(own)).ok).toBe(true)
  expect((await change(own)).ok).toBe(true)
  expect(await change({ ...own, daysBefore: [3] })).toEqual({
    ok: false,
    refusal: 'reminder-settings-changed-meanwhile',
  })
  const row = await here.inPractice((tx) => tx.reminderSettings.findFirstOrThrow())
  expect(row).toMatchObject({ version: 1, daysBefore: [30, 7], requirementsOff: [second] })
  expect(await change({ ...own, after: 1, quietFrom: '08:30', quietUntil: '08:00' })).toEqual({
    ok: false,
    refusal: 'quiet-hours-too-long',
  })
})

test('the record says what was sent, skipped and why, and the plan what will be', async () => {
  await here.require({ roles: ['nurse'] })
  const { id } = await here.add('Omar')
  const before = await record(on(-14))
  expect(before.ok && before.value.planned.map(({ on: day, kind }) => [day, kind])).toEqual([
    [on(-14), 'before-14'],
    [on(-1), 'before-1'],
    [on(1), 'after-1'],
  ])
  await here.plan(on(-14))
  const after = await record(on(-14))
  expect(after.ok && after.value.recorded.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['before-14', 'waiting'],
    ['before-30', 'later-one'],
  ])
  expect(after.ok && after.value.planned).toHaveLength(2)
  const pause = { practiceId: here.practiceId, staffMemberId: id, through: on(0), reason: 'Away' }
  expect((await as(world, here.manager, (context) => pauseReminders(context, pause), at(on(-13)))).ok).toBe(
    true,
  )
  const paused = await record(on(-13))
  expect(paused.ok && paused.value.planned.map(({ pausedThrough }) => pausedThrough)).toEqual([on(0), null])
  expect(paused.ok && paused.value.paused).toMatchObject([{ name: 'Omar', reason: 'Away' }])
})

test('a pause is for the practice’s own people, and not for ever', async () => {
  const { id } = await here.add('Omar')
  const foreign = await addPractice(world, 'Ozark Dental Care')
  const stranger = await addMember(world, {
    name: `S ${foreign}`,
    practiceId: foreign,
    can: ['train', 'manage'],
  })
  const pause = (through: typeof due, by = here.manager) =>
    as(world, by, (context) =>
      pauseReminders(context, { practiceId: here.practiceId, staffMemberId: id, through, reason: null }),
    )
  expect(await pause(addDays(today, -1))).toEqual({ ok: false, refusal: 'pause-over-already' })
  expect(await pause(addDays(today, 400))).toEqual({ ok: false, refusal: 'pause-too-long' })
  expect(await pause(due, stranger)).toEqual({ ok: false, refusal: 'not-found' })
})

test('what the mail server refused is seen on the first page, the person’s page and the record', async () => {
  await here.require({ roles: ['nurse'] })
  const { id } = await here.add('Omar')
  const [mail] = await here.mailTo(here.address('Omar'))
  const outcome = { sentAt: null, nextAttemptAt: null, problem: 'EENVELOPE 550 No such person' }
  await here.inPractice((tx) => recordMailOutcome(tx, here.practiceId, mail?.id ?? '', outcome))
  const input = { practiceId: here.practiceId, part: 'current', query: plainRosterQuery } as const
  const first = await as(world, here.manager, (context) => viewPracticeCompliance(context, input))
  expect(first.ok && first.value.undelivered).toBe(1)
  const person = await as(world, here.manager, (context) =>
    viewStaffMember(context, { practiceId: here.practiceId, staffMemberId: id }),
  )
  expect(person.ok && person.value.mailTrouble).toMatchObject([{ problem: 'EENVELOPE 550 No such person' }])
  const shown = await record()
  expect(shown.ok && shown.value.trouble).toMatchObject([{ name: 'Omar', isRetried: false }])
})

test('managers get counts and a link once a week, on its day or the first one after, and no names', async () => {
  await here.require({ roles: ['nurse'] })
  await here.add('Omar')
  await inTransaction(world.db, (tx) => saveLanguage(tx, here.manager.personId, 'es'))
  const monday = localDateFrom('2026-03-16')
  const digest = (days: number, time = '09:00') =>
    queueDigests(world.db, { clock: () => at(addDays(monday, days), time), origin: world.settings.origin })
  await digest(-1)
  const mine = async () =>
    (await here.mailTo(here.manager.emailAddress ?? '')).filter(({ kind }) => kind === 'digest')
  const before = (await mine()).length
  await digest(0, '07:00')
  expect(await mine()).toHaveLength(before)
  await Promise.all([digest(2), digest(2), digest(2)])
  await digest(4)
  const sent = await mine()
  expect(sent).toHaveLength(before + 1)
  expect(sent[0]?.subject).toBe('La capacitación esta semana')
  expect(sent[0]?.body).toContain('vencen en 30 días: 1')
  expect(sent[0]?.body).toContain(`/practice/${here.practiceId}`)
  expect(sent[0]?.body).not.toContain('Omar')
})
