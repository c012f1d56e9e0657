import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { Policy } from '#lib/domain/compliance/policy'
import { invariant } from '#lib/domain/invariant'

/** The versions that count on the day asked about, the earliest first. */
export type PolicyVersions = readonly Policy[]

/** Of two versions that begin on one day, the later recorded one is in force: the other was replaced before it began. */
export function policyVersions(
  policies: readonly Policy[],
  asOf: LocalDate,
  knownAt: Instant | undefined,
): PolicyVersions {
  const known = policies
    .filter((policy) => policy.effectiveOn <= asOf && (knownAt === undefined || policy.recordedAt <= knownAt))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
  return known.filter((policy, index) => known[index + 1]?.effectiveOn !== policy.effectiveOn)
}

function order(policy: Policy): string {
  return `${policy.effectiveOn} ${policy.recordedAt} ${policy.id}`
}

/** The version in force on a day; undefined before the first one. */
export function findPolicyInForce(versions: PolicyVersions, on: LocalDate): Policy | undefined {
  return versions.findLast((version) => version.effectiveOn <= on)
}

/**
 * The version that decides what a completion on this day earns, and when an obligation that began on it is first due:
 * the one in force that day, unless a later version was declared to apply to all (rule 11). A completion from before
 * the first version counts as if that one had been in force (rule 7: earlier evidence for the same track counts).
 */
export function requirePolicyThatGoverns(versions: PolicyVersions, on: LocalDate): Policy {
  const forAll = versions.findLast((version) => version.effectiveOn > on && version.appliesTo === 'all')
  const policy = forAll ?? findPolicyInForce(versions, on) ?? versions[0]
  invariant(policy, 'a day is governed only where there is a policy')
  return policy
}
