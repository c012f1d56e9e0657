import { endOfTime, type LocalDate } from '#lib/domain/calendar'
import { countedEvidence, ofKind } from '#lib/domain/compliance/counted-evidence'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'

/** The first day on which nobody owes a requirement, past or planned, corrections applied. Null where it goes on. */
export function findRetirementDay(facts: readonly EvidenceEvent[]): LocalDate | null {
  return ofKind(countedEvidence(facts, endOfTime, undefined), 'retired')[0]?.on ?? null
}

export function isRetiredOn(facts: readonly EvidenceEvent[], day: LocalDate): boolean {
  const on = findRetirementDay(facts)
  return on !== null && on <= day
}
