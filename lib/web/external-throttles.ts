import type { Actor } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'

/** Twenty papers a person in an hour, the refused ones too: each may be five megabytes to read through. */
export function externalThrottles({ actor }: { readonly actor: Actor }): Throttle[] {
  return [{ key: `external:${actor.personId}`, points: 20, withinSeconds: 60 * 60 }]
}
