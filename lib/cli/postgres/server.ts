import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Account } from '#lib/cli/postgres/account'
import { dataOf, type PostgresPlace, plainEnvironment } from '#lib/cli/postgres/place'
import { readPostmasterFile } from '#lib/cli/postgres/postmaster-file'
import { program } from '#lib/cli/postgres/programs'
import { StartRefusal } from '#lib/cli/start-refusal'

export type PostgresServer = {
  /** Unix: the folder of the socket. Windows: the loopback address. */
  readonly host: string
  readonly port: number
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>
  /** Ends every connection, writes a checkpoint, and resolves when the process has ended. Safe to call twice. */
  readonly stop: () => Promise<void>
}

/** The address of one database on the server for one role. Passwords of ours need no escaping. */
export function postgresUrl(
  server: Pick<PostgresServer, 'host' | 'port'>,
  role: string,
  password: string,
  database: string,
): string {
  const host = process.platform === 'win32' ? server.host : 'localhost'
  const socket = process.platform === 'win32' ? '' : `?host=${encodeURIComponent(server.host)}`
  return `postgresql://${role}:${password}@${host}:${server.port}/${database}${socket}`
}

const port = 5432
/** The longest path that a Unix socket can have, in bytes, without the final zero. */
const longestSocketPath = 107

/** Ends a server that outlived its killed start. Returns whether there was one. */
export function stopLeftBehind({ folder, account, programs }: PostgresPlace): boolean {
  const data = dataOf(folder)
  if (!readPostmasterFile(data)) return false
  const how = { ...account, cwd: folder, env: plainEnvironment() }
  if (spawnSync(program(programs, 'pg_ctl'), ['status', '-D', data], how).status !== 0) return false
  const stopped = spawnSync(
    program(programs, 'pg_ctl'),
    ['stop', '-D', data, '-m', 'fast', '-w', '-t', '30'],
    how,
  )
  if (stopped.status === 0) return true
  throw new StartRefusal(
    `A database server left behind by a killed start (process ${readPostmasterFile(data)?.pid}) does not end. End it, then start again.`,
  )
}

/** Starts the server on its data and resolves when it takes connections. */
export async function startPostgres(place: PostgresPlace): Promise<PostgresServer> {
  const { folder, account, programs } = place
  const host = process.platform === 'win32' ? '127.0.0.1' : socketFolder(folder, account)
  const listening = process.platform === 'win32' ? await freePort() : port
  const log = openLog(folder)
  const child = spawn(
    program(programs, 'postgres'),
    ['-D', dataOf(folder), ...serverOptions(place, host, listening)],
    {
      ...account,
      cwd: folder,
      env: plainEnvironment(),
      stdio: ['ignore', log, log],
      // In a group of its own: Ctrl-C reaches the web and the worker first, and the database when both are done.
      detached: true,
    },
  )
  closeSync(log)
  const ended = once(child, 'exit').then(
    () => undefined,
    () => undefined,
  )
  await ready(child, folder)
  return { host, port: listening, ended, stop: () => stop(child, ended, host, folder) }
}

function serverOptions({ durable }: PostgresPlace, host: string, listening: number): string[] {
  const unix = process.platform !== 'win32'
  const settings = {
    port: listening,
    listen_addresses: unix ? '' : host,
    ...(unix
      ? { unix_socket_directories: `"${host.replaceAll('"', '""')}"`, unix_socket_permissions: '0700' }
      : {}),
    // Small: one practice's data fits many times over, and idle memory is what a small machine notices.
    shared_buffers: '64MB',
    max_connections: durable ? 60 : 200,
    max_wal_size: '256MB',
    io_method: 'sync',
    max_worker_processes: 4,
    autovacuum_max_workers: 2,
    max_wal_senders: 0,
    log_checkpoints: 'off',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    idle_in_transaction_session_timeout: '60s',
    // What a person typed has no place in a log: no statements and no "Key (…)=(…) already exists".
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** The data folder's own, or, where its path is too long for a socket, a folder of a random name that only we enter. */
function socketFolder(folder: string, account: Account | undefined): string {
  const own = path.join(folder, 'socket')
  const fits = Buffer.byteLength(path.join(own, `.s.PGSQL.${port}`)) <= longestSocketPath
  if (fits) mkdirSync(own, { recursive: true, mode: 0o700 })
  const chosen = fits ? own : mkdtempSync('/tmp/beacon-')
  if (account) chownSync(chosen, account.uid, account.gid)
  return chosen
}

function openLog(folder: string): number {
  const file = path.join(folder, 'postgres.log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) truncateSync(file)
  return openSync(file, 'a', 0o600)
}

async function ready(child: ChildProcess, folder: string): Promise<void> {
  const until = Date.now() + 120_000
  let fault: Error | undefined
  child.once('error', (error) => {
    fault = error
  })
  while (Date.now() < until) {
    if (fault || child.exitCode !== null || child.signalCode !== null) break
    const file = readPostmasterFile(dataOf(folder))
    if (file?.pid === child.pid && file?.ready) return
    await wait(20)
  }
  child.kill('SIGQUIT')
  const lastLine = readFileSync(path.join(folder, 'postgres.log'), 'utf8').trim().split('\n').at(-1)
  throw new StartRefusal(
    `The database did not start: ${fault?.message ?? lastLine}. See ${path.join(folder, 'postgres.log')}.`,
  )
}

async function stop(child: ChildProcess, ended: Promise<void>, host: string, folder: string): Promise<void> {
  child.kill('SIGINT')
  const impatient = setTimeout(() => child.kill('SIGQUIT'), 15_000)
  await ended
  clearTimeout(impatient)
  if (process.platform !== 'win32' && !host.startsWith(folder)) rmSync(host, { recursive: true, force: true })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : port
}
