import type { Tx } from '#lib/data/database'
import type { AuditEntry } from '#lib/domain/audit/audit-event'
import type { PracticeId } from '#lib/domain/ids'

type ChainHead = Pick<AuditEntry, 'practiceId' | 'sequence' | 'hash'>

const emptyChain = { sequence: 0, hash: '0'.repeat(64) }

/**
 * Appends to the practice's hash chain, two statements however many entries. The chain stays locked until the transaction
 * ends, so this comes late in a use case. `chained` ties the entries to the head that it is given.
 */
export async function appendAudit(
  tx: Tx,
  practiceId: PracticeId,
  chained: (head: ChainHead) => readonly AuditEntry[],
): Promise<void> {
  const [head = emptyChain] = await tx.$queryRaw<Omit<ChainHead, 'practiceId'>[]>`
    SELECT sequence, hash FROM lock_audit_chain(${practiceId}::uuid)`
  const rows = JSON.stringify(chained({ practiceId, ...head }))
  await tx.$executeRaw`
    INSERT INTO audit_entry
      (practice_id, sequence, recorded_at, actor_person_id, kind, payload, previous_hash, hash)
    SELECT r."practiceId", r.sequence, r."recordedAt", r."actorPersonId", r.event ->> 'kind', r.event::text,
      r."previousHash", r.hash
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("practiceId" uuid, sequence int, "recordedAt" timestamptz,
      "actorPersonId" uuid, event jsonb, "previousHash" text, hash text)`
}
