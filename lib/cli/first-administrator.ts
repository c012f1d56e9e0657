import { withDatabase } from '#lib/cli/context'
import { inTransaction } from '#lib/data/database'
import { now } from '#lib/system/clock'
import { settings } from '#lib/system/env'
import { printSetUpLink } from '#lib/use-cases/account/print-set-up-link'

/** The one-time link by which the first administrator is made; undefined once there is a practice. */
export async function firstAdministratorLink(): Promise<string | undefined> {
  const link = await withDatabase(settings().databaseUrl, (db) =>
    inTransaction(db, (tx) => printSetUpLink({ tx, now: now(), settings: settings(), language: 'en' })),
  )
  return link ?? undefined
}
