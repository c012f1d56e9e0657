import { addDays, type LocalDate } from '#lib/domain/calendar'
import { type Correctable, findCorrectable } from '#lib/domain/people/entries/correctable'
import { moveRefusal, strikeRefusal } from '#lib/domain/people/entries/correction-limits'
import type { Decision, Entry, EntryRefusal, ProposedFact, Situation } from '#lib/domain/people/entries/entry'
import { ok, refuse } from '#lib/domain/result'

type CorrectionEntry = Extract<Entry, { kind: 'correction' }>

/** A mistake mended (case 15): the fact stays as it was, and a correction says that it never was, or on which day. */
export function correctionProposal({ factId, to }: CorrectionEntry, situation: Situation): Decision {
  const { facts, today } = situation
  if (!facts.some(({ id }) => id === factId)) return refuse('fact-unknown')
  const found = findCorrectable(facts, factId)
  if (!found) return refuse('corrected-already')
  const refusal = refusalOf(found, to, situation)
  if (refusal) return refuse(refusal)
  const outcome = to === null ? 'void' : 'moved'
  const proposed = found.group.map(
    ({ id, daysAfter }): ProposedFact => ({
      kind: 'corrected',
      effectiveOn: to === null ? today : addDays(to, daysAfter),
      details: { corrects: id, outcome },
    }),
  )
  return ok({ facts: proposed, days: to === null ? [found.on] : [found.on, to] })
}

function refusalOf(found: Correctable, to: LocalDate | null, situation: Situation): EntryRefusal | undefined {
  if (to === null) {
    return found.mayStrike ? strikeRefusal(found, situation) : 'only-to-be-moved'
  }
  if (!found.mayMove) return 'only-to-be-struck'
  return to === found.on ? 'moved-nowhere' : moveRefusal(found, to, situation)
}
