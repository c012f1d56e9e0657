import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connectDatabase } from '#lib/data/client'
import type { RouteRule } from '#lib/web/route-rule'
import { routeTable } from '#lib/web/route-table'
import { addressAt, type Doors, playDoors } from '#tests/http/doors'
import { fileFor, forms } from '#tests/http/forms'
import { type Answer, ask, post, withFile } from '#tests/support/ask'

const app = inject('app')
const commands = routeTable.filter(({ method }) => method === 'POST')

const db = connectDatabase({ url: app.databaseUrl, maxConnections: 1 })
let doors: Doors
beforeAll(async () => {
  doors = await playDoors(app)
})
afterAll(() => db.$disconnect())

const addressOf = (path: string) => addressAt(path, { ...doors.places, token: 'a-token' })

describe('a command from elsewhere is refused before anything else', () => {
  const elsewhere: readonly (readonly [string, Record<string, string>])[] = [
    ['without a word on where it comes from', {}],
    ['from another site', { origin: 'https://elsewhere.example' }],
    ['from a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    [
      'that claims our origin while the browser says otherwise',
      { origin: app.origin, 'sec-fetch-site': 'cross-site' },
    ],
    ['from another site under our domain', { origin: app.origin, 'sec-fetch-site': 'same-site' }],
    ['from our host on another port', { origin: app.origin.replace(/\d+$/, '1') }],
  ]
  test.each(elsewhere)('%s', async (_, headers) => {
    for (const { path } of commands) {
      const form = forms[path]?.(doors) ?? {}
      const cookie = doors.personas.administrator.cookie
      const { status } = await ask(app, { method: 'POST', path: addressOf(path), form, cookie, headers })
      expect(status, path).toBe(403)
    }
  })
})

test('a command of our own page is let through by either of the two headers alone', async () => {
  const question = { method: 'POST', path: '/account/sign-out', form: {} }
  for (const headers of [{ origin: app.origin }, { 'sec-fetch-site': 'same-origin' }]) {
    const { status, location } = await ask(app, { ...question, headers })
    expect([status, location]).toEqual([303, '/sign-in'])
  }
})

test('a body that is too large, or does not say how large it is, is refused by every command', async () => {
  const cookie = doors.personas.administrator.cookie
  for (const { path } of commands) {
    const kilobytes = fileFor(path) ? 6 * 1024 : 300
    const body = `name=${'x'.repeat(kilobytes * 1024)}`
    const large = await post(app, { path: addressOf(path), cookie, body })
    const endless = await post(app, {
      path: addressOf(path),
      cookie,
      body: 'name=x',
      headers: { 'transfer-encoding': 'chunked' },
    })
    // Where a file may be sent, the form is shown again and says so.
    const isShownAgain = large.location?.includes('?form=') ?? false
    const expected = fileFor(path) ? [303, true, 413] : [413, false, 413]
    expect([large.status, isShownAgain, endless.status], path).toEqual(expected)
  }
})

test('a command obeys a POST and nothing else, and a page is only ever read', async () => {
  const cookie = doors.personas.administrator.cookie
  const headers = { origin: app.origin, 'sec-fetch-site': 'same-origin' }
  for (const { path, method } of routeTable) {
    for (const other of ['PUT', 'PATCH', 'DELETE', method === 'GET' ? 'POST' : 'GET']) {
      const answer = await ask(app, { method: other, path: addressOf(path), cookie, headers })
      const isObeyed = method === 'POST' && answer.status !== 405 && answer.status !== 404
      const isFault = answer.status >= 500 && path !== '/fault'
      expect(isObeyed || isFault, `${other} ${path}: ${answer.status}`).toBe(false)
      expect(answer.headers['set-cookie'], `${other} ${path}`).toBeUndefined()
    }
  }
})

const wrongIds = [
  '00000000-0000-4000-8000-000000000000',
  'x',
  '..%2F..%2Fetc',
  '%00',
  '%25',
  '%F0%9F%92%A5',
  "1'%20OR%20'1'%3D'1",
  'x'.repeat(3000),
]

/** The address with each of its ids in turn replaced by each wrong one. */
function wrongAddresses(path: string): { name: string; address: string }[] {
  return [...path.matchAll(/\[(\w+)\]/g)].flatMap(([bracket, name = '']) =>
    wrongIds.map((wrong) => ({
      name,
      address: addressOf(path.replace(bracket, '<wrong>')).replace('<wrong>', wrong),
    })),
  )
}

/** What stands behind the rate limits is asked here, with more tries than they let through. */
const forgetTries = () => db.$executeRaw`
  DELETE FROM throttle WHERE key LIKE ${`%${doors.personas.administrator.personId}%`}
    OR key LIKE ${`%${doors.personas.learner.personId}%`}`

/** Whoever may open the door, so that nothing but the id is wrong. The administrator has every capability. */
const everybodys: readonly RouteRule['caller'][] = ['public', 'during-sign-in', 'signed-in']
const cookieFor = ({ caller }: RouteRule) =>
  (everybodys.includes(caller) ? doors.personas.learner : doors.personas.administrator).cookie

function sentTo(path: string) {
  const form = forms[path]?.(doors) ?? {}
  const file = fileFor(path)
  return file ? withFile(form, file) : { form }
}

function sendTo(rule: RouteRule, path: string): Promise<Answer> {
  const cookie = cookieFor(rule)
  return rule.method === 'GET'
    ? ask(app, { path, cookie })
    : post(app, { path, cookie, ...sentTo(rule.path) })
}

/**
 * A one-time link that is over leads back to its page, which says so; so does a part of a draft that somebody else may have
 * removed while it was written on, so that what was typed is not lost.
 */
const leadsBack: readonly string[] = ['token', 'lesson', 'itemId', 'nodeId']
const wanted = ({ method }: RouteRule, name: string) =>
  method === 'POST' && leadsBack.includes(name) ? [303, 404] : [404]

describe('an id that is wrong is answered like a page that does not exist', () => {
  const named = routeTable.filter(({ path }) => path.includes('['))
  test.each(named)('$method $path', async (rule) => {
    for (const { name, address } of wrongAddresses(rule.path)) {
      await forgetTries()
      const { status } = await sendTo(rule, address)
      expect(wanted(rule, name), address.slice(0, 120)).toContain(status)
    }
  })
})

test('an address with a broken escape is answered like a page that does not exist', async () => {
  for (const path of ['/verify/%E0%A4%A', '/%', '/practice/%FF/staff', '/reset/%C3%28']) {
    const { status, text } = await ask(app, { path })
    expect([status, text.includes('<h1')], path).toEqual([404, true])
  }
})

describe('who calls this machine by another of its names', () => {
  const { port } = new URL(app.origin)

  test('is led to the one that forms and cookies know, at the same address', async () => {
    for (const name of [`localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
      const { status, headers } = await ask(app, { path: '/verify?number=x', headers: { host: name } })
      expect([status, headers.location], name).toEqual([308, `${app.origin}/verify?number=x`])
      const outside = await ask(app, { path: '//evil.example/', headers: { host: name } })
      expect(new URL(outside.headers.location ?? '').origin).toBe(app.origin)
    }
  })

  test('is not led anywhere by a name that is not this machine', async () => {
    const { status } = await ask(app, { path: '/help', headers: { host: 'evil.example' } })
    expect(status).toBe(200)
  })
})

describe('hostile words never cause a fault', () => {
  // Ten times the last one still fits into what a server reads of an address.
  const inAddress = ['%00', '%FF', '%F0%9F%92%A5', '-1', '1e99', '__proto__', 'x'.repeat(1000)]
  const names = ['form', 'page', 'status', 'role', 'search', 'number', 'asOf', 'sort', 'people', 'trackId']
  const pages = routeTable.filter(({ method, path }) => method === 'GET' && path !== '/fault')

  test.each(pages)('in the query of $path', async ({ path }) => {
    const cookie = doors.personas.administrator.cookie
    for (const words of inAddress) {
      const query = names.map((name) => `${name}=${words}`).join('&')
      const { status, location } = await ask(app, { path: `${addressOf(path)}?${query}`, cookie })
      expect(status, words.slice(0, 40)).toBeLessThan(500)
      expect(location ?? '').not.toMatch(/^\/fault/)
    }
  })

  const inFields = ['\0', '\ud800', '💥', '__proto__', 'x'.repeat(5000)]
  test.each(commands)('in the fields of $path', async ({ path }) => {
    const { cookie } = doors.personas.administrator
    const fields = Object.keys(forms[path]?.(doors) ?? {})
    for (const words of inFields) {
      const form = Object.fromEntries([...fields, words].map((name) => [name, words]))
      const { status } = await post(app, { path: addressOf(path), cookie, form })
      expect(status, words.slice(0, 40)).toBeLessThan(500)
    }
  })
})
