import { get } from 'node:http'
import { rounded } from '#tests/bench/measure/statistics'
import type { App } from '#tests/bench/stack/app'
import { cpuMsOf, ownMemoryMbOf } from '#tests/bench/stack/process-tree'

/** One file of everything that one practice has, read as fast as it comes. */
export type ExportFigures = {
  readonly rows: number
  readonly seconds: number
  /** From the request to the first byte of the file, its head line. */
  readonly firstByteMs: number
  /** To the first line about somebody. */
  readonly firstLineMs: number
  /** Of all processes, the database's and the worker's included. */
  readonly cpuMicrosecondsPerRow: number
  /** What all processes together took of the machine beyond what they had before, at the most. */
  readonly grownMb: number
}

const looksEveryMs = 50

/** The worst of each figure over the runs. */
export async function measureExport(
  app: App,
  wanted: { readonly path: string; readonly cookie: string },
  runs: number,
): Promise<ExportFigures> {
  const all: ExportFigures[] = []
  for (let run = 0; run < runs; run += 1) all.push(await exportOnce(app, wanted))
  const worst = (of: keyof ExportFigures) => rounded(Math.max(...all.map((figures) => figures[of])))
  return {
    rows: worst('rows'),
    seconds: worst('seconds'),
    firstByteMs: worst('firstByteMs'),
    firstLineMs: worst('firstLineMs'),
    cpuMicrosecondsPerRow: worst('cpuMicrosecondsPerRow'),
    grownMb: worst('grownMb'),
  }
}

async function exportOnce(
  app: App,
  { path, cookie }: { readonly path: string; readonly cookie: string },
): Promise<ExportFigures> {
  const memory = watchMemory(app)
  const cpuBefore = cpuMsOf(app.roots)
  const began = performance.now()
  const { firstByteMs, firstLineMs, rows } = await readFile(app.origin + path, cookie)
  const seconds = (performance.now() - began) / 1000
  const cpuMs = cpuMsOf(app.roots) - cpuBefore
  return {
    rows,
    seconds,
    firstByteMs,
    firstLineMs,
    cpuMicrosecondsPerRow: (cpuMs * 1000) / rows,
    grownMb: memory.stop(),
  }
}

function readFile(url: string, cookie: string) {
  const began = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<{
    firstByteMs: number
    firstLineMs: number
    rows: number
  }>()
  get(url, { headers: { cookie } }, (response) => {
    let [firstByteMs, firstLineMs, lineEnds] = [0, 0, 0]
    if (response.statusCode !== 200) reject(new Error(`export: status ${response.statusCode}`))
    response.on('data', (chunk: Buffer) => {
      firstByteMs ||= performance.now() - began
      lineEnds += lineEndsIn(chunk)
      if (lineEnds > 1) firstLineMs ||= performance.now() - began
    })
    // A file that broke off is no answer.
    response.on('end', () => {
      const isWhole = response.complete && lineEnds > 1
      return isWhole
        ? resolve({ firstByteMs, firstLineMs, rows: lineEnds - 1 })
        : reject(new Error('no file'))
    })
    response.on('error', reject)
  }).on('error', reject)
  return promise
}

function lineEndsIn(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1
  return count
}

/** Looks again and again; stopped, it says how much more there was at the most than at first. */
function watchMemory(app: App) {
  const before = ownMemoryMbOf(app.roots)
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, ownMemoryMbOf(app.roots))
  }, looksEveryMs)
  return {
    stop: () => {
      clearInterval(timer)
      return most - before
    },
  }
}
