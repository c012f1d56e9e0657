import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findDraft, insertDraftEvent } from '#lib/data/authored'
import { lockDraft } from '#lib/data/draft'
import { findPlan } from '#lib/data/planned-publication'
import { membershipWithAny } from '#lib/domain/access/actor'
import { canFollow, draftState, type HoldCause } from '#lib/domain/authoring/draft-state'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type EndPublicationPlanRefusal = 'not-found' | 'draft-moved'

/** Takes the day back that a publication was planned for: the draft stays approved. */
export async function endPublicationPlan(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId }: { readonly practiceId: string; readonly draftId: string },
): Promise<Result<null, EndPublicationPlanRefusal>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId: by } = post
  await lockDraft(tx, practiceId, draftId)
  if (!(await findDraft(tx, practiceId, draftId))) return refuse('not-found')
  const ending = { kind: 'unscheduled', by, actorPersonId: actor.personId, details: {} } as const
  return (await end({ tx, now }, practiceId, draftId, ending)) ? ok(null) : refuse('draft-moved')
}

/**
 * Says why what was planned for a day that has come is not published. The draft stays approved, and no day is planned. False
 * where no plan stands any more.
 */
export async function holdBackPublication(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  practiceId: PracticeId,
  draftId: string,
  cause: HoldCause,
): Promise<boolean> {
  await lockDraft(tx, practiceId, draftId)
  const plan = await findPlan(tx, practiceId, draftId)
  if (!plan) return false
  const ending = { kind: 'held-back', by: plan.by, actorPersonId: null, details: { cause } } as const
  return await end({ tx, now }, practiceId, draftId, ending)
}

type Ending = {
  readonly kind: 'unscheduled' | 'held-back'
  readonly by: StaffMemberId
  readonly actorPersonId: PersonId | null
  readonly details: { readonly cause?: HoldCause }
}

/** False where no plan stands any more. */
async function end(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  practiceId: PracticeId,
  draftId: string,
  { actorPersonId, ...ending }: Ending,
): Promise<boolean> {
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft || !canFollow(draftState(draft.events, draft.filesHash), ending.kind)) return false
  const { filesHash } = draft
  await insertDraftEvent(tx, practiceId, draftId, { ...ending, reason: null, filesHash }, now)
  const deed = { kind: 'draft-moved', draftId, deed: ending.kind, filesHash, isSolo: false } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId, recordedAt: now }, [deed]))
  return true
}
