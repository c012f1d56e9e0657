import type { Context } from '#lib/context'
import type { RequirementRecord } from '#lib/data/compliance-history'
import { listRoster } from '#lib/data/roster'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type PolicyTerm, policyTerms } from '#lib/domain/compliance/policy-terms'
import { findPolicyInForce, policyVersions } from '#lib/domain/compliance/policy-versions'
import { groupsOf, rosterRows } from '#lib/domain/compliance/roster'
import type { PracticeId, RequirementId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RequirementLine = {
  readonly id: RequirementId
  readonly name: string
  /** What holds today; null before the first version begins. */
  readonly terms: readonly PolicyTerm[] | null
  /** Of those who are asked today, how many are current. */
  readonly asked: number
  readonly current: number
}

export type RequirementsView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly requirements: readonly RequirementLine[]
}

/** What the practice asks of its staff, in the terms that hold today. */
export async function viewRequirements(
  { tx, now, actor }: Context,
  input: { practiceId: string },
): Promise<Result<RequirementsView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const today = localDateAt(now, post.timeZone)
  const { requirements, records } = await listRoster(tx, post, today)
  const groups = Map.groupBy(rosterRows(records, today, now), (row) => row.requirement?.id)
  const { practiceId, practiceName, capabilities } = post
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    requirements: requirements.map((requirement) => {
      const each = (groups.get(requirement.id) ?? []).map((row) => groupsOf(row, today))
      return {
        id: requirement.id,
        name: requirement.name,
        terms: termsOn(requirement, today),
        asked: each.filter((row) => !row.includes('not-required')).length,
        current: each.filter((row) => row.includes('current')).length,
      }
    }),
  })
}

function termsOn({ policies, attemptLimits }: RequirementRecord, today: LocalDate) {
  const policy = findPolicyInForce(policyVersions(policies, today, undefined), today)
  if (!policy) return null
  const { audience, window, firstDue, graceDays, returnDays } = policy
  return policyTerms({
    roles: audience === 'everyone' ? [] : (audience.roles ?? []),
    rhythm: policy,
    windowMonths: 'months' in window ? window.months : 0,
    firstDueDays: firstDue.days,
    graceDays,
    returnDays,
    attemptLimit: attemptLimits[policy.id] ?? 0,
  })
}
