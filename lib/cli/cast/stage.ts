import { newSessionId } from '#lib/auth/session-cookie'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import type { Context } from '#lib/context'
import type { Tx } from '#lib/data/database'
import { enterSession } from '#lib/data/scope'
import { endSession, insertSession } from '#lib/data/session'
import { addMinutes, type Instant, type LocalDate, startOfDayAt } from '#lib/domain/calendar'
import type { PersonId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type { Result } from '#lib/domain/result'
import type { Settings } from '#lib/system/env'

/** Where the cast plays: one transaction for the whole play, so that half a cast is never seen. */
export type Stage = { readonly tx: Tx; readonly settings: Settings; readonly now: Instant }

const tenInTheMorning = 10 * 60

/** Some minutes after ten in the morning of a day in the zone, and never later than the moment of the play. */
export function morningOf({ now }: Stage, on: LocalDate, zone: string, minutes = 0): Instant {
  const morning = addMinutes(startOfDayAt(on, zone), tenInTheMorning + minutes)
  return morning < now ? morning : now
}

/** The context in which a person acts at a moment, through the same door as a request: a session, gone afterwards. */
export async function actAs({ tx, settings }: Stage, personId: PersonId, at: Instant): Promise<Context> {
  const idHash = sessionIdHash(newSessionId())
  await insertSession(tx, { idHash, personId, createdAt: at, expiresAt: addMinutes(at, 60) })
  const actor = await enterSession(tx, idHash, at)
  await endSession(tx, idHash)
  invariant(actor, 'a session that was just begun is living')
  return { tx, settings, now: at, language: 'en', actor }
}

/** The value of a deed that the play relies on. */
export function done<Value>(result: Result<Value, string>): Value {
  invariant(result.ok, `the cast is never refused: ${result.ok || result.refusal}`)
  return result.value
}
