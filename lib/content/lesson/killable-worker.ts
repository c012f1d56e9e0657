import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import type { Words } from '#lib/content/lint/words-found'
import { projectFolder } from '#lib/content/project-folder'
import type { TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'
import { invariant } from '#lib/domain/invariant'

export type WorkerTask = 'check' | 'wording' | 'bundle' | 'preview'
export type WorkerQuestion = {
  readonly number: number
  readonly source: string
  readonly registers: LessonRegisters
  /** Of the words, for the task that judges them. */
  readonly language?: TextLanguage
  /** Words to be judged, where they are not those of the source. */
  readonly words?: Words
}
export type WorkerAnswer =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly fault: string }

/** What became of a question: an answer, too long a wait, or the end of the worker (for lack of memory, mostly). */
export type WorkerOutcome = { readonly value: unknown; readonly tookMs: number } | 'too-slow' | 'gone'

// Asked of the process, since the bundler takes every program that an imported `fork` starts for a part of the server.
const { fork } = process.getBuiltinModule('node:child_process')

const startTimeoutMs = 20_000
const workerFile = path.join('lib', 'content', 'lesson', 'worker.ts')
const ownGroup = process.platform !== 'win32'

function start(task: WorkerTask): ChildProcess {
  const folder = projectFolder()
  return fork(path.join(folder, workerFile), [task], {
    cwd: folder,
    // A group of its own, so that esbuild's process dies with it.
    detached: ownGroup,
    // No inherited variables: they hold secrets.
    env: { NODE_ENV: 'production' },
    execArgv: [
      '--no-warnings',
      '--max-old-space-size=256',
      '--disallow-code-generation-from-strings',
      '--permission',
      `--allow-fs-read=${folder}`,
      ...(task === 'bundle' ? ['--allow-child-process'] : []),
    ],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** Ends a worker and what it started; done when it is gone. */
async function kill(worker: ChildProcess): Promise<void> {
  if (worker.pid === undefined || worker.exitCode !== null || worker.signalCode !== null) return
  const gone = once(worker, 'exit')
  try {
    if (ownGroup) process.kill(-worker.pid, 'SIGKILL')
    else worker.kill('SIGKILL')
  } catch {
    // Already gone: nothing to kill.
  }
  await gone
}

/** Milliseconds of processor time that a process has used; undefined where the system does not tell. */
function spentMs(worker: ChildProcess): number | undefined {
  try {
    const fields = readFileSync(`/proc/${worker.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')
    // Fields 14 and 15 of proc(5), user and system time, in hundredths of a second.
    return (Number(fields?.[11]) + Number(fields?.[12])) * 10
  } catch {
    return undefined
  }
}

/** How often a wait is looked at, so that it ends when its time is spent and not a round later. */
const looksEach = 20
/** By the clock, a wait may take so many times as long as it may take of the processor. */
const patience = 5

/**
 * Waits so long of the worker's own time. On a busy machine it gets less of the processor than the clock shows, and a good
 * lesson must not be refused for that; five times as long by the clock ends it all the same.
 */
function nextMessage(worker: ChildProcess, ms: number): Promise<unknown> {
  const before = spentMs(worker)
  let looks = 0
  return new Promise((resolve) => {
    const look = () => {
      looks += 1
      const spent = spentMs(worker)
      const clockMs = (looks * ms) / looksEach
      const ownMs = spent === undefined || before === undefined ? clockMs : spent - before
      if ((clockMs >= ms && ownMs >= ms * 0.8) || clockMs >= ms * patience) done('too-slow')
    }
    const done = (message: unknown) => {
      clearInterval(timer)
      worker.off('message', done)
      worker.off('exit', gone)
      worker.off('error', gone)
      resolve(message)
    }
    const gone = () => done('gone')
    const timer = setInterval(look, ms / looksEach)
    worker.once('message', done)
    worker.once('exit', gone)
    worker.once('error', gone)
  })
}

/** A worker that waits must not keep its parent alive. */
function rest(worker: ChildProcess) {
  worker.unref()
  worker.channel?.unref()
}

function wake(worker: ChildProcess) {
  worker.ref()
  worker.channel?.ref()
}

async function readyWorker(task: WorkerTask): Promise<ChildProcess> {
  const worker = start(task)
  const greeting = await nextMessage(worker, startTimeoutMs)
  if (greeting !== 'ready') await kill(worker)
  invariant(greeting === 'ready', `the lesson worker starts (${String(greeting)})`)
  return worker
}

export type KillableWorker = {
  /** One question at a time; the time limit includes the start. Throws when the worker reports a fault of ours. */
  ask(question: Omit<WorkerQuestion, 'number'>, timeoutMs: number): Promise<WorkerOutcome>
  /** Starts the worker if there is none, so that the next question finds it ready. */
  warm(): void
  /** Lets an idle worker end by itself, children included. The next question starts another one. */
  close(): void
}

/** A process for one task, started with the first question, used for the next ones, killed when one takes too long. */
export function killableWorker(task: WorkerTask): KillableWorker {
  let worker: Promise<ChildProcess> | undefined
  let number = 0

  async function begin(): Promise<ChildProcess> {
    const started = await readyWorker(task)
    // One that ends while nothing is asked of it is no answer to the next question.
    started.once('exit', forget)
    return started
  }
  function forget() {
    worker = undefined
  }
  function ready(): Promise<ChildProcess> {
    if (worker === undefined) {
      worker = begin()
      worker.catch(forget)
    }
    return worker
  }

  return {
    async ask(question, timeoutMs) {
      const calledAt = performance.now()
      const asked = await ready()
      wake(asked)
      number += 1
      const askedAt = performance.now()
      // Half of the time is for the question itself, however long a busy machine took to start the worker.
      const reply = nextMessage(asked, Math.max(timeoutMs / 2, timeoutMs - (askedAt - calledAt)))
      asked.send({ ...question, number } satisfies WorkerQuestion)
      const answer = (await reply) as WorkerAnswer | 'too-slow' | 'gone'
      if (answer === 'too-slow' || answer === 'gone') {
        forget()
        await kill(asked)
        return answer
      }
      rest(asked)
      invariant(answer.number === number, 'a worker answers the question it was asked')
      invariant('value' in answer, `a worker does its task (${'fault' in answer ? answer.fault : ''})`)
      return { value: answer.value, tookMs: performance.now() - askedAt }
    },
    warm() {
      if (worker !== undefined) return
      ready().then(rest, () => undefined)
    },
    close() {
      worker?.then(
        (idle) => idle.connected && idle.disconnect(),
        () => undefined,
      )
      forget()
    },
  }
}
