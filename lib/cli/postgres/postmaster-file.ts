import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** What a running server writes about itself into its data folder. */
export type PostmasterFile = { readonly pid: number; readonly ready: boolean }

/** Undefined where no server runs on the data, nor has been killed on it. */
export function readPostmasterFile(data: string): PostmasterFile | undefined {
  const file = path.join(data, 'postmaster.pid')
  if (!statSync(file, { throwIfNoEntry: false })) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
}
