import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkout } from '#lib/cli/checkout'
import { StartRefusal } from '#lib/cli/start-refusal'
import type { Environment } from '#lib/system/env'

export type Program = {
  readonly name: string
  /** A script, and what follows it on the command line. */
  readonly command: readonly string[]
  readonly env: Environment
  /** Idles most of the time: then a small space for new objects is worth more than the speed of a large one. */
  readonly small?: boolean
  /** Where its words go: to our own output, or into memory until someone asks for them. */
  readonly output?: 'inherit' | 'kept'
}

export type Running = {
  readonly name: string
  readonly process: ChildProcess
  /** The exit code; 1 for a signal. */
  readonly ended: Promise<number>
  /** What it wrote, where that is kept. */
  readonly words: () => string
  /** Keeps no more: what it writes from now on goes to our own output. */
  readonly speak: () => void
}

const quietly = ['--disable-warning=ExperimentalWarning']
/** Node lets a heap grow by the size of the machine: with 24 GB the web process took 600 MB for 60 MB of living objects. */
const boundedHeap = ['--max-old-space-size=1024']
const smallHeap = ['--max-semi-space-size=2']
/** glibc keeps freed memory in an arena for each thread; elsewhere this says nothing. */
const fewArenas = { MALLOC_ARENA_MAX: '2' }
const running = new Set<Running>()
let stopping = false
const withParent = pathToFileURL(path.join(checkout, 'lib', 'cli', 'with-parent.mjs')).href

/** Starts a script on this Node, in our process group. It ends when we do, however we end. */
export function launch({ name, command, env, small, output = 'inherit' }: Program): Running {
  if (stopping) throw new StartRefusal('Stopped before the start was done.')
  const words: string[] = []
  const stream = output === 'kept' ? 'pipe' : 'inherit'
  const flags = [...quietly, `--import=${withParent}`, ...(small ? smallHeap : boundedHeap)]
  const child = spawn(process.execPath, [...flags, ...command], {
    cwd: checkout,
    env: { ...fewArenas, ...(env as NodeJS.ProcessEnv), BEACON_PARENT: String(process.pid) },
    stdio: ['ignore', stream, stream, 'ipc'],
  })
  for (const from of [child.stdout, child.stderr]) from?.on('data', (chunk) => words.push(String(chunk)))
  const speak = () => {
    words.length = 0
    child.stdout?.removeAllListeners('data').pipe(process.stdout)
    child.stderr?.removeAllListeners('data').pipe(process.stderr)
  }
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : 1))
  const started: Running = { name, process: child, ended, words: () => words.join(''), speak }
  running.add(started)
  void ended.then(() => running.delete(started))
  return started
}

/** Asks every process to end, and ends those that have not after five seconds. */
export async function stopAll(): Promise<void> {
  stopping = true
  const left = [...running]
  for (const { process: child } of left) child.kill('SIGTERM')
  const impatient = setTimeout(() => {
    for (const { process: child } of left) child.kill('SIGKILL')
  }, 5_000)
  await Promise.all(left.map(({ ended }) => ended))
  clearTimeout(impatient)
}
