import { randomUUID } from 'node:crypto'
import { historiesOfTrack, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import { insertEvidenceAndRead, type NewEvidence } from '#lib/data/evidence'
import { type ClaimedAttempt, type ClosedTrack, completeModule } from '#lib/data/submission'
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
 * Writes the module completion with its facts, and with the track's last module the track's. Null where the track is not
 * complete yet. The assignment is locked.
 */
export async function recordCompletion(
  tx: Tx,
  attempt: ClaimedAttempt,
  { actorPersonId, timeZone, completedOn, now }: Completing,
): Promise<CompletedTrack | null> {
  const track = await completeModule(tx, attempt, completedOn, now)
  const { practiceId, staffMemberId, trackId, moduleId, moduleVersion, language } = attempt
  const part = { part: moduleId, version: moduleVersion, at: now, language }
  const facts: NewEvidence[] = [
    { staffMemberId, trackId, kind: 'part-completed', effectiveOn: completedOn, details: part },
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
