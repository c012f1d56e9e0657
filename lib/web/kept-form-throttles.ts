import { createHash } from 'node:crypto'
import type { Throttle } from '#lib/domain/access/throttle'
import { addressHeader } from '#lib/web/visitor-address'

/**
 * Three hundred refused forms in ten minutes that one network address may leave with us. Many people share an address, and
 * behind a proxy on another machine all do; nobody fills a disk with so little.
 */
export function keptFormThrottles(request: Request): Throttle[] {
  const address = createHash('sha256')
    .update(request.headers.get(addressHeader) ?? '')
    .digest('base64url')
  return [{ key: `form:${address.slice(0, 22)}`, points: 300, withinSeconds: 600 }]
}
