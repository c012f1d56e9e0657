import { chainEntries } from '#lib/audit/chain-entries'
import { canonicalHash } from '#lib/content/canonical-hash'
import type { Context } from '#lib/context'
import { assignAsked } from '#lib/data/assign-asked'
import { appendAudit } from '#lib/data/audit'
import { listRequirements, type RequirementRecord } from '#lib/data/compliance-history'
import { insertPolicy, listPolicyVersions, lockRequirement } from '#lib/data/requirement'
import { listRequirementChoices } from '#lib/data/requirement-choices'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { type ChoiceProblem, findProfile, problemOfChoices } from '#lib/domain/compliance/draft-choices'
import type { Policy } from '#lib/domain/compliance/policy'
import {
  type DraftProblem,
  problemOfDraft,
  type RequirementDraft,
  rulesOfDraft,
} from '#lib/domain/compliance/requirement-draft'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type ChangeRequirementRefusal =
  | 'not-found'
  | 'requirement-changed-meanwhile'
  | ChoiceProblem
  | DraftProblem

type Input = {
  readonly practiceId: string
  readonly requirementId: string
  /** The number of the version that stood on the page: what came after it must be seen first. */
  readonly after: number
  /** Its tracks are those of the requirement, whatever stands here. */
  readonly draft: RequirementDraft
  readonly appliesTo: Policy['appliesTo']
  readonly reason: string
}

/**
 * Writes another version of a requirement's policy; the versions before it stay as they are. It may begin earlier than today,
 * with its reason, since what was decided may be written down late. Sent twice, it is one version; of two managers who change
 * the same version, the second is told, and nothing that either wrote is lost.
 */
export async function changeRequirement(
  context: Context,
  input: Input,
): Promise<Result<{ version: number }, ChangeRequirementRefusal>> {
  const { tx, now, actor, language } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, timeZone } = post
  await lockRequirement(tx, input.requirementId)
  const requirement = await requirementOf(context, post, input.requirementId)
  if (!requirement) return refuse('not-found')
  const today = localDateAt(now, timeZone)
  const { trackId, renewalTrackId } = requirement
  const draft = { ...input.draft, trackId, renewalTrackId }
  const choices = await listRequirementChoices(tx, practiceId, today, language)
  const problem = problemOfChoices(draft, choices) ?? problemOfDraft(draft, today, true)
  if (problem) return refuse(problem)
  const version = input.after + 1
  const policyId = versionId(input, draft)
  const [latest] = await listPolicyVersions(tx, post, requirement.id)
  if (latest?.policyId === policyId) return ok({ version })
  if (latest?.version !== input.after) return refuse('requirement-changed-meanwhile')
  const profile = findProfile(draft, choices)
  const policy = {
    policyId,
    requirementId: requirement.id,
    version,
    effectiveOn: draft.effectiveOn ?? today,
    appliesTo: input.appliesTo,
    rules: rulesOfDraft(draft, profile ?? null),
    attemptLimit: draft.attemptLimit,
    profile: profile ? { hash: canonicalHash(profile), profile } : null,
    reason: input.reason,
  }
  const isNew = await insertPolicy(tx, practiceId, actor.personId, policy, now)
  if (!isNew) return refuse('requirement-changed-meanwhile')
  await assignAsked(tx, post, requirement.id, actor.personId, now)
  const deed = { kind: 'policy-changed', requirementId: requirement.id, policyVersion: version } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ version })
}

async function requirementOf(
  { tx }: Context,
  { practiceId }: Membership,
  wanted: string,
): Promise<RequirementRecord | undefined> {
  return (await listRequirements(tx, [practiceId])).find(({ id }) => id === wanted)
}

/** Follows from what is said, so that saying it twice is saying it once. */
function versionId({ requirementId, after, appliesTo, reason }: Input, draft: RequirementDraft): string {
  return derivedId('policy', requirementId, String(after), appliesTo, reason, JSON.stringify(draft))
}
