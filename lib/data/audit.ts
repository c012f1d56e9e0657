import type { Tx } from '#lib/data/database'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'

type NewAuditEntry = {
  readonly kind: string
  /** Ids, dates and counts that say what was done. Never a secret, an answer or a message's text. */
  readonly content: Readonly<Record<string, unknown>>
}

/** Appends to the practice's hash chain, one statement. `actor` is null where Beacon itself acts. */
export async function appendAudit(
  tx: Tx,
  practiceId: PracticeId,
  actor: PersonId | null,
  entry: NewAuditEntry,
  now: Instant,
): Promise<void> {
  await tx.$queryRaw`
    SELECT append_audit_entry(${practiceId}::uuid, ${now}, ${actor}::uuid, ${entry.kind}, ${JSON.stringify(entry.content)})::text`
}
