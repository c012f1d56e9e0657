import { type Instant, type LocalDate, laterOf } from '#lib/domain/calendar'
import type { ComplianceAnswer, History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { Policy } from '#lib/domain/compliance/policy'
import {
  findPolicyInForce,
  policyVersions,
  requirePolicyThatGoverns,
} from '#lib/domain/compliance/policy-versions'

/** What the authority behind a requirement asks of whoever gave the training. */
export type ProviderDemand =
  /** Nothing: the practice's own policy, or a source that asks for no approved provider. */
  | 'none'
  | 'on-the-list'
  | 'not-on-the-list'
  /** Nobody has verified the source: the board must be asked. */
  | 'ask-the-board'

export type ExternalPreview = {
  readonly before: ComplianceAnswer
  readonly after: ComplianceAnswer
  /** `changes-nothing`: what the person has counts as long, or the certificate had ended before it began to count. */
  readonly effect: 'counts' | 'changes-nothing' | 'not-allowed' | 'not-asked'
  readonly demand: ProviderDemand
}

type External = {
  readonly provider: string
  readonly completedOn: LocalDate
  readonly validThrough: LocalDate | null
}

/** Where the person would stand today with one requirement if this were accepted now, beside where they stand. */
export function previewExternal(
  history: History,
  external: External,
  today: LocalDate,
  now: Instant,
): ExternalPreview {
  const { provider, completedOn, validThrough } = external
  const accepted = {
    id: 'preview',
    kind: 'external-accepted' as const,
    effectiveOn: completedOn,
    recordedAt: now,
    provider,
    ...(validThrough && { validThrough }),
  }
  const before = complianceStatus(history, today)
  const after = complianceStatus({ ...history, events: [...history.events, accepted] }, today)
  const inForce = findPolicyInForce(policyVersions(history.policies, today, undefined), today)
  return {
    before,
    after,
    effect: effectOf(before, after, allowsExternal(history.policies, completedOn, today)),
    demand: inForce ? demandOf(inForce, provider) : 'none',
  }
}

function effectOf(
  before: ComplianceAnswer,
  after: ComplianceAnswer,
  isAllowed: boolean,
): ExternalPreview['effect'] {
  if (after.status === 'not-required') return 'not-asked'
  if (!isAllowed) return 'not-allowed'
  return after.because.eventIds.includes('preview') || after.authority !== before.authority
    ? 'counts'
    : 'changes-nothing'
}

function demandOf({ authority }: Policy, provider: string): ProviderDemand {
  if (authority.kind === 'practice-policy') return 'none'
  if (!authority.verified) return 'ask-the-board'
  if (authority.approvedProviders === null) return 'none'
  return authority.approvedProviders.includes(provider) ? 'on-the-list' : 'not-on-the-list'
}

/**
 * Whether the version that governs a completion of this day takes one from elsewhere. Where none is in force yet, the first
 * that will be.
 */
export function allowsExternal(
  policies: readonly Policy[],
  completedOn: LocalDate,
  today: LocalDate,
): boolean {
  const inForce = policyVersions(policies, today, undefined)
  const coming = policyVersions(
    policies,
    policies.map(({ effectiveOn }) => effectiveOn).reduce(laterOf, today),
    undefined,
  )
  const versions = inForce.length > 0 ? inForce : coming
  return versions.length > 0 && requirePolicyThatGoverns(versions, completedOn).externalAllowed
}

/** The names on the lists of approved providers that these requirements rest on. */
export function approvedProvidersIn(policies: readonly Policy[]): readonly string[] {
  const lists = policies.map(({ authority }) =>
    authority.kind === 'requirement-profile' ? (authority.approvedProviders ?? []) : [],
  )
  return [...new Set(lists.flat())]
}
