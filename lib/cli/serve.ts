import { build, buildIsFresh } from '#lib/cli/build'
import type { OpenDatabase } from '#lib/cli/open-database'
import { answers } from '#lib/cli/port'
import { launch, type Running } from '#lib/cli/processes'
import { StartRefusal } from '#lib/cli/start-refusal'
import { say, step } from '#lib/cli/steps'
import type { Environment, LaunchSettings } from '#lib/system/env'

export type Wish = { readonly development?: boolean; readonly demo?: boolean }

/** Prepares the database in a process of its own. Returns the first administrator's link, where one is needed. */
export async function prepare(
  database: OpenDatabase,
  wishes: readonly string[],
): Promise<string | undefined> {
  const command = ['lib/cli/prepare.ts', ...wishes]
  const child = launch({ name: 'preparation', command, env: database.ownerEnv })
  let link: string | undefined
  child.process.on('message', (message: { link?: string }) => {
    link = message.link
  })
  // It has said why.
  if ((await child.ended) !== 0) throw new StartRefusal('')
  return link
}

/** Serves until a process ends that should not; that is the fault thrown. */
export async function serve(settings: LaunchSettings, database: OpenDatabase, wish: Wish): Promise<never> {
  const nodeEnv = wish.development ? 'development' : 'production'
  const env: Environment = { ...database.env, NODE_ENV: nodeEnv }
  const link = await prepare({ ...database, ownerEnv: { ...database.ownerEnv, NODE_ENV: nodeEnv } }, [
    '--publish',
    '--link',
    ...(wish.demo ? ['--demo'] : []),
  ])
  if (!wish.development) await buildOnce(env)
  const began = performance.now()
  const web = launchWeb(settings, env, wish)
  const worker = launchWorker(env)
  if (await answers(settings, '/api/health', web.ended)) {
    web.speak()
    say(`✓ Serving (${((performance.now() - began) / 1000).toFixed(1)} s)`)
    say(`\nBeacon is at ${settings.origin}`)
    if (link) say(`Create the first administrator and practice here (the link works once):\n  ${link}`)
    say('Ctrl-C stops it.')
  }
  return Promise.race([fallen(web), fallen(worker)])
}

/** Works without serving, until the worker ends that should not; that is the fault thrown. */
export function workOnly({ env }: OpenDatabase): Promise<never> {
  const worker = launchWorker({ ...env, NODE_ENV: 'production' })
  worker.process.once('message', () => say('✓ The worker is ready. Ctrl-C stops it.'))
  return fallen(worker)
}

const launchWorker = (env: Environment) =>
  launch({ name: 'worker', command: ['lib/jobs/worker.ts'], env, small: true })

async function buildOnce(env: Environment): Promise<void> {
  if (buildIsFresh()) return
  await step(
    'Built',
    () => build(env),
    'Building what is served (after an install or update; about a minute)',
  )
}

function launchWeb(settings: LaunchSettings, env: Environment, { development }: Wish): Running {
  const place = ['--hostname', settings.host, '--port', String(settings.port)]
  const output = development ? 'inherit' : 'kept'
  return launch({ name: 'web', command: ['lib/web/server.ts', ...place], env, output })
}

async function fallen({ name, ended, words }: Running): Promise<never> {
  const code = await ended
  const last = words().trim()
  throw new StartRefusal(
    `The ${name} ended of itself (code ${code}), so everything is stopped.${last && `\n${last}`}`,
  )
}
