import type { Actor } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'

/** Thirty files in an hour that one person may send: more than anybody mends, and less than fills a disk. */
export function uploadThrottles({ actor }: { readonly actor: Actor }): Throttle[] {
  return [{ key: `upload:${actor.personId}`, points: 30, withinSeconds: 3600 }]
}
