import { randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { canonicalHash } from '#lib/content/canonical-hash'
import type { Context } from '#lib/context'
import { assignAsked } from '#lib/data/assign-asked'
import { appendAudit } from '#lib/data/audit'
import { listRequirements, mostRequirements } from '#lib/data/compliance-history'
import { insertRequirement } from '#lib/data/requirement'
import { listRequirementChoices } from '#lib/data/requirement-choices'
import { membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import { type ChoiceProblem, findProfile, problemOfChoices } from '#lib/domain/compliance/draft-choices'
import {
  type DraftProblem,
  problemOfDraft,
  type RequirementDraft,
} from '#lib/domain/compliance/requirement-draft'
import type { RequirementId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type CreateRequirementRefusal = 'not-found' | 'requirements-full' | ChoiceProblem | DraftProblem

type Input = {
  readonly practiceId: string
  /** Made with the preview: confirming it twice makes one requirement. */
  readonly requirementId: string
  readonly draft: RequirementDraft
}

/**
 * Makes a requirement that holds from the day that was chosen, today at the earliest, in the practice's zone, and assigns its
 * track to everybody whom it asks today. Who has the track already goes on with it. A profile behind it is kept as it stands.
 */
export async function createRequirement(
  context: Context,
  { practiceId: wanted, requirementId, draft }: Input,
): Promise<Result<{ requirementId: RequirementId }, CreateRequirementRefusal>> {
  const { tx, now, actor, language } = context
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, timeZone } = post
  const today = localDateAt(now, timeZone)
  const choices = await listRequirementChoices(tx, practiceId, today, language)
  const problem = problemOfChoices(draft, choices) ?? problemOfDraft(draft, today)
  if (problem) return refuse(problem)
  const known = await listRequirements(tx, [practiceId])
  const isKnown = known.some((each) => each.id === requirementId)
  if (!isKnown && known.length >= mostRequirements) return refuse('requirements-full')
  const id = requirementId as RequirementId
  const profile = findProfile(draft, choices)
  const requirement = {
    ...draft,
    id,
    policyId: randomUUID(),
    name: nameFor(draft, choices.tracks, known),
    effectiveOn: draft.effectiveOn ?? today,
    profile: profile ? { hash: canonicalHash(profile), profile } : null,
  }
  const isNew = await insertRequirement(tx, practiceId, actor.personId, requirement, now)
  if (!isNew) return ok({ requirementId: id })
  await assignAsked(tx, post, id, actor.personId, now)
  const deed = { kind: 'requirement-created', requirementId: id } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ requirementId: id })
}

/** The track's title, with a number where the practice asks for it more than once. */
function nameFor(
  { trackId }: RequirementDraft,
  tracks: readonly { readonly id: string; readonly title: string }[],
  known: readonly { readonly trackId: string }[],
): string {
  const siblings = known.filter((each) => each.trackId === trackId)
  const title = tracks.find(({ id }) => id === trackId)?.title ?? trackId
  return siblings.length === 0 ? title : `${title} (${siblings.length + 1})`
}
