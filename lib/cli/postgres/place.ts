import path from 'node:path'
import type { Account } from '#lib/cli/postgres/account'

/** Where one server keeps its data, as whom it runs, and with which programs. */
export type PostgresPlace = {
  /** Holds the data, the socket and the log. The account can enter it. */
  readonly folder: string
  readonly account: Account | undefined
  readonly programs: string
  readonly superuserPassword: string
  /** False only for throw-away data of tests: a crash of the machine then loses what was acknowledged. */
  readonly durable: boolean
}

/** The folder of the database files. */
export const dataOf = (folder: string) => path.join(folder, 'postgres')

/** The server needs nothing of ours: no secret of the application stands in its environment. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'HOME'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return { ...(Object.fromEntries(kept) as NodeJS.ProcessEnv), LC_ALL: 'C', TZ: 'UTC' }
}
