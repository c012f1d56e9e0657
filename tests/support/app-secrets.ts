import { newOneTimeToken } from '#lib/auth/one-time-token'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { insertLink } from '#lib/data/one-time-link'
import { addMinutes } from '#lib/domain/calendar'
import { now } from '#lib/system/clock'
import type { AppSecrets } from '#tests/support/personas'

/** A living set-up link, as the first start prints one. The running app's own settings come by environment. */
export async function setUpLink(): Promise<string> {
  const url = process.env['BEACON_TEST_DATABASE_URL']
  const origin = process.env['BEACON_TEST_ORIGIN']
  if (!url || !origin) throw new Error('the global set-up gives the app’s address and its database')
  const db = connectDatabase({ url, maxConnections: 1 })
  const { token, tokenHash } = newOneTimeToken()
  try {
    const times = { createdAt: now(), expiresAt: addMinutes(now(), 60) }
    await inTransaction(db, (tx) =>
      insertLink(tx, { tokenHash, kind: 'set-up', personId: null, practiceId: null, ...times }),
    )
  } finally {
    await db.$disconnect()
  }
  return `${origin}/set-up/${token}`
}

/** What the running app's own processes know. */
export function appSecrets(): AppSecrets {
  const setting = (name: string) => {
    const value = process.env[`BEACON_TEST_${name}`]
    if (!value) throw new Error('the global set-up gives what the app knows')
    return value
  }
  return {
    origin: setting('ORIGIN'),
    databaseUrl: setting('DATABASE_URL'),
    authSecret: setting('AUTH_SECRET'),
    certificateKeyFile: setting('KEY_FILE'),
  }
}
