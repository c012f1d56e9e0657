import type { PersonId } from '#lib/domain/ids'

/** Where somebody stands who would decide about a certificate from elsewhere. */
export type Standing =
  /** Neither their own, nor recorded by them. */
  | 'may-decide'
  /** It takes a second person, and the practice has none: they may, with a reason that stays on record. */
  | 'may-decide-alone'
  /** About their own training; somebody else decides. */
  | 'is-about-them'
  /** They recorded it; somebody else decides. */
  | 'recorded-it'

type Deciding = {
  readonly decider: PersonId
  /** Whose training it is about. */
  readonly subject: PersonId
  readonly recordedBy: PersonId
  /** Who could decide at this practice today, the decider among them. */
  readonly managers: number
}

/**
 * Two people stand behind each accepted certificate. Only where one alone manages the practice may they be the same, and
 * then the reason is written down.
 */
export function standingOf({ decider, subject, recordedBy, managers }: Deciding): Standing {
  if (decider !== subject && decider !== recordedBy) return 'may-decide'
  if (managers === 1) return 'may-decide-alone'
  return decider === subject ? 'is-about-them' : 'recorded-it'
}
