import type { Database } from '#lib/data/database'
import type { Surroundings } from '#lib/jobs/job'
import type { Mailer } from '#lib/mail/send-mail'
import { now } from '#lib/system/clock'
import { settings } from '#lib/system/env'

// The composition root of the worker: the one place where it meets the database client.

let shared: Promise<Database> | undefined
let mailer: Mailer | undefined

/** Connected when the first job needs it: a worker with nothing to do does not hold the client in memory. */
function database(): Promise<Database> {
  shared ??= import('#lib/data/client').then(({ connectDatabase }) =>
    connectDatabase({ url: settings().databaseUrl, maxConnections: 4 }),
  )
  return shared
}

async function sharedMailer(): Promise<Mailer | undefined> {
  const { smtpUrl, mailFrom } = settings()
  if (!smtpUrl) return undefined
  const { createMailer } = await import('#lib/mail/send-mail')
  mailer ??= createMailer({ smtpUrl, from: { name: 'Training', address: mailFrom } })
  return mailer
}

/** The worker's own: this machine's clock and settings. */
export const surroundings: Surroundings = { database, clock: now, settings, mailer: sharedMailer }
