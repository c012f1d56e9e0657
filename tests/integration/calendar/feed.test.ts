import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { takeFormReturn } from '#lib/data/form-return'
import { saveLanguage } from '#lib/data/person'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import { changeAlarm } from '#lib/use-cases/calendar/change-alarm'
import { endFeed } from '#lib/use-cases/calendar/end-feed'
import { readFeed } from '#lib/use-cases/calendar/read-feed'
import { renewFeed } from '#lib/use-cases/calendar/renew-feed'
import { viewFeed } from '#lib/use-cases/calendar/view-feed'
import { at, reminding } from '#tests/support/reminding'
import { as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let here: Awaited<ReturnType<typeof reminding>>
let owner: Actor

const due = localDateFrom('2026-04-09')
const path = '/account/calendar'

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  here = await reminding(world)
  await here.require({ roles: ['lead'] })
  owner = here.manager
})

/** The secret part of a new address, as the page shows it once. */
async function newAddress(alarmDays: number | null = 1): Promise<string> {
  const made = await as(world, owner, (context) => renewFeed(context, { alarmDays, path }))
  if (!made.ok) throw new Error('always made')
  const wanted = { id: made.value.formId, sessionIdHash: owner.sessionIdHash, path }
  const kept = await inTransaction(world.db, (tx) => takeFormReturn(tx, wanted, noon))
  return /\/calendar\/([\w-]{43})\.ics/.exec(JSON.stringify(kept))?.[1] ?? ''
}

/** What a calendar program gets, with no session. */
const read = (token: string, day: LocalDate = localDateFrom('2026-03-11')) =>
  inTransaction(world.db, (tx) =>
    readFeed({ tx, now: at(day), settings: world.settings, language: 'en' }, { token }),
  )

const textOf = async (token: string, day?: LocalDate) => {
  const feed = await read(token, day)
  return feed.ok ? feed.value : feed.refusal
}

test('the address opens the days of its person, without a name of anybody or anything', async () => {
  const text = await textOf(await newAddress())
  expect(text).toContain('DTSTART;VALUE=DATE:20260409')
  expect(text).toContain('SUMMARY:Training due')
  expect(text).toContain('TRIGGER;RELATED=START:-PT15H')
  expect(text).not.toMatch(/Gateway|Practice|Basics|basics|Manager/)
})

test('a new address makes the old one useless, and off is off', async () => {
  const first = await newAddress()
  const second = await newAddress()
  expect(await textOf(first)).toBe('not-found')
  expect(await textOf(second)).toContain('VEVENT')
  await as(world, owner, endFeed)
  expect(await textOf(second)).toBe('not-found')
  expect(await as(world, owner, (context) => changeAlarm(context, { alarmDays: 1 }))).toEqual({
    ok: false,
    refusal: 'no-calendar-feed',
  })
})

test.each(['', 'x', 'x'.repeat(43), `${'x'.repeat(42)}'`])('%j opens nothing', async (token) => {
  expect(await textOf(token)).toBe('not-found')
})

test('an entry moves with its day and keeps its id; whoever left has none', async () => {
  const token = await newAddress()
  const idOf = (text: string) => /UID:(\S+)/.exec(text)?.[1]
  const before = await textOf(token)
  const [post] = owner.memberships
  if (!post) throw new Error('a manager has a post')
  await here.tell('extended', post.staffMemberId, localDateFrom('2026-03-11'), {
    details: { to: addDays(due, 20) },
  })
  const after = await textOf(token)
  expect(after).toContain('DTSTART;VALUE=DATE:20260429')
  expect(idOf(after)).toBe(idOf(before))
  await here.complete(post.staffMemberId, localDateFrom('2026-03-20'))
  const renewed = await textOf(token, localDateFrom('2026-03-21'))
  expect(renewed).toContain('SUMMARY:Training can be renewed')
  expect(idOf(renewed)).not.toBe(idOf(before))
})

test('it speaks the language of its person, and reminds when they chose', async () => {
  const token = await newAddress()
  await inTransaction(world.db, (tx) => saveLanguage(tx, owner.personId, 'es'))
  await as(world, owner, (context) => changeAlarm(context, { alarmDays: null }))
  const text = await textOf(token)
  expect(text).toContain('SUMMARY:Capacitación pendiente')
  expect(text).not.toContain('VALARM')
  expect(await as(world, owner, viewFeed)).toEqual({ ok: true, value: { isOn: true, alarm: 'none' } })
})
