import { expect, test } from 'vitest'
import { instantFrom } from '#lib/domain/calendar'
import { healthOf, type Measured } from '#lib/domain/operation/health'

const now = instantFrom('2026-03-10T17:00:00Z')
const well: Measured = {
  now,
  secondsSinceStart: 3600,
  freeBytes: 10 ** 10,
  sendsMail: true,
  database: {
    clock: instantFrom('2026-03-10T17:00:05Z'),
    schemaIsCurrent: true,
    lastHeartbeatAt: instantFrom('2026-03-10T16:59:00Z'),
    oldestDueMailAt: instantFrom('2026-03-10T16:58:00Z'),
  },
}
type Change = Partial<Omit<Measured, 'database'>> & { database?: Partial<NonNullable<Measured['database']>> }

/** The names of the checks that fail when this one thing is different. */
function failing({ database, ...change }: Change): string[] {
  const merged = { ...well, ...change, database: well.database && { ...well.database, ...database } }
  const { status, checks } = healthOf(merged)
  const names = Object.entries(checks).flatMap(([name, state]) => (state === 'failing' ? [name] : []))
  expect(status).toBe(names.length === 0 ? 'ok' : 'failing')
  return names
}

test('nothing fails where all is well', () => {
  expect(failing({})).toEqual([])
})

test('without the database nothing that stands in it is known', () => {
  const { status, checks } = healthOf({ ...well, database: null })
  expect(status).toBe('failing')
  expect(checks).toEqual({
    database: 'failing',
    migrations: 'failing',
    mailQueue: 'failing',
    disk: 'ok',
    clock: 'failing',
  })
})

test('a schema of another version fails', () => {
  expect(failing({ database: { schemaIsCurrent: false } })).toEqual(['migrations'])
})

test('a silent worker fails, but not before it had time to speak', () => {
  const silent = { lastHeartbeatAt: instantFrom('2026-03-10T16:54:59Z') }
  expect(failing({ database: silent })).toEqual(['mailQueue'])
  expect(failing({ database: { lastHeartbeatAt: null } })).toEqual(['mailQueue'])
  expect(failing({ database: silent, secondsSinceStart: 299 })).toEqual([])
})

test('mail that should have left half an hour ago fails, but only where mail is sent at all', () => {
  const late = { oldestDueMailAt: instantFrom('2026-03-10T16:29:59Z') }
  expect(failing({ database: late })).toEqual(['mailQueue'])
  expect(failing({ database: late, sendsMail: false })).toEqual([])
})

test('a full disk fails, and so does one that cannot be asked', () => {
  expect(failing({ freeBytes: 256 * 1024 * 1024 - 1 })).toEqual(['disk'])
  expect(failing({ freeBytes: null })).toEqual(['disk'])
  expect(failing({ freeBytes: 256 * 1024 * 1024 })).toEqual([])
})

test('clocks a minute apart fail, whichever is ahead', () => {
  expect(failing({ database: { clock: instantFrom('2026-03-10T17:01:00Z') } })).toEqual(['clock'])
  expect(failing({ database: { clock: instantFrom('2026-03-10T16:59:00Z') } })).toEqual(['clock'])
})
