import type { LocalDate } from '#lib/domain/calendar'
import type { PersonFact } from '#lib/domain/people/entries/entry'
import { recordedLeaves } from '#lib/domain/people/entries/leave'

/** What decides whether somebody is written to about a short review. */
export type OfferState = {
  /** The last day of employment; null where none is known. */
  readonly endedOn: LocalDate | null
  readonly facts: readonly PersonFact[]
  /** A manager lets all messages to this person rest. */
  readonly isPaused: boolean
  /** What the person chose. */
  readonly isWanted: boolean
}

/** Nobody is written to who has left, is on leave, rests, or does not want it. */
export function mayBeOffered({ endedOn, facts, isPaused, isWanted }: OfferState, today: LocalDate): boolean {
  if (!isWanted || isPaused || (endedOn !== null && endedOn < today)) return false
  return !recordedLeaves(facts).some(({ from, through }) => from <= today && today <= through)
}
