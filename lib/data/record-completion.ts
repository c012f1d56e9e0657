import { randomUUID } from 'node:crypto'
import { type ClosedTrack, completePart, type DonePart } from '#lib/data/complete-part'
import { historiesOfTrack, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import { insertEvidenceAndRead, type NewEvidence } from '#lib/data/evidence'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PersonId } from '#lib/domain/ids'
import type { Asking } from '#lib/domain/training/attempt-limit'

/** Who records it, when, and for which day in the practice's zone. */
export type Completing = {
  readonly actorPersonId: PersonId
  readonly timeZone: string
  readonly completedOn: LocalDate
  readonly now: Instant
}

/** A track that was closed, and what asks for it as it stood before. */
export type CompletedTrack = ClosedTrack & { readonly askings: readonly Asking[] }

/**
 * Writes the completion of a part with its facts, and with the track's last part the track's. Null where the track is not
 * complete yet. The assignment is locked.
 */
export async function recordCompletion(
  tx: Tx,
  done: DonePart,
  { actorPersonId, timeZone, completedOn, now }: Completing,
): Promise<CompletedTrack | null> {
  const track = await completePart(tx, done, completedOn, now)
  const { practiceId, staffMemberId, trackId, part, version, language } = done
  const facts: NewEvidence[] = [
    {
      staffMemberId,
      trackId,
      kind: 'part-completed',
      effectiveOn: completedOn,
      details: { part, version, at: now, language },
    },
  ]
  const id = randomUUID()
  if (track) {
    const details = { version: track.trackVersion, at: now }
    facts.push({ id, staffMemberId, trackId, kind: 'completed', effectiveOn: completedOn, details })
  }
  const { read } = await insertEvidenceAndRead(tx, practiceId, actorPersonId, facts, now)
  if (!track) return null
  const { requirements, events } = read ?? {
    requirements: await listRequirements(tx, [practiceId]),
    events: await listStatusEvents(tx, [practiceId], staffMemberId),
  }
  const before = (events.get(staffMemberId) ?? []).filter((event) => event.id !== id)
  return { ...track, askings: historiesOfTrack({ practiceId, timeZone }, trackId, requirements, before) }
}
