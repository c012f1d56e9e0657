import { createHash } from 'node:crypto'
import { knownDevice } from '#lib/auth/known-device'
import type { Actor } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'
import { settings } from '#lib/system/env'

const quarterHour = 15 * 60
// Keys are hashed: a table of throttles must not be a list of addresses.
const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** As addresses are compared: what differs in case or in spaces around it is one address, and one count. */
const asCompared = (typed: string) => typed.trim().toLowerCase()

/**
 * Ten tries an address in a quarter of an hour, and three hundred in all in a minute. A browser from which this address
 * signed in before has ten of its own and none of the others, so that a spray from elsewhere cannot lock out the right
 * person.
 */
export function signInThrottles(typed: string, request: Request): Throttle[] {
  const emailAddress = asCompared(typed)
  const device = knownDevice(request.headers.get('cookie'), emailAddress, settings().authSecret)
  const own = { points: 10, withinSeconds: quarterHour }
  if (device) return [{ key: `sign-in:${hash(emailAddress)}:device:${device}`, ...own }]
  return [
    { key: `sign-in:${hash(emailAddress)}:anywhere`, ...own },
    { key: 'sign-in:all', points: 300, withinSeconds: 60 },
  ]
}

/**
 * Ten codes a person in a quarter of an hour, in all sessions together: whoever knows a password can open as many sessions
 * as they like, and must still not guess through six digits.
 */
export function codeThrottles({ personId }: Actor): Throttle[] {
  return [{ key: `code:${hash(personId)}`, points: 10, withinSeconds: quarterHour }]
}

/**
 * Five mails to one person that one manager may ask for in a quarter of an hour: impatience fills nobody's mailbox. An id in
 * an address is the same id in large letters.
 */
export function invitationThrottles({ personId }: Actor, post: string): Throttle[] {
  return [
    { key: `invite:${hash(`${post.toLowerCase()} ${personId}`)}`, points: 5, withinSeconds: quarterHour },
  ]
}

export function resetThrottles(typed: string): Throttle[] {
  return [
    { key: `reset:${hash(asCompared(typed))}`, points: 3, withinSeconds: quarterHour },
    { key: 'reset:all', points: 100, withinSeconds: 60 },
  ]
}

/** The text that was typed into a field; of several, or of none, something that is no address of anybody. */
export function typedText(typed: Readonly<Record<string, string | readonly string[]>>, name: string): string {
  const text = typed[name]
  return typeof text === 'string' ? text : ''
}
