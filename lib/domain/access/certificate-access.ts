import { type Actor, membershipWith } from '#lib/domain/access/actor'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

type Held = { readonly practiceId: PracticeId; readonly staffMemberId: StaffMemberId }

/**
 * Why the actor may open a certificate: it is the actor's own, or of somebody at a practice that the actor manages.
 * Undefined for everybody else.
 */
export function certificateAccess(
  actor: Actor,
  { practiceId, staffMemberId }: Held,
): 'own' | 'managed' | undefined {
  const own = actor.memberships.some(
    (post) => post.practiceId === practiceId && post.staffMemberId === staffMemberId,
  )
  if (own) return 'own'
  return membershipWith(actor, practiceId, 'manage') ? 'managed' : undefined
}
