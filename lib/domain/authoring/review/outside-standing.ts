import type { Instant } from '#lib/domain/calendar'

/** What became of the invitation of somebody from outside to read a draft. */
export type OutsideStanding = {
  /** The link was used. */
  readonly hasEntered: boolean
  readonly isWithdrawn: boolean
  /** The draft was recalled, published or retired since. */
  readonly isReviewOver: boolean
  /** Of the link as long as it is not used, then of the access. */
  readonly endsAt: Instant
}

export type OutsideState = 'waiting' | 'reading' | 'over' | 'withdrawn'

/** Where an invitation stands. Its last instant is no part of it any more. */
export function outsideState(standing: OutsideStanding, now: Instant): OutsideState {
  if (standing.isWithdrawn) return 'withdrawn'
  if (standing.isReviewOver || standing.endsAt <= now) return 'over'
  return standing.hasEntered ? 'reading' : 'waiting'
}
