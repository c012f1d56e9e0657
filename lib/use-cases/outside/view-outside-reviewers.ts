import type { Context } from '#lib/context'
import { findDraft } from '#lib/data/authored'
import { listOutsideReviewers, mostOutsideReviewers, type OutsideReviewer } from '#lib/data/outside-reviewer'
import { type Capability, membershipWith } from '#lib/domain/access/actor'
import { draftState } from '#lib/domain/authoring/draft-state'
import { type OutsideState, outsideState } from '#lib/domain/authoring/review/outside-standing'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

type OutsideReviewersView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  readonly reviewers: readonly (Pick<OutsideReviewer, 'id' | 'name' | 'emailAddress' | 'role'> & {
    readonly state: OutsideState
    readonly invitedOn: LocalDate
    /** The last day on which something opens, as far as it is not over. */
    readonly endsOn: LocalDate
  })[]
  readonly isInReview: boolean
  /** Only to a draft in review, and only so many. */
  readonly mayInvite: boolean
}

/** Who was asked from outside to read a draft, for its authors. */
export async function viewOutsideReviewers(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId }: { readonly practiceId: string; readonly draftId: string },
): Promise<Result<OutsideReviewersView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'author')
  const draft = post && (await findDraft(tx, post.practiceId, draftId))
  if (!draft) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const reviewers = await listOutsideReviewers(tx, practiceId, draftId)
  const isInReview = draftState(draft.events, draft.filesHash).kind === 'in-review'
  return ok({
    practiceId,
    practiceName,
    capabilities,
    draftId,
    reviewers: reviewers.map(({ id, name, emailAddress, role, invitedAt, ...standing }) => ({
      id,
      name,
      emailAddress,
      role,
      state: outsideState(standing, now),
      invitedOn: localDateAt(invitedAt, timeZone),
      endsOn: localDateAt(standing.endsAt, timeZone),
    })),
    isInReview,
    mayInvite: isInReview && reviewers.length < mostOutsideReviewers,
  })
}
