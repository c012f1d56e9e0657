import type { Context } from '#lib/context'
import type { RequirementRecord } from '#lib/data/compliance-history'
import { listStaffNames } from '#lib/data/practice'
import { listTracks } from '#lib/data/requirement'
import { findState, listProfiles } from '#lib/data/requirement-choices'
import { listRoster } from '#lib/data/roster'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { noAssessmentTerms } from '#lib/domain/compliance/assessment-terms'
import { peopleNamedIn } from '#lib/domain/compliance/policy-named'
import { type PolicyTerm, policyTerms } from '#lib/domain/compliance/policy-terms'
import { findPolicyInForce, policyVersions } from '#lib/domain/compliance/policy-versions'
import { findRetirementDay } from '#lib/domain/compliance/retirement'
import { groupsOf, rosterRows } from '#lib/domain/compliance/roster'
import { profileIn, type RequirementProfile } from '#lib/domain/curriculum/requirement-profile'
import type { PracticeId, RequirementId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RequirementLine = {
  readonly id: RequirementId
  readonly name: string
  readonly renewalTitle: string | null
  /** What holds today; null before the first version begins. */
  readonly terms: readonly PolicyTerm[] | null
  /** The day from which the first version holds, where that is ahead. */
  readonly beginsOn: LocalDate | null
  /** The first day on which nobody owes it (any more); null where it goes on. */
  readonly retiredOn: LocalDate | null
  /** Of those who are asked today, how many are current. */
  readonly asked: number
  readonly current: number
}

export type RequirementsView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly requirements: readonly RequirementLine[]
  /** The practice's own state, two letters, and what is known of what it asks. */
  readonly state: string
  readonly profiles: readonly RequirementProfile[]
}

/** What the practice asks of its staff, in the terms that hold today, and what its state asks. */
export async function viewRequirements(
  { tx, now, actor, language }: Context,
  input: { practiceId: string },
): Promise<Result<RequirementsView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const today = localDateAt(now, post.timeZone)
  const { practiceId, practiceName, capabilities } = post
  const { requirements, records } = await listRoster(tx, post, today)
  const groups = Map.groupBy(rosterRows(records, today, now), (row) => row.requirement?.id)
  const named = peopleNamedIn(requirements.flatMap(({ policies }) => policies))
  const names = await listStaffNames(tx, practiceId, named)
  const tracks = await listTracks(tx, practiceId, language)
  const state = await findState(tx, practiceId)
  const profiles = await listProfiles(tx)
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    today,
    requirements: requirements.map((requirement) => {
      const each = (groups.get(requirement.id) ?? []).map((row) => groupsOf(row, today))
      const [first] = requirement.policies
      return {
        id: requirement.id,
        name: requirement.name,
        renewalTitle: tracks.find(({ id }) => id === requirement.renewalTrackId)?.title ?? null,
        terms: termsOn(requirement, today, (id) => names.get(id)),
        beginsOn: first && first.effectiveOn > today ? first.effectiveOn : null,
        retiredOn: findRetirementDay(requirement.facts),
        asked: each.filter((row) => !row.includes('not-required')).length,
        current: each.filter((row) => row.includes('current')).length,
      }
    }),
    state,
    profiles: profiles
      .filter((profile) => profile.state === state)
      .map((profile) => profileIn(profile, language)),
  })
}

function termsOn(
  { policies, attemptLimits, assessments, acceptedProviders }: RequirementRecord,
  today: LocalDate,
  nameOf: (id: string) => string | undefined,
) {
  const policy = findPolicyInForce(policyVersions(policies, today, undefined), today)
  if (!policy) return null
  const { id } = policy
  const assessment = assessments[id] ?? noAssessmentTerms
  const rules = { ...policy, assessment, acceptedProviders: acceptedProviders[id] ?? [] }
  return policyTerms({ rules, attemptLimit: attemptLimits[id] ?? 0 }, nameOf)
}
