import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { checkout, checkoutName } from '#lib/cli/checkout'
import { type Account, canEnter, databaseAccount } from '#lib/cli/postgres/account'
import { dataOf } from '#lib/cli/postgres/place'
import { StartRefusal } from '#lib/cli/start-refusal'

export type DataFolder = {
  readonly path: string
  /** Whom the embedded database runs as, and who owns the folder. Undefined: ourselves. */
  readonly account: Account | undefined
}

const local = path.join(checkout, '.data')
/** Where the data stands when the database's system user cannot enter the checkout: one folder for each checkout. */
const system = path.join('/var/lib/beacon', checkoutName)

/** Finds or makes the folder of mode 700 that holds secrets and, with the embedded database, its files. */
export function openDataFolder(setting: string | undefined, embedded: boolean): DataFolder {
  const folder = setting ? path.resolve(checkout, setting) : defaultFolder(embedded)
  const account = embedded ? databaseAccount(dataOf(folder)) : undefined
  try {
    mkdirSync(path.dirname(folder), { recursive: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    if (account) chownSync(folder, account.uid, account.gid)
  } catch (fault) {
    throw new StartRefusal(
      `The data folder ${folder} cannot be used (${(fault as NodeJS.ErrnoException).code}). Start Beacon as its owner, or set DATA_DIR to a folder that is yours.`,
    )
  }
  if (account && !canEnter(account, folder)) {
    throw new StartRefusal(
      `The database runs as the system user ${account.name}, which cannot enter ${folder}. Set DATA_DIR to a folder that it can reach, such as /var/lib/beacon, or start Beacon as an ordinary user.`,
    )
  }
  return { path: folder, account }
}

/** Data that is there already decides; without any, the checkout, or the system folder where that is closed. */
function defaultFolder(embedded: boolean): string {
  if (!embedded || process.platform === 'win32') return local
  const here = existsSync(dataOf(local))
  const there = existsSync(system)
  if (here && there) {
    throw new StartRefusal(
      `There is data in ${local} and in ${system}. Set DATA_DIR to the one that is meant, or move the other away.`,
    )
  }
  if (process.getuid?.() !== 0) {
    if (!there) return local
    throw new StartRefusal(
      `The data of this checkout is in ${system}, since Beacon was started by root. Start it as root again, or set DATA_DIR.`,
    )
  }
  if (there) return system
  return here || canEnter(databaseAccount(dataOf(local)), checkout) ? local : system
}
