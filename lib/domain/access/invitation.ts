import type { Instant } from '#lib/domain/calendar'

/** What is known of a person's newest invitation to one practice. */
export type InvitationRecord = {
  readonly expiresAt: Instant | null
  readonly usedAt: Instant | null
}

/**
 * Where an invitation stands. `none`: nobody ever had to invite this person. It speaks of this practice only: whether a
 * person has a password from another one is not to be seen here.
 */
export type InvitationState = 'none' | 'waiting' | 'expired' | 'accepted'

/** Who has begun training here has come in, whatever became of the link. */
export function invitationState(record: InvitationRecord, hasBegun: boolean, now: Instant): InvitationState {
  if (record.expiresAt === null) return 'none'
  if (hasBegun || record.usedAt !== null) return 'accepted'
  return record.expiresAt > now ? 'waiting' : 'expired'
}

/** Whether somebody must be given a new link before they can come in. */
export function needsInvitation(state: InvitationState): boolean {
  return state === 'waiting' || state === 'expired'
}
