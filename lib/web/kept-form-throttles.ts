import { createHash } from 'node:crypto'
import type { Throttle } from '#lib/domain/access/throttle'
import { addressHeader } from '#lib/web/visitor-address'

/**
 * Three hundred refused forms in ten minutes that one network address may leave with us. Many people share an address, and
 * behind a proxy on another machine all do; nobody fills a disk with so little.
 */
export function keptFormThrottles(request: Request): Throttle[] {
  return [{ key: `form:${hashedAddress(request)}`, points: 300, withinSeconds: 600 }]
}

/** As many switches of language: each reads the database, and writes for whoever is signed in. */
export function languageThrottles(request: Request): Throttle[] {
  return [{ key: `language:${hashedAddress(request)}`, points: 300, withinSeconds: 600 }]
}

function hashedAddress(request: Request): string {
  const address = request.headers.get(addressHeader) ?? ''
  return createHash('sha256').update(address).digest('base64url').slice(0, 22)
}
