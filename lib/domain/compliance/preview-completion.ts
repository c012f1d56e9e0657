import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'

/** What completing the track on a day would give; `earns-nothing` where it would come before the window under `none`. */
export type CompletionPreview =
  | { readonly kind: 'earns'; readonly validThrough: LocalDate | null }
  | { readonly kind: 'earns-nothing'; readonly opensOn: LocalDate }
  | { readonly kind: 'not-employed' }
  | { readonly kind: 'no-policy' }

/** Stated on screen before the person starts (rule 1). `validThrough` is null for a completion that never ends. */
export function previewCompletion(history: History, on: LocalDate, knownAt?: Instant): CompletionPreview {
  throw new Error(`not yet written: ${history.events.length} ${on} ${knownAt}`)
}
