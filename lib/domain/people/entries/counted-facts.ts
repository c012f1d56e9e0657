import { endOfTime, type LocalDate } from '#lib/domain/calendar'
import { type Counted, countedEvidence, ofKind } from '#lib/domain/compliance/counted-evidence'
import { covers, type Spell, spellsFrom } from '#lib/domain/compliance/spells'
import type { PersonFact } from '#lib/domain/people/entries/entry'

/** Every fact as its corrections leave it, those of the future included, in order of time. */
export function factsThatHold(facts: readonly PersonFact[]): readonly Counted[] {
  return countedEvidence(facts, endOfTime, undefined)
}

/** The employments, planned ones and planned ends included. */
export function employmentsIn(counted: readonly Counted[]): readonly Spell[] {
  return spellsFrom(ofKind(counted, 'employed'), ofKind(counted, 'employment-ended'))
}

/** The employment that a time lies in whole. */
export function findEmploymentAround(
  counted: readonly Counted[],
  from: LocalDate,
  through: LocalDate,
): Spell | undefined {
  return employmentsIn(counted).findLast((spell) => covers(spell, from) && covers(spell, through))
}
