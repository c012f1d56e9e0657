import type { Language } from '#lib/domain/language'

/** How far a profile was read: in an official text, on a page about it, or not at all yet. */
export const profileConfidences = ['official', 'secondary', 'unverified'] as const
export type ProfileConfidence = (typeof profileConfidences)[number]

/** `watch-list`: bills only, or nothing found. `not-for-practices`: a duty that is often, and wrongly, told to practices. */
export const profileStandings = ['in-force', 'verify', 'watch-list', 'not-for-practices'] as const
export type ProfileStanding = (typeof profileStandings)[number]

/** How often the duty falls due, where the engine knows such a rhythm; shown and never computed where it is null. */
export type ProfileCadence =
  | { readonly kind: 'once' }
  | { readonly kind: 'licence-renewal' }
  | { readonly kind: 'rolling'; readonly periodMonths: number }

/** What a state's law asks of whom, as far as we know it. It is information for a practice, and no legal advice. */
export type RequirementProfile = {
  readonly id: string
  /** Two letters, as the post office writes them. */
  readonly state: string
  readonly who: string
  readonly requirement: string
  readonly hours: number | null
  /** In words, as the source says it. */
  readonly frequency: string | null
  readonly cadence: ProfileCadence | null
  /** What must approve the course; null where nothing must. */
  readonly approval: string | null
  readonly basis: string
  /** LocalDate. */
  readonly effectiveOn: string | null
  readonly url: string | null
  /** LocalDate. */
  readonly checkedOn: string
  readonly confidence: ProfileConfidence
  readonly standing: ProfileStanding
  /** `sign`: what it asks for hangs on a wall, and no training can meet it. Left out: training. */
  readonly duty?: 'sign'
  /** What a manager must know besides. */
  readonly note?: string
}

/** What of a profile is told in another language; the law's own name stays as it is. */
export type ProfileWords = Pick<RequirementProfile, 'who' | 'requirement' | 'frequency' | 'approval' | 'note'>

/** A profile with its translation, as it is published. */
export type PublishedProfile = RequirementProfile & { readonly es?: ProfileWords }

/** A profile as it stood when a practice chose it, with the hash of all of it. */
export type ProfileSnapshot = { readonly hash: string; readonly profile: PublishedProfile }

/** In the reader's language, where it is told in it. */
export function profileIn({ es, ...profile }: PublishedProfile, language: Language): RequirementProfile {
  return language === 'es' && es ? { ...profile, ...es } : profile
}

/** Whether the duty is read in an official text and in force: otherwise the practice asks its board, whatever was earned. */
export function mayStandBehind({ confidence, standing }: RequirementProfile): boolean {
  return confidence === 'official' && standing === 'in-force'
}

/**
 * Whether a completed track may be shown as meeting the duty: never where the text was not read in an official source, where
 * it may not be in force for practices, or where somebody must approve the course, since nobody approved this one.
 */
export function mayShowAsMet(profile: RequirementProfile): boolean {
  return mayStandBehind(profile) && profile.approval === null
}
