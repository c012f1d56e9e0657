import { randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { assignTracks } from '#lib/data/assign-tracks'
import { appendAudit } from '#lib/data/audit'
import { listRequirements } from '#lib/data/compliance-history'
import { insertEvidence } from '#lib/data/evidence'
import { insertRequirement, listTracks } from '#lib/data/requirement'
import { listStaff } from '#lib/data/roster'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { localDateAt } from '#lib/domain/calendar'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import type { RequirementId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type CreateRequirementRefusal = 'not-found' | 'track-unknown'

type Input = {
  readonly practiceId: string
  /** Made with the preview: confirming it twice makes one requirement. */
  readonly requirementId: string
  readonly draft: RequirementDraft
}

/**
 * Makes a requirement that holds from today, in the practice's zone, and assigns its track to everybody it asks. Who has the
 * track already goes on with it.
 */
export async function createRequirement(
  context: Context,
  { practiceId: wanted, requirementId, draft }: Input,
): Promise<Result<{ requirementId: RequirementId }, CreateRequirementRefusal>> {
  const { tx, now, actor, language } = context
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const track = (await listTracks(tx, language)).find(({ id }) => id === draft.trackId)
  if (!track) return refuse('track-unknown')
  const { practiceId, timeZone } = post
  const id = requirementId as RequirementId
  const siblings = (await listRequirements(tx, [practiceId])).filter(({ trackId }) => trackId === track.id)
  const name = siblings.length === 0 ? track.title : `${track.title} (${siblings.length + 1})`
  const effectiveOn = localDateAt(now, timeZone)
  const requirement = { ...draft, id, policyId: randomUUID(), name, effectiveOn }
  const isNew = await insertRequirement(tx, practiceId, actor.personId, requirement, now)
  if (!isNew) return ok({ requirementId: id })
  await assignToAudience(context, post, id, draft)
  const deed = { kind: 'requirement-created', requirementId: id } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ requirementId: id })
}

async function assignToAudience(
  { tx, now, actor }: Context,
  { practiceId, timeZone }: Membership,
  requirementId: RequirementId,
  { roles, trackId }: RequirementDraft,
): Promise<void> {
  const today = localDateAt(now, timeZone)
  const asked = (await listStaff(tx, practiceId, today, 'current')).filter(
    ({ role }) => roles.length === 0 || roles.some((each) => each === role),
  )
  const wanted = asked.map(({ staffMemberId }) => ({ staffMemberId, trackId }))
  const made = await assignTracks(tx, practiceId, wanted, now)
  if (made.length === 0) return
  const facts = made.map((each) => ({ ...each, requirementId, kind: 'assigned', effectiveOn: today }))
  await insertEvidence(tx, practiceId, actor.personId, facts, now)
}
