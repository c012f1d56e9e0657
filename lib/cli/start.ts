import { once } from 'node:events'
import path from 'node:path'
import { generateClient } from '#lib/cli/generate-client'
import { type OpenDatabase, type Opening, openDatabase } from '#lib/cli/open-database'
import { requireFreePort } from '#lib/cli/port'
import { launch, stopAll } from '#lib/cli/processes'
import { prepare, serve, type Wish, workOnly } from '#lib/cli/serve'
import { StartRefusal } from '#lib/cli/start-refusal'
import { say } from '#lib/cli/steps'
import type { Environment, LaunchSettings, launchSettingsFrom } from '#lib/system/env'

// What `start.mjs` hands over to. Without a word: everything, for use. `--demo` also plays in the cast; `--dev` serves with
// the development server; `--worker` works without serving; `--migrate` prepares the database and ends;
// `--with-database <script> …` runs one command on it; `--test` and `--bench` run those. The answer is the exit code.

const [word = '--start', ...rest] = process.argv.slice(2)

const commands: Record<string, () => Promise<number>> = {
  '--start': () => serveAs({}),
  '--demo': () => serveAs({ demo: true }),
  '--dev': () => serveAs({ development: true, demo: rest.includes('--demo') }),
  '--worker': () => onDatabase(workOnly),
  '--migrate': () => onDatabase(async () => 0),
  '--with-database': () =>
    onDatabase(({ ownerEnv }) =>
      run(rest[0] ?? '', rest.slice(1), { ...ownerEnv, BEACON_SUPERUSER_URL: undefined }),
    ),
  '--test': () => run('tests/run.ts', rest, process.env),
  '--bench': () => run('tests/bench/run.ts', rest, process.env),
}

const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<void>()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupt())

async function readSettings(): Promise<LaunchSettings> {
  const reader = launch({ name: 'settings', command: ['lib/cli/print-settings.ts'], env: process.env })
  const [read] = (await once(reader.process, 'message')) as [ReturnType<typeof launchSettingsFrom>]
  if ('settings' in read) return read.settings
  throw new StartRefusal(read.faults.join('\n✗ '))
}

async function serveAs(wish: Wish): Promise<number> {
  const settings = await readSettings()
  const opening = { beside: false, check: () => requireFreePort(settings) }
  return whileOpen(settings, opening, (database) => serve(settings, database, wish))
}

/** For commands that may also run beside a Beacon that serves; then the schema is up to date already. */
async function onDatabase(work: (database: OpenDatabase) => Promise<number>): Promise<number> {
  return whileOpen(await readSettings(), { beside: true }, async (database) => {
    if (database.own) await prepare(database, word === '--with-database' ? [word] : [])
    return work(database)
  })
}

async function whileOpen(
  settings: LaunchSettings,
  how: Opening,
  work: (database: OpenDatabase) => Promise<number>,
): Promise<number> {
  const opening = openDatabase(settings, how)
  const lost = opening
    .then((database) => database.lost)
    .then(() => {
      throw new StartRefusal(
        'The database ended of itself, so everything is stopped. See postgres.log in the data folder.',
      )
    })
  const stopped = interrupted.then(() => 0)
  try {
    return await Promise.race([opening.then(work), lost, stopped])
  } finally {
    await stopAll()
    const database = await opening.catch(() => undefined)
    await database?.close()
    if (database?.own) say('✓ Stopped')
  }
}

async function run(script: string, args: readonly string[], env: Environment): Promise<number> {
  const child = launch({ name: path.basename(script), command: [script, ...args], env })
  const stopped = interrupted.then(stopAll)
  return Promise.race([child.ended, stopped.then(() => child.ended)])
}

async function main(): Promise<number> {
  const command = commands[word]
  if (!command)
    throw new StartRefusal(`Beacon does not know ${word}. It knows ${Object.keys(commands).join(', ')}.`)
  if (generateClient()) say('✓ Database client generated')
  return command()
}

try {
  process.exit(await main())
} catch (fault) {
  if (!(fault instanceof StartRefusal)) console.error(fault)
  else if (fault.message) process.stderr.write(`✗ ${fault.message}\n`)
  process.exit(1)
}
