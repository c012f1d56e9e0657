import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { AssessmentTerms } from '#lib/domain/compliance/assessment-terms'
import { type Authority, type Cadence, defaultTerms, type Policy } from '#lib/domain/compliance/policy'
import { mayStandBehind, type RequirementProfile } from '#lib/domain/curriculum/requirement-profile'

type Told =
  | 'audience'
  | 'firstDue'
  | 'window'
  | 'graceDays'
  | 'returnDays'
  | 'earlyCredit'
  | 'externalAllowed'
  | 'authority'

/** What a version of a policy says, without when and by whom it was said. */
export type PolicyRules = Pick<Policy, Told> &
  Cadence & {
    /** Whose certificates from elsewhere the practice accepts; empty where it looks at each. */
    readonly acceptedProviders: readonly string[]
    /** What is left out holds as in `noAssessmentTerms`. Not the status engine's business. */
    readonly assessment?: Partial<AssessmentTerms>
  }

export type PolicyVersion = {
  readonly id: string
  readonly effectiveOn: LocalDate
  readonly recordedAt: Instant
  readonly appliesTo: Policy['appliesTo']
}

/** The rules as the status engine reads them. */
export function policyFrom(
  { acceptedProviders: _, assessment: __, ...rules }: PolicyRules,
  version: PolicyVersion,
): Policy {
  return { ...defaultTerms, ...rules, ...version }
}

/**
 * What a profile behind a policy means for the status: an unverified one never shows as met, and one that asks for an
 * approved course only by evidence from a provider that the practice has named as approved.
 */
export function authorityFrom(profile: RequirementProfile | null, providers: readonly string[]): Authority {
  if (profile === null) return { kind: 'practice-policy' }
  const approvedProviders = profile.approval === null ? null : providers
  return { kind: 'requirement-profile', verified: mayStandBehind(profile), approvedProviders }
}
