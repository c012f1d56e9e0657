import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { Corrected, EvidenceEvent } from '#lib/domain/compliance/evidence'

type Kind = EvidenceEvent['kind']

/** A fact that counts on the day asked about, on the day and at the moment that its corrections leave it. */
export type Counted<Event extends EvidenceEvent = EvidenceEvent> = {
  readonly event: Event
  readonly on: LocalDate
  readonly at: Instant | null
  /** The fact's own id and those of the corrections that put it where it is. */
  readonly ids: readonly string[]
}

/**
 * The facts with `effectiveOn` <= asOf and `recordedAt` <= knownAt, corrections applied, in order of time. A correction
 * speaks as soon as it is recorded, whatever its date, since it changes what another fact says (case 15).
 */
export function countedEvidence(
  events: readonly EvidenceEvent[],
  asOf: LocalDate,
  knownAt: Instant | undefined,
): readonly Counted[] {
  const corrections = correctionsByTarget(events, knownAt)
  const counted: Counted[] = []
  for (const event of events) {
    if (event.kind === 'corrected' || !isKnown(event, knownAt)) continue
    const fact = corrections.has(event.id) ? corrected(event, corrections) : asRecorded(event)
    if (fact !== 'void' && fact.on <= asOf) counted.push(fact)
  }
  return counted.sort(byTime)
}

function isKnown(event: EvidenceEvent, knownAt: Instant | undefined): boolean {
  return knownAt === undefined || event.recordedAt <= knownAt
}

function asRecorded(event: EvidenceEvent): Counted {
  return { event, on: event.effectiveOn, at: event.at ?? null, ids: [event.id] }
}

type OfKind<OneKind extends Kind> = Extract<EvidenceEvent, { readonly kind: OneKind }>

export function ofKind<OneKind extends Kind>(
  counted: readonly Counted[],
  kind: OneKind,
): readonly Counted<OfKind<OneKind>>[] {
  return counted.filter((each): each is Counted<OfKind<OneKind>> => each.event.kind === kind)
}

/** For each corrected id its corrections, the latest recorded first: the first that still holds decides. */
function correctionsByTarget(
  events: readonly EvidenceEvent[],
  knownAt: Instant | undefined,
): ReadonlyMap<string, readonly Corrected[]> {
  const corrections = events
    .filter((event) => event.kind === 'corrected')
    .filter((event) => isKnown(event, knownAt))
    .sort((a, b) => compare(b.recordedAt, a.recordedAt) || compare(b.id, a.id))
  return Map.groupBy(corrections, (correction) => correction.corrects)
}

/** `path` holds the ids on the way here, so that corrections that name each other cannot go round for ever. */
function corrected(
  event: EvidenceEvent,
  corrections: ReadonlyMap<string, readonly Corrected[]>,
  path: readonly string[] = [],
): Counted | 'void' {
  for (const correction of corrections.get(event.id) ?? []) {
    const place = path.includes(correction.id)
      ? 'void'
      : corrected(correction, corrections, [...path, event.id])
    if (place === 'void') continue
    return correction.outcome === 'void' ? 'void' : { ...place, event, ids: [event.id, ...place.ids] }
  }
  return asRecorded(event)
}

/** Within a day: facts without a moment first, then by moment; at the same moment, what frames a completion first. */
function byTime(a: Counted, b: Counted): number {
  return (
    compare(a.on, b.on) ||
    compare(a.at ?? '', b.at ?? '') ||
    rank[a.event.kind] - rank[b.event.kind] ||
    compare(a.event.recordedAt, b.event.recordedAt) ||
    compare(a.event.id, b.event.id)
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

const rank: Record<Kind, number> = {
  employed: 0,
  'role-started': 0,
  'location-set': 0,
  'employment-kind-set': 0,
  retired: 0,
  'licence-renewal-set': 0,
  superseded: 1,
  extended: 2,
  exempted: 2,
  'leave-started': 2,
  'part-started': 3,
  'part-completed': 4,
  completed: 4,
  'external-accepted': 5,
  updated: 5,
  'leave-ended': 6,
  'role-ended': 6,
  'employment-ended': 6,
  corrected: 7,
}
