import { randomUUID } from 'node:crypto'
import { insertCertificate } from '#lib/data/certificate'
import { type ClosedTrack, completePart, type DonePart } from '#lib/data/complete-part'
import { historiesOfTrack, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import { insertEvidenceAndRead, type NewEvidence } from '#lib/data/evidence'
import type { AuditEvent } from '#lib/domain/audit/audit-event'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { Certificate } from '#lib/domain/certification/certificate'
import type { PersonId } from '#lib/domain/ids'
import type { Asking } from '#lib/domain/training/attempt-limit'
import { earnedCertificate, earningEvents } from '#lib/domain/training/earned-certificate'

/** Who holds a certificate, as it is printed. */
type Holder = Pick<Certificate, 'printedName' | 'practiceName' | 'role'> & { readonly personId: PersonId }

/** Numbers and signs a certificate: what signs stands beside what stores, and knows nothing of it. */
type Seal = (document: Omit<Certificate, 'number'>) => Promise<{
  readonly certificate: Certificate
  readonly signature: string
  /** SHA-256 in hex, for the audit chain. */
  readonly signatureHash: string
}>

/** Who records it, for whom, when, and for which day in the practice's zone. */
type Completing = {
  readonly actorPersonId: PersonId
  readonly holder: Holder
  readonly timeZone: string
  readonly completedOn: LocalDate
  readonly now: Instant
  readonly seal: Seal
}

/**
 * Writes the completion of a part with its facts, and with the track's last part the track's and its certificate: the one
 * way in which a quiz, a case and a decision on a regrade earn. Returns what the audit chain must know. The assignment is
 * locked.
 */
export async function recordCompletion(
  tx: Tx,
  done: DonePart,
  { holder, seal, ...by }: Completing,
): Promise<readonly AuditEvent[]> {
  const track = await recordFacts(tx, done, by)
  if (!track) return []
  const { completedOn, now } = by
  const { certificate, signature, signatureHash } = await seal(
    earnedCertificate(holder, track, completedOn, now),
  )
  const certificateId = randomUUID()
  const { practiceId, assignmentId, cycle, staffMemberId } = done
  const earned = { id: certificateId, assignmentId, cycle, staffMemberId, personId: holder.personId }
  await insertCertificate(tx, practiceId, { ...certificate, ...earned, signature })
  return earningEvents(done, { certificate, certificateId, signatureHash })
}

/** A track that was closed, and what asks for it as it stood before; null where it is not complete yet. */
async function recordFacts(
  tx: Tx,
  done: DonePart,
  { actorPersonId, timeZone, completedOn, now }: Omit<Completing, 'holder' | 'seal'>,
): Promise<(ClosedTrack & { readonly askings: readonly Asking[] }) | null> {
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
