import { createHash } from 'node:crypto'
import { knownDevice } from '#lib/auth/known-device'
import { sessionTokenIn } from '#lib/auth/session-cookie'
import type { Throttle } from '#lib/domain/access/throttle'
import { settings } from '#lib/system/env'
import { withSession } from '#lib/web/context'

const quarterHour = 15 * 60
// Keys are hashed: a table of throttles must not be a list of addresses.
const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/**
 * Ten tries an address in a quarter of an hour, and three hundred in all in a minute. A browser from which this address
 * signed in before has ten of its own and none of the others, so that a spray from elsewhere cannot lock out the right
 * person.
 */
export function signInThrottles(emailAddress: string, request: Request): Throttle[] {
  const device = knownDevice(request.headers.get('cookie'), emailAddress, settings().authSecret)
  const own = { points: 10, withinSeconds: quarterHour }
  if (device) return [{ key: `sign-in:${hash(emailAddress)}:device:${device}`, ...own }]
  return [
    { key: `sign-in:${hash(emailAddress)}:anywhere`, ...own },
    { key: 'sign-in:all', points: 300, withinSeconds: 60 },
  ]
}

/** Names the session of a throttle, so that nobody can use up the tries of somebody else. */
export function sessionKey(request: Request): string {
  return hash(sessionTokenIn(request.headers.get('cookie'), settings().origin) ?? '')
}

/**
 * Ten codes a person in a quarter of an hour, in all sessions together: whoever knows a password can open as many sessions
 * as they like, and must still not guess through six digits. None where nobody is signed in: there is nothing to guess.
 */
export function codeThrottles(request: Request): Promise<Throttle[]> {
  return withSession(request.headers.get('cookie'), async (context) =>
    context ? [{ key: `code:${hash(context.actor.personId)}`, points: 10, withinSeconds: quarterHour }] : [],
  )
}

export function resetThrottles(emailAddress: string): Throttle[] {
  return [
    { key: `reset:${hash(emailAddress)}`, points: 3, withinSeconds: quarterHour },
    { key: 'reset:all', points: 100, withinSeconds: 60 },
  ]
}
