import { beforeAll, describe, expect, inject, test } from 'vitest'
import { routeTable } from '#lib/web/route-table'
import { addressAt, type Doors, playDoors } from '#tests/http/doors'
import { type Answer, ask, post } from '#tests/support/ask'

const app = inject('app')
let doors: Doors
beforeAll(async () => {
  doors = await playDoors(app)
})

const fixed = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
}

function expectFixed({ headers }: Answer, what: string): void {
  const sent = Object.fromEntries(Object.keys(fixed).map((name) => [name, headers[name]]))
  expect(sent, what).toEqual(fixed)
  expect(headers['x-powered-by'], what).toBeUndefined()
}

/** The policy, and every script of the page carrying its nonce. */
function expectPolicy({ headers, text }: Answer, what: string): string {
  const policy = String(headers['content-security-policy'])
  expect(policy, what).not.toMatch(/unsafe-(inline|eval)/)
  for (const part of [
    "default-src 'none'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])
    expect(policy, what).toContain(part)
  const nonce = /'nonce-([^']{20,})'/.exec(policy)?.[1] ?? ''
  expect(nonce, what).not.toBe('')
  const bare = [...text.matchAll(/<script\b[^>]*>/g)].filter(([tag]) => !tag.includes(`nonce="${nonce}"`))
  expect(bare, what).toEqual([])
  expect(text, what).not.toMatch(/<[^>]+\sstyle="/)
  return nonce
}

const stack = /\bat [\w.<>]+ \(|node_modules|\.next\/|file:\/\/|PrismaClient|SELECT |beacon_app/

describe('every answer carries the headers, and no answer tells how we are built', () => {
  test.each(routeTable)('$method $path', async ({ method, path }) => {
    const address = addressAt(path, { ...doors.places, token: 'a-token' })
    for (const cookie of ['', doors.personas.learner.cookie, doors.personas.administrator.cookie]) {
      const question = { path: address, cookie }
      const answer = method === 'GET' ? await ask(app, question) : await post(app, question)
      expectFixed(answer, path)
      expectPolicy(answer, path)
      expect(answer.text, path).not.toMatch(stack)
    }
  })

  test('a page that does not exist, for a stranger and for somebody signed in', async () => {
    for (const cookie of ['', doors.personas.learner.cookie]) {
      for (const path of [
        '/nothing',
        '/training/nothing',
        '/api/nothing',
        '/practice/x/y/z',
        '/_next/nothing',
        '/icons/nothing.svg',
      ]) {
        const answer = await ask(app, { path, cookie })
        expect(answer.status, path).toBe(404)
        expectFixed(answer, path)
        expect(answer.text).not.toMatch(stack)
      }
    }
  })

  test('files of ours', async () => {
    const { text } = await ask(app, { path: '/sign-in' })
    const files = ['/icons/icon.svg', ...(text.match(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g) ?? [])]
    expect(files.length).toBeGreaterThan(3)
    for (const path of new Set(files)) {
      const answer = await ask(app, { path })
      expect(answer.status, path).toBe(200)
      expectFixed(answer, path)
    }
  })
})

test('no two answers share a nonce', async () => {
  const answers = [await ask(app, { path: '/sign-in' }), await ask(app, { path: '/sign-in' })]
  const [first, second] = answers.map((answer) => expectPolicy(answer, '/sign-in'))
  expect(first).not.toBe(second)
})

test('what somebody sees who is signed in stays in no cache', async () => {
  const { cookie } = doors.personas.administrator
  for (const { path } of routeTable.filter(({ method, caller }) => method === 'GET' && caller !== 'public')) {
    const { status, headers } = await ask(app, { path: addressAt(path, doors.places), cookie })
    // No cache keeps a redirect or a page that is not there, unless it is told to.
    const kept = headers['cache-control'] ?? (status === 200 ? 'by default' : 'private, no-store')
    expect(kept, path).toMatch(/private.*no-store|no-store.*private/)
  }
})

test('no page asks anything of another site', async () => {
  const { cookie } = doors.personas.administrator
  const elsewhere =
    /<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*\s(?:src|href|srcset|data)="(?:https?:)?\/\/[^"]*"/g
  for (const { path } of routeTable.filter(({ method }) => method === 'GET')) {
    const { text } = await ask(app, { path: addressAt(path, doors.places), cookie })
    expect(text.match(elsewhere) ?? [], path).toEqual([])
  }
})

test('a redirect names a path, never a host', async () => {
  const hosts = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
  for (const path of ['/', '/account', '/training', '/certificates/x/pdf']) {
    const { headers } = await ask(app, { path, headers: hosts })
    expect(headers.location ?? '/', path).not.toContain('evil.example')
  }
})
