import { statfs } from 'node:fs/promises'

/** Bytes that this process may still write below the folder. Throws when the folder does not exist. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** How long this process has run. */
export function secondsSinceStart(): number {
  return process.uptime()
}
