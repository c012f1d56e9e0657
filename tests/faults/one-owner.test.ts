import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataFolder, endEverything, freePort, start } from '#tests/support/started'

let data: ReturnType<typeof dataFolder>
let settings: { DATA_DIR: string; PORT: string }

beforeEach(async () => {
  data = dataFolder()
  settings = { DATA_DIR: data.folder, PORT: await freePort() }
})
afterEach(async () => {
  await endEverything()
  data.remove()
})

/** The database and the worker, without what is served: everything that owns data, and no build. */
const startOwner = () => start('start.ts', ['--worker'], settings)

function postmasterPid(): number {
  return Number(readFileSync(path.join(data.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

test('a second start on the same data says who holds it, since when and where, and leaves the first alone', async () => {
  const first = startOwner()
  await first.says(/worker is ready/)
  const second = start('start.ts', [], settings)
  expect(await second.ended).toBe(1)
  expect(second.words()).toMatch(
    new RegExp(
      `^✗ Beacon already runs on the data in ${data.folder} \\(process ${first.pid}, since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC, at http://127.0.0.1:${settings.PORT}\\)[^\\n]*\\n$`,
    ),
  )
  expect(existsSync(path.join(data.folder, 'postgres', 'postmaster.pid'))).toBe(true)
  first.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

test('after kill -9 the next start ends the database left behind, and owns the data', async () => {
  const killed = startOwner()
  await killed.says(/worker is ready/)
  const orphan = postmasterPid()
  killed.kill('SIGKILL')
  await killed.ended
  const next = startOwner()
  await next.says(/worker is ready/)
  expect(next.words()).toContain('Stopped a database that a killed start had left running')
  expect(postmasterPid()).not.toBe(orphan)
})

test('of two that start at once on the same data, one has it', async () => {
  const both = [startOwner(), startOwner()]
  const winner = await Promise.any(both.map(async (one) => one.says(/worker is ready/).then(() => one)))
  // The other works beside it, or was refused in the moment before there was something to work on: either way it owns nothing.
  expect(both.filter((one) => one.words().includes('Database ready'))).toEqual([winner])
  winner.kill('SIGTERM')
  expect(await winner.ended).toBe(0)
})

test('a stopped Beacon leaves no process, no lock and no secret that others can read', async () => {
  const owner = startOwner()
  await owner.says(/worker is ready/)
  owner.kill('SIGINT')
  expect(await owner.ended).toBe(0)
  expect(existsSync(path.join(data.folder, 'postgres', 'postmaster.pid'))).toBe(false)
  expect(existsSync(path.join(data.folder, 'running.json'))).toBe(false)
  expect(statSync(data.folder).mode & 0o777).toBe(0o700)
  expect(statSync(path.join(data.folder, 'secrets')).mode & 0o777).toBe(0o700)
  expect(statSync(path.join(data.folder, 'secrets', 'auth-secret')).mode & 0o777).toBe(0o600)
})

test('a database that is killed takes everything down, in words, and the next start has what was there', async () => {
  const owner = startOwner()
  await owner.says(/worker is ready/)
  process.kill(postmasterPid(), 'SIGKILL')
  expect(await owner.ended).toBe(1)
  expect(owner.words()).toMatch(/^✗ The database ended of itself, so everything is stopped\./m)
  const next = startOwner()
  await next.says(/worker is ready/)
  expect(next.words()).toContain('Schema up to date')
})

test('a port in use is named with the way out, before anything is started', async () => {
  const other = createServer().listen(Number(settings.PORT), '127.0.0.1')
  await once(other, 'listening')
  const refused = start('start.ts', [], settings)
  expect(await refused.ended).toBe(1)
  expect(refused.words()).toMatch(
    new RegExp(`^✗ Port ${settings.PORT} on 127.0.0.1 is already in use\\. [^\\n]*PORT=\\d+ npm start\\n$`),
  )
  other.close()
})
