import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dataOf, type PostgresPlace, plainEnvironment } from '#lib/cli/postgres/place'
import { program } from '#lib/cli/postgres/programs'
import { StartRefusal } from '#lib/cli/start-refusal'

const majorVersion = '18'

/** Makes the database files on the first start. They appear whole or not at all. */
export function initialise({ folder, account, programs, superuserPassword }: PostgresPlace): void {
  const data = dataOf(folder)
  if (existsSync(data)) {
    requireVersion(data)
    return
  }
  const draft = `${data}.draft`
  const passwordFile = path.join(folder, 'initial-password')
  rmSync(draft, { recursive: true, force: true })
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  // C.UTF-8 comes with PostgreSQL itself, so that the order of text never changes with the machine's own libraries.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const safety = [
    '--data-checksums',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--username=postgres',
  ]
  const made = spawnSync(
    program(programs, 'initdb'),
    [...locale, ...safety, '--no-instructions', '-D', draft],
    {
      ...account,
      cwd: folder,
      env: plainEnvironment(),
      encoding: 'utf8',
    },
  )
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    throw new StartRefusal(
      `The database could not be made in ${folder}: ${(made.stderr || made.error?.message || '').trim()}`,
    )
  }
  renameSync(draft, data)
}

function requireVersion(data: string): void {
  const version = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  if (version === majorVersion) return
  throw new StartRefusal(
    `The data in ${data} belongs to PostgreSQL ${version}, and this Beacon brings ${majorVersion}. Restore a backup into a new DATA_DIR.`,
  )
}
