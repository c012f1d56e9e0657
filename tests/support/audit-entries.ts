import type { Tx } from '#lib/data/database'
import type { AuditEntry } from '#lib/domain/audit/audit-event'
import { instantFrom } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'

/** The practice's whole chain, in order, as a verifier reads it. */
export async function auditEntries(tx: Tx, practiceId: PracticeId): Promise<AuditEntry[]> {
  const rows = await tx.auditEntry.findMany({ where: { practiceId }, orderBy: { sequence: 'asc' } })
  return rows.map((row) => ({
    practiceId,
    sequence: row.sequence,
    recordedAt: instantFrom(row.recordedAt.toISOString()),
    actorPersonId: row.actorPersonId as PersonId | null,
    event: JSON.parse(row.payload),
    previousHash: row.previousHash,
    hash: row.hash,
  }))
}
