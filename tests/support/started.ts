import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkout } from '#lib/cli/checkout'

/** A command of ours, running as a process of its own. */
export type Started = {
  readonly pid: number
  /** Everything it has written so far, both outputs in one. */
  readonly words: () => string
  /** Resolves when what it has written matches; throws when it ends without that. */
  readonly says: (pattern: RegExp) => Promise<void>
  readonly kill: (signal: NodeJS.Signals) => void
  /** The exit code; null after a signal. */
  readonly ended: Promise<number | null>
}

/** Where `start.mjs` keeps compiled code: each process then starts in half the time. */
const compiled = path.join(checkout, 'node_modules', '.cache', 'beacon')
const everything = new Set<Started>()

/** Starts `node lib/cli/<script> …` with the given settings and none of ours. */
export function start(script: string, args: readonly string[], settings: Record<string, string>): Started {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(PATH|HOME|LANG|TMPDIR|SystemRoot)$/.test(name),
  )
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join('lib', 'cli', script), ...args],
    {
      cwd: checkout,
      env: { ...(Object.fromEntries(kept) as NodeJS.ProcessEnv), NODE_COMPILE_CACHE: compiled, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const chunks: string[] = []
  const heard: (() => void)[] = []
  const hear = (chunk: unknown) => {
    chunks.push(String(chunk))
    for (const listener of heard) listener()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const words = () => chunks.join('')
  const started: Started = {
    pid: child.pid ?? 0,
    words,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => pattern.test(words()) && resolve()
        heard.push(look)
        look()
        void ended.then(() => reject(new Error(`It ended without saying ${pattern}:\n${words()}`)))
      }),
    kill: (signal) => child.kill(signal),
    ended,
  }
  everything.add(started)
  void ended.then(() => everything.delete(started))
  return started
}

/** Ends what a test has left running. For `afterEach`. */
export async function endEverything(): Promise<void> {
  for (const { kill } of everything) kill('SIGTERM')
  await Promise.all([...everything].map(({ ended }) => ended))
}

/** A folder for the data of one test, and its end. */
export function dataFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'beacon-data-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A port that was free a moment ago, as text for a setting. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? String(address.port) : ''
}
