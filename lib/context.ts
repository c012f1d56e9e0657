import type { Tx } from '#lib/data/database'
import type { OutsideReader } from '#lib/data/outside-reviewer'
import type { Actor } from '#lib/domain/access/actor'
import type { Instant } from '#lib/domain/calendar'
import type { Language } from '#lib/domain/language'
import type { Settings } from '#lib/system/env'

/** What every use case may rely on: one open transaction, one instant, the settings, the reader's language. */
export type VisitorContext = {
  readonly tx: Tx
  readonly now: Instant
  readonly settings: Settings
  /** What the reader speaks. A text that is not translated yet is shown as it is. */
  readonly language: Language
}

/** The same with somebody signed in; the transaction is open for all living practices of that person. */
export type Context = VisitorContext & { readonly actor: Actor }

/** The same with somebody who reads one draft from outside; the transaction is open for that draft alone. */
export type OutsideContext = VisitorContext & { readonly reader: OutsideReader }
