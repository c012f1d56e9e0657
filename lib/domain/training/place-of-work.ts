import type { Actor, Membership } from '#lib/domain/access/actor'
import type { StaffMemberId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'

/** The actor's post that a row of theirs belongs to. */
export function postOfRow(actor: Actor, row: { readonly staffMemberId: StaffMemberId }): Membership {
  const post = actor.memberships.find(({ staffMemberId }) => staffMemberId === row.staffMemberId)
  invariant(post, 'a row that was found among the actor’s posts belongs to one of them')
  return post
}

/** The practice's name where it must be said: among several, or where the practice is a sample. */
export function shownPractice(actor: Actor, post: Membership): string | null {
  return actor.memberships.length > 1 || post.isDemo ? post.practiceName : null
}
