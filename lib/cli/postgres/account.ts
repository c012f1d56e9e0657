import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { StartRefusal } from '#lib/cli/start-refusal'

/** The system user that the database runs as. Undefined where it runs as ourselves. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string }

const isRoot = () => process.getuid?.() === 0

/**
 * PostgreSQL refuses root. Started by root it runs as whoever owns the data already, else as the system user `postgres`,
 * which is made where it is missing. Started by anybody else it runs as that user.
 */
export function databaseAccount(data: string): Account | undefined {
  if (!isRoot()) return undefined
  const owner = statSync(data, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` }
  return findAccount('postgres') ?? createAccount('postgres')
}

/** Whether the account may pass through every folder on the way to this one, and into it. */
export function canEnter(account: Account | undefined, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0
}

function findAccount(name: string): Account | undefined {
  const ids = ['-u', '-g'].map((option) => spawnSync('id', [option, name], { encoding: 'utf8' }))
  const [uid, gid] = ids.map(({ status, stdout }) => (status === 0 ? Number(stdout) : undefined))
  return uid && gid ? { uid, gid, name } : undefined
}

function createAccount(name: string): Account {
  spawnSync('groupadd', ['--system', '--force', name])
  const shape = ['--system', '--gid', name, '--no-create-home', '--home-dir', '/nonexistent']
  spawnSync('useradd', [...shape, '--shell', '/usr/sbin/nologin', name])
  const account = findAccount(name)
  if (account) return account
  throw new StartRefusal(
    `The database cannot run as root, and the system user ${name} could not be made. Start Beacon as an ordinary user, or make that user first.`,
  )
}
