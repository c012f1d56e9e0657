import type { EntryKind } from '#lib/domain/people/entries/entry'

/** Who records, about whom. */
export type Recorder = {
  readonly isOwn: boolean
  /** Whether somebody else manages the practice today who can really sign in. */
  readonly hasOtherManager: boolean
}

export type OwnRecordRefusal = 'own-record' | 'own-exemption'

/**
 * Nobody excuses themselves. Where nobody else manages the practice, one may record about oneself with a reason, which the
 * record shows for good; an exemption needs an approver, and nobody is their own.
 */
export function ownRecordRefusal(
  kind: EntryKind,
  { isOwn, hasOtherManager }: Recorder,
): OwnRecordRefusal | undefined {
  if (!isOwn) return undefined
  if (kind === 'exemption') return 'own-exemption'
  return hasOtherManager && kind !== 'employment-end' ? 'own-record' : undefined
}

// A leave is never explained, and a planned change explains itself.
const explained: readonly EntryKind[] = [
  'extension',
  'exemption',
  'exemption-end',
  'end-withdrawal',
  'correction',
]

/** Whether the entry is recorded only with a reason. */
export function needsReason(kind: EntryKind, isOwn: boolean): boolean {
  return isOwn || explained.includes(kind)
}

/** Whether the page asks for a reason at all: about a leave only where somebody records their own. */
export function takesReason(kind: EntryKind, isOwn: boolean): boolean {
  return needsReason(kind, isOwn) || kind === 'post'
}
