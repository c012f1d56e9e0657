import { isIP, isIPv6 } from 'node:net'

/** The request header under which the server tells a handler who called. It replaces whatever a caller wrote there. */
export const addressHeader = 'x-beacon-address'

/**
 * The network address that called: the connection's other end or, where that is a proxy on this very machine, the last
 * address that it wrote down. What comes before the last was written by anybody. Of an IPv6 address the first half: the
 * other half is its owner's to choose.
 */
export function visitorAddress(peer: string | undefined, forwardedFor: string | undefined): string {
  const last = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  const isProxyHere = peer === '::1' || /^(::ffff:)?127\./.test(peer ?? '')
  const address = isProxyHere && isIP(last) > 0 ? last : (peer ?? '')
  return isIPv6(address) && !address.startsWith('::ffff:') ? networkOf(address) : address
}

/** The first 64 bits, written out. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return groups.slice(0, 4).join(':')
}
