import { readdirSync, readFileSync } from 'node:fs'

// What Linux says about processes, under /proc. The bench runs on Linux only.

const clockTicksPerSecond = 100

type Stat = { readonly pid: number; readonly parent: number; readonly cpuMs: number }

/**
 * The CPU that the processes of these trees have used so far, in milliseconds: user and system time, with that of their
 * ended and awaited children. The kernel counts in steps of 10 ms a process.
 */
export function cpuMsOf(roots: readonly number[]): number {
  return treeOf(roots).reduce((sum, { cpuMs }) => sum + cpuMs, 0)
}

export type ProcessMemory = { readonly pid: number; readonly command: string; readonly mb: number }

/** The proportional set size of every process of these trees, in MiB, largest first. Needs the rights of their users. */
export function memoryOf(roots: readonly number[]): ProcessMemory[] {
  return treeOf(roots)
    .map(({ pid }) => ({ pid, command: commandOf(pid), mb: proportionalKb(pid) / 1024 }))
    .toSorted((a, b) => b.mb - a.mb)
}

/**
 * What the processes of these trees hold for themselves, in MiB: neither programs nor the database's shared buffers, which are
 * as large as they were set to be.
 */
export function ownMemoryMbOf(roots: readonly number[]): number {
  return treeOf(roots).reduce((sum, { pid }) => sum + anonymousKb(pid) / 1024, 0)
}

function treeOf(roots: readonly number[]): Stat[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readStat(Number(pid)) ?? [])
  const children = Map.groupBy(all, ({ parent }) => parent)
  const within = (stat: Stat): Stat[] => [stat, ...(children.get(stat.pid) ?? []).flatMap(within)]
  return all.filter(({ pid }) => roots.includes(pid)).flatMap(within)
}

/** Undefined where the process has just ended. */
function readStat(pid: number): Stat | undefined {
  const text = tryRead(`/proc/${pid}/stat`)
  if (!text) return undefined
  // The second field is the name in parentheses, which may hold spaces; the fields after it are counted from the third.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [, parent = 0] = fields
  const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0)
  return { pid, parent, cpuMs: (ticks * 1000) / clockTicksPerSecond }
}

function proportionalKb(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(tryRead(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0)
}

function anonymousKb(pid: number): number {
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(tryRead(`/proc/${pid}/status`) ?? '')?.[1] ?? 0)
}

function commandOf(pid: number): string {
  return (tryRead(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim().slice(0, 120)
}

function tryRead(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
