import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { takeFileLock } from '#lib/cli/file-lock'
import { StartRefusal } from '#lib/cli/start-refusal'

/** What the process that owns a data folder says about itself, for a second start and for commands beside it. */
export type Instance = {
  readonly pid: number
  /** ISO, UTC. */
  readonly startedAt: string
  readonly address: string
  /** Where its database listens, once it does. */
  readonly database?: { readonly host: string; readonly port: number }
}

export type Ownership = {
  readonly announce: (database: Instance['database']) => void
  readonly release: () => void
}

const noteIn = (folder: string) => path.join(folder, 'running.json')

/** Makes this process the one owner of the data folder. Undefined where it has an owner already. */
export function ownDataFolder(folder: string, address: string): Ownership | undefined {
  const lock = takeFileLock(path.join(folder, 'beacon.lock'))
  if (!lock) return undefined
  const startedAt = new Date().toISOString()
  const announce = (database: Instance['database']) => {
    const note: Instance = { pid: process.pid, startedAt, address, ...(database ? { database } : {}) }
    writeFileSync(noteIn(folder), JSON.stringify(note), { mode: 0o600 })
  }
  announce(undefined)
  const release = () => {
    rmSync(noteIn(folder), { force: true })
    lock.release()
  }
  return { announce, release }
}

/** The note of the present owner. Undefined in the moment before it has written one. */
export function readInstance(folder: string): Instance | undefined {
  try {
    return JSON.parse(readFileSync(noteIn(folder), 'utf8'))
  } catch {
    return undefined
  }
}

export function alreadyRunning(folder: string): StartRefusal {
  const holder = readInstance(folder)
  const who = holder
    ? `process ${holder.pid}, since ${holder.startedAt.slice(0, 16).replace('T', ' ')} UTC, at ${holder.address}`
    : 'a process that is just starting'
  return new StartRefusal(
    `Beacon already runs on the data in ${folder} (${who}). Stop it first, or set DATA_DIR to another folder.`,
  )
}
