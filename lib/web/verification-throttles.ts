import type { Throttle } from '#lib/domain/access/throttle'
import { parseCertificateNumber } from '#lib/domain/certification/certificate-number'

/**
 * Ten names a certificate in an hour, and three hundred in all in a minute: enough to mistype, too few to try a list of
 * staff against a number. Numbers that cannot be one share a count.
 */
export function comparisonThrottles(certificateNumber: string): Throttle[] {
  const number = parseCertificateNumber(certificateNumber) ?? 'none'
  return [
    { key: `compare:${number}`, points: 10, withinSeconds: 60 * 60 },
    { key: 'compare:all', points: 300, withinSeconds: 60 },
  ]
}
