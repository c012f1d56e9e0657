import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'

/** What the software lets someone do at one practice. The job is the role, and gives no rights. */
export const capabilities = ['train', 'manage', 'author', 'review', 'administer'] as const
export type Capability = (typeof capabilities)[number]

/**
 * A living post of the actor: the practice, and what the actor may do there today.
 *
 * What a post lets its holder do, it lets them do from the first day of work to the last, both included, in the practice's
 * zone. A manager who is hired on Friday and starts on Monday can accept the invitation, sign in and read their training at
 * the weekend; managing, authoring, reviewing and administering begin with Monday, and so does the second factor that they
 * ask for. The day after the last day the post is no post any more. Whoever sets a practice up starts on that day, so that
 * its first administrator can act at once; no correction of a first day may leave a practice without one.
 */
export type Membership = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly timeZone: string
  readonly isDemo: boolean
  readonly staffMemberId: StaffMemberId
  readonly name: string
  readonly role: string
  readonly capabilities: readonly Capability[]
}

/** Where the second factor of this session stands: not set up, set up but not shown in this session, or shown. */
export type SecondFactorState = 'none' | 'due' | 'proved'

/** Whoever is acting now, with every living post. */
export type Actor = {
  readonly personId: PersonId
  readonly emailAddress: string | null
  readonly sessionIdHash: string
  readonly secondFactor: SecondFactorState
  readonly memberships: readonly Membership[]
}

const guarded: readonly Capability[] = ['manage', 'author', 'review', 'administer']

/** Managers, trainers and administrators need a second factor before their first page; staff may use one. */
export function needsSecondFactor(actor: Actor): boolean {
  return actor.memberships.some((membership) =>
    membership.capabilities.some((held) => guarded.includes(held)),
  )
}

/** What stands between this session and its pages: a code to show, a factor to set up, or nothing. */
export function pendingSignInStep(actor: Actor): 'show-code' | 'set-up-second-factor' | null {
  if (actor.secondFactor === 'due') return 'show-code'
  if (actor.secondFactor === 'none' && needsSecondFactor(actor)) return 'set-up-second-factor'
  return null
}

/**
 * The actor's post at the practice if it carries the capability, otherwise undefined. Callers answer 404 to undefined, so
 * that a practice one may not see and a practice that does not exist look alike.
 */
export function membershipWith(
  actor: Actor,
  practiceId: string,
  capability: Capability,
): Membership | undefined {
  const membership = actor.memberships.find((post) => post.practiceId === practiceId)
  return membership?.capabilities.includes(capability) ? membership : undefined
}

/** The actor's post at the practice if it carries one of the capabilities, otherwise undefined, as above. */
export function membershipWithAny(
  actor: Actor,
  practiceId: string,
  wanted: readonly Capability[],
): Membership | undefined {
  const carried = wanted.find((capability) => membershipWith(actor, practiceId, capability))
  return carried && membershipWith(actor, practiceId, carried)
}

/** The actor's own living posts: what a learner may see and do is limited to rows of these. */
export function postsOf(actor: Actor): {
  practiceIds: readonly PracticeId[]
  staffMemberIds: readonly StaffMemberId[]
} {
  return {
    practiceIds: actor.memberships.map((post) => post.practiceId),
    staffMemberIds: actor.memberships.map((post) => post.staffMemberId),
  }
}

/** Who may do more than train was let in by an administrator: only one may end or move their post. */
export function mayChangePost(
  actor: Pick<Membership, 'capabilities'>,
  changed: Pick<Membership, 'capabilities'>,
): boolean {
  return (
    actor.capabilities.includes('administer') ||
    changed.capabilities.every((capability) => capability === 'train')
  )
}
