import { createHash } from 'node:crypto'
import { knownDevice } from '#lib/auth/known-device'
import { sessionTokenIn } from '#lib/auth/session-cookie'
import type { Throttle } from '#lib/domain/access/throttle'
import { settings } from '#lib/system/env'

const quarterHour = 15 * 60
// Keys are hashed: a table of throttles must not be a list of addresses.
const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/**
 * Ten tries an address in a quarter of an hour, and three hundred in all. A browser from which this address
 * signed in before has ten of its own, so that a spray from elsewhere cannot lock out the right person.
 */
export function signInThrottles(emailAddress: string, request: Request): Throttle[] {
  const device = knownDevice(request.headers.get('cookie'), emailAddress, settings().authSecret)
  const who = device ? `device:${device}` : 'anywhere'
  return [
    { key: `sign-in:${hash(emailAddress)}:${who}`, points: 10, withinSeconds: quarterHour },
    { key: 'sign-in:all', points: 300, withinSeconds: 60 },
  ]
}

/** Ten codes a session in a quarter of an hour: a six-digit code cannot be guessed through. */
export function codeThrottles(request: Request): Throttle[] {
  const session = sessionTokenIn(request.headers.get('cookie'), settings().origin) ?? ''
  return [{ key: `code:${hash(session)}`, points: 10, withinSeconds: quarterHour }]
}

export function resetThrottles(emailAddress: string): Throttle[] {
  return [
    { key: `reset:${hash(emailAddress)}`, points: 3, withinSeconds: quarterHour },
    { key: 'reset:all', points: 100, withinSeconds: 60 },
  ]
}
