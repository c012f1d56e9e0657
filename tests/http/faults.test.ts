import { Client } from 'pg'
import { beforeAll, expect, inject, test } from 'vitest'
import { type Doors, playDoors } from '#tests/http/doors'
import { ask, post } from '#tests/support/ask'

const app = inject('app')
let doors: Doors
beforeAll(async () => {
  doors = await playDoors(app)
})

/** Takes a table away from the app while the work runs. */
async function without(table: string, work: () => Promise<void>): Promise<void> {
  const owner = new Client({ connectionString: app.databaseOwnerUrl })
  await owner.connect()
  try {
    await owner.query(`ALTER TABLE ${table} RENAME TO gone`)
    await work()
  } finally {
    await owner.query(`ALTER TABLE gone RENAME TO ${table}`)
    await owner.end()
  }
}

const words = 'Something went wrong on our side'
const inside = /register_entry|throttle|certificate_pkey|Prisma|\bat .+:\d+:\d+|node_modules/

test('a page that fails leads to plain words with the status of a fault and a way to try again', async () => {
  await without('register_entry', async () => {
    const page = await ask(app, { path: '/help?x=1' })
    expect([page.status, page.location]).toEqual([307, '/fault?from=%2Fhelp'])
    const { status, text, headers } = await ask(app, { path: page.location ?? '' })
    expect(status).toBe(500)
    expect(text).toContain(words)
    expect(text).toContain('<a href="/help">Try again</a>')
    expect(text).not.toMatch(inside)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain('nonce-')
  })
  expect((await ask(app, { path: '/help' })).status).toBe(200)
})

test('a command that fails says so in the same words', async () => {
  await without('throttle', async () => {
    const form = { emailAddress: 'somebody@practice.example', password: 'some password of theirs' }
    const { status, text, headers } = await post(app, { path: '/sign-in/session', form })
    expect(status).toBe(500)
    expect(text).toContain(words)
    expect(text).not.toMatch(inside)
    expect(headers['content-security-policy']).toContain('nonce-')
  })
})

test('a file that fails says so in the same words', async () => {
  await without('certificate_revocation', async () => {
    const path = `/certificates/${doors.places.certificateId}/pdf`
    const { status, text } = await ask(app, { path, cookie: doors.personas.learner.cookie })
    expect(status).toBe(500)
    expect(text).toContain(words)
    expect(text).not.toMatch(inside)
  })
})

test('the way to try again leads nowhere but to our own pages', async () => {
  for (const from of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/"><script>',
  ]) {
    const { text } = await ask(app, { path: `/fault?from=${encodeURIComponent(from)}` })
    expect(text, from).not.toContain('>Try again</a>')
    expect(text, from).not.toContain('evil.example')
  }
})

test('a page that is not there says so without JavaScript too', async () => {
  const pages = {
    '/handbook/nothing': 'Page not found',
    '/certificates/nothing': 'Page not found',
    '/reset/nothing': 'This link does not work any more',
    '/invitation/nothing': 'This link does not work any more',
    '/set-up/nothing': 'This link does not work any more',
    '/verify/nothing': 'No certificate has this number',
  }
  for (const [path, title] of Object.entries(pages)) {
    const page = await ask(app, { path, cookie: doors.personas.learner.cookie })
    const style = /<link rel="stylesheet" href="(\/words\/[a-z-]+)"/.exec(page.text)?.[1] ?? ''
    expect([page.status, style], path).toEqual([404, expect.stringContaining('/words/')])
    expect((await ask(app, { path: style })).text, path).toContain(title)
  }
  expect((await ask(app, { path: '/nothing' })).text).toContain('<h1')
})
