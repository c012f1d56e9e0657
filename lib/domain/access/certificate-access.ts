import { type Actor, membershipWith } from '#lib/domain/access/actor'
import type { PersonId, PracticeId } from '#lib/domain/ids'

type Held = { readonly practiceId: PracticeId; readonly personId: PersonId }

/**
 * Why the actor may open a certificate: it is the actor's own, also from a practice that the actor left, or of somebody at a
 * practice that the actor manages. Undefined for everybody else.
 */
export function certificateAccess(
  actor: Actor,
  { practiceId, personId }: Held,
): 'own' | 'managed' | undefined {
  if (personId === actor.personId) return 'own'
  return membershipWith(actor, practiceId, 'manage') ? 'managed' : undefined
}

/** Where to look for a certificate that the actor may open. */
export const issuersFor = ({ personId, memberships }: Actor) => ({
  personId,
  practiceIds: memberships.map(({ practiceId }) => practiceId),
})
