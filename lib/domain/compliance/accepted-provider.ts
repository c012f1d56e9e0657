import type { LocalDate } from '#lib/domain/calendar'
import type { Policy } from '#lib/domain/compliance/policy'
import { policyVersions, requirePolicyThatGoverns } from '#lib/domain/compliance/policy-versions'

type Requirement = {
  readonly policies: readonly Policy[]
  /** By the id of the policy version. */
  readonly acceptedProviders: Readonly<Record<string, readonly string[]>>
}

/**
 * Whether the practice's own policy takes certificates of this provider for a completion on the day: of any where it names
 * none. Where a profile stands behind it, its list says what the authority approves, and the practice still looks at each.
 */
export function takesProvider(
  { policies, acceptedProviders }: Requirement,
  provider: string,
  completedOn: LocalDate,
  today: LocalDate,
): boolean {
  const versions = policyVersions(policies, completedOn > today ? completedOn : today, undefined)
  if (versions.length === 0) return true
  const { id, authority } = requirePolicyThatGoverns(versions, completedOn)
  const named = authority.kind === 'practice-policy' ? (acceptedProviders[id] ?? []) : []
  return named.length === 0 || named.some((each) => sameName(each) === sameName(provider))
}

const sameName = (name: string) => name.trim().toLowerCase()
