import type { LocalDate } from '#lib/domain/calendar'
import type { Counted } from '#lib/domain/compliance/counted-evidence'
import type { ProposedFact } from '#lib/domain/people/entries/entry'

/** Facts that put one in the place of others: what was planned is struck, and stays to be read, and the new plan stands. */
export function replanned(
  counted: readonly Counted[],
  replacedIds: readonly string[],
  plan: ProposedFact,
  today: LocalDate,
): readonly ProposedFact[] {
  const struck = counted.filter(({ event }) => replacedIds.includes(event.id))
  const corrections = struck.map(
    ({ event }): ProposedFact => ({
      kind: 'corrected',
      effectiveOn: today,
      details: { corrects: event.id, outcome: 'void', replanned: true },
    }),
  )
  return [...corrections, plan]
}
