import { DatabaseSync } from 'node:sqlite'

export type FileLock = { readonly release: () => void }

/**
 * Takes the file for this process alone, or answers undefined where another living process has it. The lock is the
 * system's own (SQLite takes it for us, on every system alike), so that it ends with its process however that dies: a
 * file with a process number in it would have to be judged stale, and two starts can judge at once.
 */
export function takeFileLock(file: string): FileLock | undefined {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return { release: () => database.close() }
  } catch (fault) {
    database.close()
    if ((fault as { errcode?: number }).errcode === 5) return undefined
    throw fault
  }
}
