import type { Instant } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import type { Asked, ProposedFact } from '#lib/domain/people/entries/entry'

/** A requirement's history as it would be with facts that are not written yet. */
export function withProposed(
  { requirement, history }: Asked,
  facts: readonly ProposedFact[],
  now: Instant,
): History {
  const concerning = facts.filter(
    ({ requirementId }) => requirementId === undefined || requirementId === requirement.id,
  )
  const events = concerning.map(({ kind, effectiveOn, details }, index) => {
    return { ...details, id: `proposed-${index}`, kind, effectiveOn, recordedAt: now } as EvidenceEvent
  })
  return { ...history, events: [...history.events, ...events] }
}
