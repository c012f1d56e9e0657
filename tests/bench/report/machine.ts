import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import { checkout } from '#lib/cli/checkout'

export type Machine = {
  readonly at: string
  readonly commit: string
  readonly processors: string
  readonly memoryGb: number
  readonly node: string
  /** Over one minute. Above the number of processors, times are those of a busy machine. */
  readonly load: number
}

/** Where and when the figures were taken. */
export function machineNow(): Machine {
  return {
    at: new Date().toISOString(),
    commit: commitNow(),
    processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  }
}

function commitNow(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd: checkout,
      encoding: 'utf8',
    }).trim()
  } catch {
    return 'unknown'
  }
}
