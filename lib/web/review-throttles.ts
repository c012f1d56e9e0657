import { createHash } from 'node:crypto'
import type { Throttle } from '#lib/domain/access/throttle'

const quarterHour = 15 * 60
const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** A hundred comments in a quarter of an hour that one reader may write: more than anybody types. */
export function commentThrottles(reader: string): Throttle[] {
  return [{ key: `comment:${hash(reader)}`, points: 100, withinSeconds: quarterHour }]
}
