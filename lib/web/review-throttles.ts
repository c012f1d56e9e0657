import { createHash } from 'node:crypto'
import type { Actor } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'

const quarterHour = 15 * 60
const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** A hundred comments in a quarter of an hour that one reader may write: more than anybody types. */
export function commentThrottles(reader: string): Throttle[] {
  return [{ key: `comment:${hash(reader)}`, points: 100, withinSeconds: quarterHour }]
}

/** Sixty deeds in an hour with the drafts of a practice: each may write to everybody who reviews. */
export function draftDeedThrottles({ actor }: { readonly actor: Actor }): Throttle[] {
  return [{ key: `draft-deed:${actor.personId}`, points: 60, withinSeconds: 3600 }]
}
