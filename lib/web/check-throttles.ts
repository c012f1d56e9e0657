import type { Actor } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'

/** Sixty publications a person in an hour, the refused ones too: each compiles every lesson of a module. */
export function checkThrottles({ actor }: { readonly actor: Actor }): Throttle[] {
  return [{ key: `check:${actor.personId}`, points: 60, withinSeconds: 60 * 60 }]
}

/** A hundred looks a person in an hour at the checks of a text that is being written: each compiles all of it, too. */
export function checksPageThrottles({ personId }: Pick<Actor, 'personId'>): Throttle[] {
  return [{ key: `checks-page:${personId}`, points: 100, withinSeconds: 60 * 60 }]
}
