import { type LocalDate, laterOf } from '#lib/domain/calendar'
import type { ComplianceAnswer, History } from '#lib/domain/compliance/answer'
import { type CompletionCliff, findCompletionCliff } from '#lib/domain/compliance/completion-cliff'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { Audience, Policy } from '#lib/domain/compliance/policy'

/** What is not known about somebody and decides about them: where no place is known, no list of places asks them. */
export type MissingFact = 'licence-date' | 'location' | 'employment-kind'

/** What a policy would mean for one person. */
export type Previewed = {
  /** The day that the answer is of: today, the policy's first day, or the first day of work, whichever is latest. */
  readonly on: LocalDate
  readonly answer: ComplianceAnswer
  readonly missing: readonly MissingFact[]
}

export function previewedUnder(
  history: History,
  policy: Policy,
  today: LocalDate,
  startedOn: LocalDate,
): Previewed {
  const on = laterOf(laterOf(today, policy.effectiveOn), startedOn)
  const answer = complianceStatus({ ...history, policies: [...history.policies, policy] }, on)
  return { on, answer, missing: missingFacts(history, policy) }
}

function missingFacts({ events }: History, policy: Policy): readonly MissingFact[] {
  const lacks = (kind: string) => events.every((event) => event.kind !== kind)
  const { audience } = policy
  return [
    ...(policy.cadence === 'licence-renewal' && lacks('licence-renewal-set')
      ? (['licence-date'] as const)
      : []),
    ...(asksBy(audience, 'locations') && lacks('location-set') ? (['location'] as const) : []),
    ...(asksBy(audience, 'employmentKinds') && lacks('employment-kind-set')
      ? (['employment-kind'] as const)
      : []),
  ]
}

function asksBy(audience: Audience, list: 'locations' | 'employmentKinds'): boolean {
  return audience !== 'everyone' && audience[list] !== undefined
}

/**
 * The jump that a calendar makes for this person, seen from a day; null under a cadence that makes none, and while no date of
 * a licence is known: until then every day earns a period from itself.
 */
export function cliffUnder(history: History, policy: Policy, on: LocalDate): CompletionCliff | null {
  switch (policy.cadence) {
    case 'once':
    case 'rolling':
      return null
    case 'licence-renewal':
    case 'hire-anniversary':
    case 'fixed-date':
      if (missingFacts(history, policy).includes('licence-date')) return null
      return findCompletionCliff({ ...history, policies: [...history.policies, policy] }, on)
  }
}
