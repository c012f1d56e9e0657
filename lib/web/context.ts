import { decodeSessionToken, sessionTokenIn } from '#lib/auth/session-cookie'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import type { Context, VisitorContext } from '#lib/context'
import { connectDatabase } from '#lib/data/client'
import { type Database, inTransaction } from '#lib/data/database'
import { enterSession } from '#lib/data/scope'
import { now } from '#lib/system/clock'
import { type Settings, settings } from '#lib/system/env'
import { languageOf } from '#lib/web/language'

// The composition root of the web process: the one place where it meets the database client. The development server
// reloads modules, and each reload would otherwise leave a pool behind.
const shared = globalThis as { beaconDatabase?: Database }

export function database(): Database {
  shared.beaconDatabase ??= connectDatabase({ url: settings().databaseUrl })
  return shared.beaconDatabase
}

/** For the pages that stand outside of a request’s own transaction. */
export const clock = now

/** What is read of a request: its cookies, and the languages that the browser asks for. */
type Asking = Pick<Headers, 'get'>

/** One transaction with nobody signed in. It commits when `work` resolves. */
export function withVisitor<Value>(
  headers: Asking,
  work: (context: VisitorContext) => Promise<Value>,
  timeout?: number,
): Promise<Value> {
  const language = languageOf(headers)
  return inTransaction(database(), (tx) => work({ tx, now: now(), settings: settings(), language }), timeout)
}

/**
 * One transaction for whoever the cookie names: the session row is read, and row-level security is opened for the living
 * practices of that person. `work` gets undefined where there is no living session.
 */
export async function withSession<Value>(
  headers: Asking,
  work: (context: Context | undefined, visitor: VisitorContext) => Promise<Value>,
  timeout?: number,
): Promise<Value> {
  const configured: Settings = settings()
  const token = sessionTokenIn(headers.get('cookie'), configured.origin)
  const sessionId = await decodeSessionToken(token, configured.authSecret)
  return withVisitor(
    headers,
    async (visitor) => {
      if (sessionId === undefined) return work(undefined, visitor)
      const actor = await enterSession(visitor.tx, sessionIdHash(sessionId), visitor.now)
      return work(actor && { ...visitor, actor }, visitor)
    },
    timeout,
  )
}
