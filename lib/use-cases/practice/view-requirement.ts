import type { Context } from '#lib/context'
import { listRequirements, type RequirementRecord } from '#lib/data/compliance-history'
import { listStaffNames } from '#lib/data/practice'
import { listPolicyVersions, listTracks, type PolicyVersionRecord } from '#lib/data/requirement'
import { listRetirements, type Retirement } from '#lib/data/requirement-facts'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { peopleNamedIn } from '#lib/domain/compliance/policy-named'
import { type PolicyTerm, policyTerms } from '#lib/domain/compliance/policy-terms'
import { findPolicyInForce, policyVersions } from '#lib/domain/compliance/policy-versions'
import { profileIn, type RequirementProfile } from '#lib/domain/curriculum/requirement-profile'
import type { PracticeId, RequirementId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

/** `ahead`: begins later. `over`: another took its place, or was to. */
export type VersionState = 'in-force' | 'ahead' | 'over'

export type RequirementVersionView = Pick<
  PolicyVersionRecord,
  'version' | 'effectiveOn' | 'appliesTo' | 'recordedOn' | 'by' | 'reason'
> & {
  readonly state: VersionState
  readonly terms: readonly PolicyTerm[]
  /** The profile as it stood when it was chosen, in the reader's language; null for the practice's own policy. */
  readonly profile: RequirementProfile | null
}

export type RequirementView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly id: RequirementId
  readonly name: string
  readonly trackTitle: string
  readonly renewalTitle: string | null
  /** The latest first. */
  readonly versions: readonly RequirementVersionView[]
  readonly retirements: readonly Retirement[]
}

/** One requirement: what it asks today, every version of its rules with who wrote it and why, and whether it was retired. */
export async function viewRequirement(
  { tx, now, actor, language }: Context,
  input: { practiceId: string; requirementId: string },
): Promise<Result<RequirementView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const requirement = (await listRequirements(tx, [practiceId])).find(({ id }) => id === input.requirementId)
  if (!requirement) return refuse('not-found')
  const today = localDateAt(now, timeZone)
  const written = await listPolicyVersions(tx, post, requirement.id)
  const names = await listStaffNames(tx, practiceId, peopleNamedIn(written.map(({ rules }) => rules)))
  const tracks = await listTracks(tx, practiceId, language)
  const titleOf = (trackId: string) => tracks.find(({ id }) => id === trackId)?.title ?? requirement.name
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    today,
    id: requirement.id,
    name: requirement.name,
    trackTitle: titleOf(requirement.trackId),
    renewalTitle: requirement.renewalTrackId && titleOf(requirement.renewalTrackId),
    versions: written.map(({ policyId, rules, attemptLimit, profile, ...version }) => ({
      ...version,
      state: stateOf(requirement, policyId, version.effectiveOn, today),
      terms: policyTerms({ rules, attemptLimit }, (id) => names.get(id)),
      profile: profile && profileIn(profile.profile, language),
    })),
    retirements: await listRetirements(tx, post, requirement.id),
  })
}

function stateOf(
  { policies }: RequirementRecord,
  policyId: string,
  effectiveOn: LocalDate,
  today: LocalDate,
): VersionState {
  if (effectiveOn > today) return 'ahead'
  return findPolicyInForce(policyVersions(policies, today, undefined), today)?.id === policyId
    ? 'in-force'
    : 'over'
}
