import type { Database } from '#lib/data/database'
import { settings } from '#lib/system/env'

// The composition root of the worker: the one place where it meets the database client.

let shared: Promise<Database> | undefined

/** Connected when the first job needs it: a worker with nothing to do does not hold the client in memory. */
export function database(): Promise<Database> {
  shared ??= import('#lib/data/client').then(({ connectDatabase }) =>
    connectDatabase({ url: settings().databaseUrl, maxConnections: 4 }),
  )
  return shared
}
