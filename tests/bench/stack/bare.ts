import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { checkout } from '#lib/cli/checkout'
import { answers } from '#lib/cli/port'
import { databaseAccount } from '#lib/cli/postgres/account'
import { initialise } from '#lib/cli/postgres/initialise'
import { dataOf } from '#lib/cli/postgres/place'
import { readPostmasterFile } from '#lib/cli/postgres/postmaster-file'
import { postgresPrograms } from '#lib/cli/postgres/programs'
import { postgresUrl, startPostgres } from '#lib/cli/postgres/server'
import { lessonTitle } from '#tests/bench/fixture/content-folder'
import type { App } from '#tests/bench/stack/app'

const folder = path.join(checkout, 'tests', 'bench', 'bare')
const next = path.join(checkout, 'node_modules', 'next', 'dist', 'bin', 'next')
const stamp = path.join(folder, '.next', 'bench-build')
const password = 'bench'

/** Builds the bare app where that was not done with these sources, and starts it on a database server of its own. */
export async function startBare(place: { readonly dataDir: string; readonly port: number }): Promise<App> {
  buildOnce()
  const began = performance.now()
  const database = await startDatabase(place.dataDir)
  const args = [next, 'start', '--hostname', '127.0.0.1', '--port', String(place.port)]
  const env = { ...process.env, NODE_ENV: 'production' as const, DATABASE_URL: database.url }
  const web = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(web, 'exit')
  const stop = async () => {
    web.kill('SIGTERM')
    await ended
    await database.stop()
  }
  if (!(await answers({ host: '127.0.0.1', port: place.port }, '/lessons/1', ended)) || !web.pid) {
    await stop()
    throw new Error('The bare app did not start; its reason stands above.')
  }
  return {
    name: 'bare',
    origin: `http://127.0.0.1:${place.port}`,
    roots: [web.pid, database.pid],
    startedInMs: performance.now() - began,
    command: `cd tests/bench/bare && next build && DATABASE_URL=… next start --port ${place.port}`,
    stop,
  }
}

function buildOnce(): void {
  const hash = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const built = spawnSync(process.execPath, [next, 'build'], { cwd: folder, env, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`The bare app does not build:\n${built.stdout}${built.stderr}`)
  writeFileSync(stamp, hash)
}

function sourceHash(): string {
  const sources = ['tests/bench/bare/**/*.{ts,tsx}', 'tests/bench/fixture/*.ts', 'package-lock.json']
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: checkout, exclude: ['**/.next/**'] }).toSorted())
    hash.update(file).update(readFileSync(path.join(checkout, file)))
  return hash.digest('hex')
}

/** PostgreSQL with the settings that Beacon gives to its own, every commit on the disk. */
async function startDatabase(dataDir: string) {
  mkdirSync(dataDir, { recursive: true })
  const account = databaseAccount(dataOf(dataDir))
  if (account) chownSync(dataDir, account.uid, account.gid)
  const programs = postgresPrograms(dataDir, account)
  const place = { folder: dataDir, account, programs, superuserPassword: password, durable: true }
  initialise(place)
  const server = await startPostgres(place)
  const url = postgresUrl(server, 'postgres', password, 'postgres')
  await makeTables(url)
  const { pid } = readPostmasterFile(dataOf(dataDir)) ?? { pid: 0 }
  return { url, pid, stop: server.stop }
}

async function makeTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`
    CREATE TABLE IF NOT EXISTS lesson (id text PRIMARY KEY, title text NOT NULL);
    CREATE TABLE IF NOT EXISTS reading (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      lesson_id text NOT NULL REFERENCES lesson (id), place int NOT NULL, saved_at timestamptz NOT NULL);`)
  await client.query('INSERT INTO lesson (id, title) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    '1',
    lessonTitle,
  ])
  await client.end()
}
