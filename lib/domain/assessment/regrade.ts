import type { Quiz } from '#lib/domain/curriculum/score-attempt'

/** The right options of items whose key was corrected, by item id. */
export type CorrectedKeys = ReadonlyMap<string, readonly [string, ...string[]]>

/**
 * A quiz as it was drawn, with the corrected keys of a later version. What the items ask, which of them must be passed and the
 * pass mark stay those of the version that was taken: only what was wrong with the key is put right.
 */
export function correctedQuiz(quiz: Quiz, keys: CorrectedKeys): Quiz {
  const [first, ...rest] = quiz.items
  const corrected = (item: typeof first) => ({
    ...item,
    correctOptionIds: keys.get(item.id) ?? item.correctOptionIds,
  })
  return { ...quiz, items: [corrected(first), ...rest.map(corrected)] }
}

/** What a regrade changes for somebody: nothing that counts, a fail that becomes a pass, or a pass that becomes a fail. */
export type PassChange = 'same' | 'now-passes' | 'no-longer-passes'

export function passChange(before: boolean, after: boolean): PassChange {
  if (before === after) return 'same'
  return after ? 'now-passes' : 'no-longer-passes'
}

/** What a person may decide about a change: each is recorded with a reason, and without one nothing follows. */
export const regradeOutcomes = ['completion-given', 'fail-stands', 'pass-stands'] as const
export type RegradeOutcome = (typeof regradeOutcomes)[number]

/** Whether the decision is one about this change. Nothing takes a pass back by itself: that is done where its record stands. */
export function fitsChange(outcome: RegradeOutcome, change: PassChange): boolean {
  return change === (outcome === 'pass-stands' ? 'no-longer-passes' : 'now-passes')
}

/** How many at least, in full fives; null for fewer than five, none included. */
export type CoarseCount = number | null

/** Two looks, before and after one submission more, must not tell what became of it. */
export function coarseCount(people: number): CoarseCount {
  return people < 5 ? null : people - (people % 5)
}
