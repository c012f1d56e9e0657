/** What lessons point at by id. Kept current in one place each, so that a lesson never carries a number or a link. */
export type Source = {
  readonly id: string
  /** As the work is cited; in its own language. */
  readonly citation: string
  /** Our words about it, in each language: what of it was read, or that it is a secondary page. */
  readonly remark?: { readonly en: string; readonly es: string }
  readonly url: string | null
  /** LocalDate. */
  readonly accessedOn: string
  /** Whether we read the passage ourselves, or still owe the check. The learner sees which. */
  readonly status: SourceStatus
  readonly supports: readonly string[]
}
/** `of-practice`: a practice's own paper, which nobody else can read. */
export const sourceStatuses = ['excerpt-read', 'general-knowledge', 'of-practice'] as const
export type SourceStatus = (typeof sourceStatuses)[number]

export type Contact = {
  readonly id: string
  readonly name: string
  /** Whom it is for. */
  readonly who: string
  readonly phone?: string
  readonly text?: string
  /** An https address. */
  readonly chat?: string
  readonly hours: string
  readonly languages: string
  readonly notes?: string
  /** Id in `sources.yaml`. */
  readonly source: string
  /** LocalDate. */
  readonly checkedOn: string
  readonly confidence: ContactConfidence
  readonly scope: ContactScope
  /** The same words in Spanish; a service keeps its name where it has none there. */
  readonly es?: {
    readonly name?: string
    readonly who: string
    readonly text?: string
    readonly hours: string
    readonly languages: string
    readonly notes?: string
  }
}
export const contactConfidences = ['verified', 'secondary', 'general-knowledge'] as const
export type ContactConfidence = (typeof contactConfidences)[number]
export const contactScopes = ['national', 'missouri', 'local'] as const
export type ContactScope = (typeof contactScopes)[number]

export type Term = {
  readonly id: string
  readonly term: string
  readonly definition: string
  readonly es?: { readonly term: string; readonly definition: string }
}
