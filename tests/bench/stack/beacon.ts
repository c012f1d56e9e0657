import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { checkout } from '#lib/cli/checkout'
import type { App } from '#tests/bench/stack/app'
import { testEnvironment } from '#tests/run/execute'

/** Where a Beacon lives that is started, and that scripts work beside. */
export type Place = { readonly dataDir: string; readonly port: number }

const environment = ({ dataDir, port }: Place) => ({
  ...testEnvironment(),
  DATA_DIR: dataDir,
  PORT: String(port),
})

/** Starts Beacon as its operator does, on the embedded database. Throws with its last words when it does not come up. */
export async function startBeacon(place: Place): Promise<App> {
  const began = performance.now()
  // In a process group of its own, so that it can be interrupted as by Ctrl-C.
  const child = spawn('npm', ['start'], { cwd: checkout, env: environment(place), detached: true })
  const words = await untilItSays(child, 'Beacon is at ')
  const startedInMs = performance.now() - began
  if (!child.pid || !words.includes('Beacon is at ')) throw new Error(`Beacon did not start:\n${words}`)
  const { pid } = child
  const ended = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGINT')
    await ended
  }
  const command = `DATA_DIR=${place.dataDir} PORT=${place.port} npm start`
  return {
    name: 'beacon',
    origin: `http://127.0.0.1:${place.port}`,
    roots: [pid],
    startedInMs,
    command,
    stop,
  }
}

/** What it wrote until then, or until it ended. */
async function untilItSays(child: ChildProcess, wanted: string): Promise<string> {
  let words = ''
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      words += String(chunk)
      if (words.includes(wanted)) resolve()
    })
  }
  child.once('exit', () => resolve())
  child.once('error', (fault) => {
    words += fault.message
    resolve()
  })
  await promise
  return words
}

/** Runs one of the bench's scripts on the database of a running Beacon; its answer is the JSON that it wrote. */
export async function runBeside<Answer>(place: Place, script: string, ...args: string[]): Promise<Answer> {
  const file = path.join(place.dataDir, '..', `${path.basename(script)}.json`)
  const child = spawn(
    process.execPath,
    [path.join(checkout, 'lib/cli/start.mjs'), '--with-database', script, file, ...args],
    { cwd: checkout, env: environment(place), stdio: 'inherit' },
  )
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${script} failed`)
  const answer = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(file)
  return answer
}
