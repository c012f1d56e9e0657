import type { Actor } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'

/** Sixty publications a person in an hour, the refused ones too: each compiles every lesson of a module. */
export function checkThrottles({ actor }: { readonly actor: Actor }): Throttle[] {
  return [{ key: `check:${actor.personId}`, points: 60, withinSeconds: 60 * 60 }]
}
