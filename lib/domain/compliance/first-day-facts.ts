import type { LocalDate } from '#lib/domain/calendar'
import { countedEvidence } from '#lib/domain/compliance/counted-evidence'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'

/**
 * The facts that make a day the first of an employment, corrections applied: the hire, and the roles that begin with it. To
 * move the day is to correct each of them.
 */
export function factsOfFirstDay(
  events: readonly EvidenceEvent[],
  startedOn: LocalDate,
): readonly EvidenceEvent[] {
  return countedEvidence(events, startedOn, undefined)
    .filter(
      ({ event, on }) => on === startedOn && (event.kind === 'employed' || event.kind === 'role-started'),
    )
    .map(({ event }) => event)
}

/** The last day of the employment before this one, corrections applied. Undefined for a first employment. */
export function lastDayBefore(events: readonly EvidenceEvent[], startedOn: LocalDate): LocalDate | undefined {
  return countedEvidence(events, startedOn, undefined).findLast(
    ({ event, on }) => event.kind === 'employment-ended' && on < startedOn,
  )?.on
}
