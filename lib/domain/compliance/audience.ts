import type { LocalDate } from '#lib/domain/calendar'
import type { Policy } from '#lib/domain/compliance/policy'
import { findPolicyInForce, policyVersions } from '#lib/domain/compliance/policy-versions'

/** Whether the version in force on the day asks somebody in this role. */
export function asksRole(policies: readonly Policy[], role: string, on: LocalDate): boolean {
  const policy = findPolicyInForce(policyVersions(policies, on, undefined), on)
  if (!policy) return false
  return policy.audience === 'everyone' || policy.audience.roles.includes(role)
}

/** Whether a requirement asks, on the day, anybody in one of these roles. No roles: everyone. */
export function asksAnyOf(policies: readonly Policy[], roles: readonly string[], on: LocalDate): boolean {
  const audience = findPolicyInForce(policyVersions(policies, on, undefined), on)?.audience
  if (audience === undefined) return false
  return audience === 'everyone' || roles.length === 0 || roles.some((role) => audience.roles.includes(role))
}
