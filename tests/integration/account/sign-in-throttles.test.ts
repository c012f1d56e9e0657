import { afterAll, beforeAll, expect, test } from 'vitest'
import { knownDeviceCookieHeader } from '#lib/auth/known-device'
import { encodeSessionToken, newSessionId } from '#lib/auth/session-cookie'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import { inTransaction } from '#lib/data/database'
import { insertSession } from '#lib/data/session'
import { sessionEndsAt } from '#lib/domain/access/session-length'
import type { PersonId } from '#lib/domain/ids'
import { now } from '#lib/system/clock'
import { database } from '#lib/web/context'
import { codeThrottles, signInThrottles } from '#lib/web/sign-in-throttles'
import { addMember, addPractice, openWorld, type World } from '#tests/support/world'

let world: World
let nadia: PersonId
let omar: PersonId

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
  nadia = (await addMember(world, { name: 'Nadia', practiceId })).personId
  omar = (await addMember(world, { name: 'Omar', practiceId })).personId
})
afterAll(async () => {
  await database().$disconnect()
  await world.end()
})

const requestWith = (cookie: string) => new Request('http://127.0.0.1:3000/', { headers: { cookie } })

/** A request in a new session of the person, whose password was just typed. */
async function inNewSession(personId: PersonId): Promise<Request> {
  const sessionId = newSessionId()
  const at = now()
  await inTransaction(world.db, (tx) =>
    insertSession(tx, {
      idHash: sessionIdHash(sessionId),
      personId,
      createdAt: at,
      expiresAt: sessionEndsAt(at),
    }),
  )
  return requestWith(`beacon-session=${await encodeSessionToken(sessionId, world.settings.authSecret, 600)}`)
}

test('a new session gives nobody new tries at the code', async () => {
  const [first] = await codeThrottles(await inNewSession(nadia))
  const [second] = await codeThrottles(await inNewSession(nadia))
  const [other] = await codeThrottles(await inNewSession(omar))
  expect(first?.key).toBeDefined()
  expect(second?.key).toBe(first?.key)
  expect(other?.key).not.toBe(first?.key)
})

test('who is not signed in uses up no one’s tries at the code', async () => {
  expect(await codeThrottles(requestWith('beacon-session=nonsense'))).toEqual([])
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
