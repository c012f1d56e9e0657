import type { Tx } from '#lib/data/database'
import type { Actor } from '#lib/domain/access/actor'
import type { Instant } from '#lib/domain/calendar'
import type { Settings } from '#lib/system/env'

/** What every use case may rely on: one open transaction, one instant, the settings. */
export type VisitorContext = {
  readonly tx: Tx
  readonly now: Instant
  readonly settings: Settings
}

/** The same with somebody signed in; the transaction is open for all living practices of that person. */
export type Context = VisitorContext & { readonly actor: Actor }
