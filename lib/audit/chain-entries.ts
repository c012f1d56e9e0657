import { type ChainHead, nextEntry } from '#lib/audit/hash-chain'
import type { AuditEntry, AuditEvent } from '#lib/domain/audit/audit-event'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId } from '#lib/domain/ids'

type Deed = { readonly actorPersonId: PersonId | null; readonly recordedAt: Instant }

/** These events, tied to whatever head the chain turns out to have. */
export function chainEntries(deed: Deed, events: readonly AuditEvent[]): (head: ChainHead) => AuditEntry[] {
  return (head) => {
    const entries: AuditEntry[] = []
    for (const event of events) entries.push(nextEntry(entries.at(-1) ?? head, { ...deed, event }))
    return entries
  }
}
