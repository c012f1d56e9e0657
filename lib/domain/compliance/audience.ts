import type { LocalDate } from '#lib/domain/calendar'
import type { Policy } from '#lib/domain/compliance/policy'
import { findPolicyInForce, policyVersions } from '#lib/domain/compliance/policy-versions'

/** Whether the version in force on the day asks somebody in this role. */
export function asksRole(policies: readonly Policy[], role: string, on: LocalDate): boolean {
  const policy = findPolicyInForce(policyVersions(policies, on, undefined), on)
  if (!policy) return false
  return policy.audience === 'everyone' || policy.audience.roles.includes(role)
}
