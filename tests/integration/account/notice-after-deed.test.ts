import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { ok } from '#lib/domain/result'
import { visitorCommand } from '#lib/web/command'
import { database } from '#lib/web/context'
import { routes } from '#lib/web/routes'
import { openWorld, type World } from '#tests/support/world'

let world: World

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
})
afterAll(async () => {
  await database().$disconnect()
  await world.end()
})

let deeds = 0
const send = visitorCommand({
  input: z.strictObject({}),
  run: async () => {
    deeds += 1
    return ok(null)
  },
  redirectTo: () => routes.signIn,
  formPage: () => routes.signIn,
  notice: () => 'password-chosen',
})

async function sent(): Promise<readonly [number, string | null]> {
  const headers = { origin: world.settings.origin, 'content-type': 'application/x-www-form-urlencoded' }
  const request = new Request(`${world.settings.origin}/deed`, { method: 'POST', headers, body: '' })
  const response = await send(request, { params: Promise.resolve({}) })
  return [response.status, response.headers.get('location')]
}

test('a deed that is done leads on, also where its page cannot say so', async () => {
  expect(await sent()).toEqual([303, expect.stringMatching(/^\/sign-in\?form=[\w-]{22}$/)])
  await world.owner.$executeRaw`ALTER TABLE form_return RENAME TO gone`
  expect(await sent()).toEqual([303, '/sign-in'])
  expect(deeds).toBe(2)
})
