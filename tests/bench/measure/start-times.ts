import { setTimeout as wait } from 'node:timers/promises'
import { rounded, sumOf } from '#tests/bench/measure/statistics'
import type { App } from '#tests/bench/stack/app'
import { startBeacon } from '#tests/bench/stack/beacon'
import { memoryOf, type ProcessMemory } from '#tests/bench/stack/process-tree'

export type StartTimes = { readonly firstMs: number; readonly secondMs: number }

/** On an empty data folder and again on what that left; installed and built before. Returns the second, running. */
export async function startTwice(place: {
  readonly dataDir: string
  readonly port: number
}): Promise<{ app: App; times: StartTimes }> {
  const first = await startBeacon(place)
  await first.stop()
  const app = await startBeacon(place)
  return { app, times: { firstMs: Math.round(first.startedInMs), secondMs: Math.round(app.startedInMs) } }
}

export type Memory = { readonly mb: number; readonly processes: readonly ProcessMemory[] }

/** The proportional set size of all processes, after some seconds without a request. */
export async function idleMemory({ roots }: App, restSeconds: number): Promise<Memory> {
  await wait(restSeconds * 1000)
  const processes = memoryOf(roots).map((each) => ({ ...each, mb: rounded(each.mb) }))
  return { mb: rounded(sumOf(processes.map(({ mb }) => mb))), processes }
}
