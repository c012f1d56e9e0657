import { createEmptyCard, fsrs, generatorParameters, Rating } from 'ts-fsrs'
import type { Instant } from '#lib/domain/calendar'

// The one home of the library. Without its fuzz nothing in it is by chance, and the clock is an argument: the same history
// gives the same figure. Steps of minutes are for drills within a day, which a quiz is not.
const scheduler = fsrs(generatorParameters({ enable_fuzz: false, enable_short_term: false }))

/** Once that an item was met. */
export type Meeting = { readonly at: Instant; readonly isRight: boolean }

/**
 * How likely an item is still known, from 0 to 1, by the forgetting curve of FSRS with its default parameters; 0 where it was
 * never met. `met`: the earliest first, none later than `now`.
 */
export function recallAt(met: readonly Meeting[], now: Instant): number {
  const [first] = met
  if (!first) return 0
  const begun = createEmptyCard(new Date(first.at))
  const card = met.reduce(
    (before, { at, isRight }) =>
      scheduler.next(before, new Date(at), isRight ? Rating.Good : Rating.Again).card,
    begun,
  )
  return scheduler.get_retrievability(card, new Date(now), false)
}
