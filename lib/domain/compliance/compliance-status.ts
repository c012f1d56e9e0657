import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { ComplianceAnswer, History } from '#lib/domain/compliance/answer'

/**
 * Where one person stands with one requirement at one practice on the day `asOf`, as it was known at `knownAt`
 * (everything recorded, when left out). Pure: the same history gives the same answer for ever.
 */
export function complianceStatus(history: History, asOf: LocalDate, knownAt?: Instant): ComplianceAnswer {
  throw new Error(`not yet written: ${history.events.length} ${asOf} ${knownAt}`)
}

/** The same at a moment: the day that the practice's zone was living then. */
export function complianceStatusAt(history: History, at: Instant, knownAt?: Instant): ComplianceAnswer {
  return complianceStatus(history, localDateAt(at, history.zone), knownAt)
}
