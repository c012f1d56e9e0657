import { createHash } from 'node:crypto'
import { canonicalJson } from '#lib/audit/canonical-json'
import type { AuditEntry } from '#lib/domain/audit/audit-event'
import type { PracticeId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { ok, type Result, refuse } from '#lib/domain/result'

/** The end of a chain so far: what the next entry is tied to. */
export type ChainHead = Pick<AuditEntry, 'practiceId' | 'sequence' | 'hash'>

/** What a new entry says; its place and its hash follow from the head. */
export type NewAuditEntry = Pick<AuditEntry, 'recordedAt' | 'actorPersonId' | 'event'>

/** Where and how a chain is broken. `sequence` is the number that should have stood there. */
export type BrokenLink = {
  readonly sequence: number
  readonly problem:
    | 'missing-or-out-of-order'
    | 'of-another-practice'
    | 'not-tied-to-the-one-before'
    | 'changed'
}

/** The head of a practice's empty chain. */
export function chainStart(practiceId: PracticeId): ChainHead {
  return { practiceId, sequence: 0, hash: '0'.repeat(64) }
}

/**
 * The entry that follows `head`. The caller holds the practice's lock from reading the head until the entry is
 * committed; two entries on one head would be a fork.
 */
export function nextEntry(head: ChainHead, entry: NewAuditEntry): AuditEntry {
  invariant(
    /^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(entry.recordedAt),
    'recordedAt is UTC with milliseconds',
  )
  const unsealed = {
    practiceId: head.practiceId,
    sequence: head.sequence + 1,
    recordedAt: entry.recordedAt,
    actorPersonId: entry.actorPersonId,
    event: entry.event,
    previousHash: head.hash,
  }
  return { ...unsealed, hash: hashOf(unsealed) }
}

/**
 * The head after these entries, or the first link that does not hold. Long chains are checked in pieces, each from the
 * head of the one before.
 *
 * A whole chain says nothing about a tail that was cut off: for that, compare the head with a checkpoint kept elsewhere.
 */
export function verifyChain(entries: readonly AuditEntry[], from: ChainHead): Result<ChainHead, BrokenLink> {
  let head = from
  for (const entry of entries) {
    const problem = problemOf(entry, head)
    if (problem) return refuse({ sequence: head.sequence + 1, problem })
    head = { practiceId: entry.practiceId, sequence: entry.sequence, hash: entry.hash }
  }
  return ok(head)
}

function problemOf(entry: AuditEntry, head: ChainHead): BrokenLink['problem'] | undefined {
  if (entry.practiceId !== head.practiceId) return 'of-another-practice'
  if (entry.sequence !== head.sequence + 1) return 'missing-or-out-of-order'
  if (entry.hash !== hashOf(entry)) return 'changed'
  return entry.previousHash === head.hash ? undefined : 'not-tied-to-the-one-before'
}

function hashOf({
  practiceId,
  sequence,
  recordedAt,
  actorPersonId,
  event,
  previousHash,
}: Omit<AuditEntry, 'hash'>): string {
  const sealed = { practiceId, sequence, recordedAt, actorPersonId, event, previousHash }
  return createHash('sha256').update(canonicalJson(sealed)).digest('hex')
}
