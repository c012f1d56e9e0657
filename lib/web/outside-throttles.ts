import type { Actor } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'

/** Ten people in an hour whom one author may write to: each is a mail to an address that anybody can type. */
export function outsideInvitationThrottles({ personId }: Actor): Throttle[] {
  return [{ key: `outside:${personId}`, points: 10, withinSeconds: 3600 }]
}
