import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import { addDays, localDateAt } from '#lib/domain/calendar'
import { now } from '#lib/system/clock'
import { type Doors, playDoors } from '#tests/http/doors'
import { ask } from '#tests/support/ask'
import { zone } from '#tests/support/personas'

const app = inject('app')
const slow: Socket[] = []
let doors: Doors

beforeAll(async () => {
  doors = await playDoors(app)
  await fillTable()
})
afterAll(() => {
  for (const socket of slow) socket.destroy()
})

/** A table of some forty megabytes, more than a connection swallows without a reader, also if it is read past midnight. */
async function fillTable(): Promise<void> {
  const { practiceId, personId } = doors.personas.manager
  const today = localDateAt(now(), zone)
  const db = connectDatabase({ url: app.databaseUrl, maxConnections: 1 })
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    await tx.$executeRaw`
      UPDATE staff_member SET location = repeat('North ', 1500)
      WHERE practice_id = ${practiceId}::uuid AND person_id = ${personId}::uuid`
    await tx.$executeRaw`
      INSERT INTO status_span (practice_id, staff_member_id, requirement_id, from_on, through_on, status, urgency, has_left,
        has_begun, rule, authority, name_key)
      SELECT m.practice_id, m.id, gen_random_uuid(), ${today}::date, ${addDays(today, 1)}::date, 'compliant', 9, false, false, 'valid',
        'met', 'max'
      FROM staff_member m, generate_series(1, 5000)
      WHERE m.practice_id = ${practiceId}::uuid AND m.person_id = ${personId}::uuid`
  })
  await db.$disconnect()
}

const path = () => `/practice/${doors.places.practiceId}/roster`
const cookie = () => doors.personas.manager.cookie

/** Asks for the file, and stops reading as soon as the answer has begun. */
async function slowReader(): Promise<Socket> {
  const { hostname, port, host } = new URL(app.origin)
  const socket = connect(Number(port), hostname)
  slow.push(socket)
  socket.write(`GET ${path()} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie()}\r\n\r\n`)
  const [head] = (await once(socket, 'data')) as [Buffer]
  socket.pause()
  expect(head.toString('latin1')).toMatch(/^HTTP\/1\.1 200 /)
  return socket
}

const asked = async () => (await ask(app, { path: path(), cookie: cookie() })).status
/** Asks again until a place is free. */
const free = () => expect.poll(asked, { timeout: 60_000, interval: 300 }).toBe(200)

test('who reads slowly keeps a place, and no more than two of a practice', async () => {
  const [first, second] = [await slowReader(), await slowReader()]
  const refused = await ask(app, { path: path(), cookie: cookie() })
  expect(refused.status).toBe(429)
  expect(refused.headers['retry-after']).toBe('30')
  expect(refused.headers['content-type']).toMatch(/^text\/html/)
  expect(refused.text).toContain('Wait half a minute, then try again.')
  // What is refused did not leave, and pages are answered all the while.
  const page = await ask(app, { path: `/practice/${doors.places.practiceId}`, cookie: cookie() })
  expect(page.status).toBe(200)
  first.destroy()
  await free()
  second.destroy()
})

test('a stranger to the practice takes no place of it', async () => {
  const { foreignManager, learner } = doors.personas
  const strangers = [foreignManager, learner].flatMap((each) => [each, each, each])
  const answers = await Promise.all(strangers.map((each) => ask(app, { path: path(), cookie: each.cookie })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
  await free()
})

test('who stops reading is broken off after a while, and what arrived does not look whole', async () => {
  await free()
  const [first] = [await slowReader(), await slowReader()]
  expect(await asked()).toBe(429)
  // Both still hold their connections open, and read nothing.
  await free()
  const tail: Buffer[] = []
  const over = Promise.race([once(first, 'close'), once(first, 'end')])
  first.on('data', (chunk: Buffer) => tail.push(chunk))
  first.on('error', () => undefined)
  first.resume()
  await over
  expect(Buffer.concat(tail).subarray(-5).toString('latin1')).not.toBe('0\r\n\r\n')
})
