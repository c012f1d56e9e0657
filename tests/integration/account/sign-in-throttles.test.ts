import { afterAll, beforeAll, expect, test } from 'vitest'
import { knownDeviceCookieHeader } from '#lib/auth/known-device'
import type { Actor } from '#lib/domain/access/actor'
import { database } from '#lib/web/context'
import { codeThrottles, invitationThrottles, signInThrottles } from '#lib/web/sign-in-throttles'
import { addMember, addPractice, openWorld, type World } from '#tests/support/world'

let world: World
let nadia: Actor
let omar: Actor

beforeAll(async () => {
  world = await openWorld()
  const { settings } = world
  Object.assign(process.env, {
    DATABASE_URL: settings.databaseUrl,
    AUTH_SECRET: settings.authSecret,
    CERTIFICATE_KEY_FILE: settings.certificateKeyFile,
    DATA_DIR: settings.dataDir,
    BEACON_URL: settings.origin,
    MAIL_FROM: settings.mailFrom,
  })
  const practiceId = await addPractice(world, 'Gateway Family Practice')
  nadia = await addMember(world, { name: 'Nadia', practiceId })
  omar = await addMember(world, { name: 'Omar', practiceId })
})
afterAll(async () => {
  await database().$disconnect()
  await world.end()
})

const requestWith = (cookie: string) => new Request('http://127.0.0.1:3000/', { headers: { cookie } })

test('a new session gives nobody new tries at the code', () => {
  const [first] = codeThrottles(nadia)
  const [second] = codeThrottles({ ...nadia, sessionIdHash: 'another session' })
  const [other] = codeThrottles(omar)
  expect(first?.key).toBeDefined()
  expect(second?.key).toBe(first?.key)
  expect(other?.key).not.toBe(first?.key)
})

test('an address is one count, however it is typed', () => {
  const keys = (typed: string) => signInThrottles(typed, requestWith('')).map(({ key }) => key)
  expect(keys(' Nadia@Practice.example ')).toEqual(keys('nadia@practice.example'))
})

test('a post is one count, however its address is written', () => {
  const key = (post: string) => invitationThrottles(nadia, post)[0]?.key
  const post = 'f0000000-0000-4000-8000-00000000000a'
  expect(key(post.toUpperCase())).toBe(key(post))
  expect(key(post.replace('a', 'b'))).not.toBe(key(post))
})

test('a known device shares no count with tries from elsewhere', () => {
  const { authSecret, origin } = world.settings
  const address = 'nadia@practice.example'
  const [cookie = ''] = knownDeviceCookieHeader(address, authSecret, origin).split(';')
  const elsewhere = signInThrottles(address, requestWith(''))
  const known = signInThrottles(address, requestWith(cookie))
  expect(known).toHaveLength(1)
  expect(elsewhere.map(({ key }) => key)).not.toContain(known[0]?.key)
})
