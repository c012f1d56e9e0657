import type { LocalDate } from '#lib/domain/calendar'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import type { Policy } from '#lib/domain/compliance/policy'
import { findPolicyInForce, policyVersions } from '#lib/domain/compliance/policy-versions'
import { isRetiredOn } from '#lib/domain/compliance/retirement'

/** What an audience may ask about a post. What is not known of it is asked by no list. */
export type AskedPost = {
  readonly role: string
  readonly location: string | null
  readonly employmentKind: string | null
  readonly staffMemberId: string | null
}

/** Whether the version in force on the day asks somebody in this post. */
function asksPost(policies: readonly Policy[], post: AskedPost, on: LocalDate): boolean {
  const audience = findPolicyInForce(policyVersions(policies, on, undefined), on)?.audience
  if (audience === undefined || audience === 'everyone') return audience === 'everyone'
  return (
    isListed(audience.roles, post.role) &&
    isListed(audience.locations, post.location) &&
    isListed(audience.employmentKinds, post.employmentKind) &&
    isListed(audience.people, post.staffMemberId)
  )
}

type Asking = { readonly policies: readonly Policy[]; readonly facts: readonly EvidenceEvent[] }

/** Of these requirements, those that ask somebody in this post on the day and are not retired. */
export function requirementsThatAsk<Requirement extends Asking>(
  requirements: readonly Requirement[],
  post: AskedPost,
  on: LocalDate,
): readonly Requirement[] {
  return requirements.filter(({ policies, facts }) => !isRetiredOn(facts, on) && asksPost(policies, post, on))
}

function isListed(list: readonly string[] | undefined, value: string | null): boolean {
  return list === undefined || (value !== null && list.includes(value))
}
