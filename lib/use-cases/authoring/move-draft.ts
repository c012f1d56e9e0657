import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { type DraftRecord, findDraft, insertDraftEvent } from '#lib/data/authored'
import type { Tx } from '#lib/data/database'
import { lockDraft } from '#lib/data/draft'
import { withdrawNetworkOffers } from '#lib/data/network-offer'
import { listReviewers } from '#lib/data/own-library'
import { type Membership, membershipWithAny } from '#lib/domain/access/actor'
import {
  type ApprovalRefusal,
  canFollow,
  capabilitiesFor,
  type DraftDeed,
  draftState,
  mayApprove,
} from '#lib/domain/authoring/draft-state'
import { type Instant, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type MoveDraftRefusal =
  | 'not-found'
  | 'draft-changed'
  | 'draft-moved'
  | 'reason-missing'
  | ApprovalRefusal

type Input = {
  readonly practiceId: string
  readonly draftId: string
  readonly deed: DraftDeed
  /** Of the text that stood on the page: what changed since is not sent or approved unseen. */
  readonly filesHash: string
  readonly reason: string | null
}

/** Sends a draft to review, takes it back, asks for changes, approves it, or retires what was published. */
export async function moveDraft(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId, deed, filesHash, reason }: Input,
): Promise<Result<{ readonly practiceId: PracticeId }, MoveDraftRefusal>> {
  const post = membershipWithAny(actor, wanted, capabilitiesFor[deed])
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId } = post
  await lockDraft(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  if (draft.filesHash !== filesHash) return refuse('draft-changed')
  if (!canBeDone(draft, deed)) return refuse('draft-moved')
  if (deed === 'changes-asked' && reason === null) return refuse('reason-missing')
  const allowed = deed === 'approved' ? await approval(tx, post, draft, reason, now) : ok({ isSolo: false })
  if (!allowed.ok) return allowed
  const { isSolo } = allowed.value
  const event = { kind: deed, by: staffMemberId, reason, filesHash, details: isSolo ? { isSolo } : {} }
  await insertDraftEvent(tx, practiceId, draftId, event, now)
  const said = { kind: 'draft-moved', draftId, deed, filesHash, isSolo } as const
  const deeds = [said, ...(deed === 'retired' ? await shownNoLonger(tx, practiceId, draft, now) : [])]
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, deeds))
  return ok({ practiceId })
}

/** What is not good any more here is not good in the practice's network. */
async function shownNoLonger(
  tx: Tx,
  practiceId: PracticeId,
  { id: draftId, key }: DraftRecord,
  now: Instant,
) {
  const versions = await withdrawNetworkOffers(tx, practiceId, key, now)
  return versions > 0 ? [{ kind: 'network-offer-withdrawn', draftId, versions } as const] : []
}

/** A module is retired by its newest version. */
const canBeDone = ({ events, filesHash, isReplaced }: DraftRecord, deed: DraftDeed) =>
  canFollow(draftState(events, filesHash), deed) && !(deed === 'retired' && isReplaced)

async function approval(
  tx: Tx,
  { practiceId, staffMemberId, timeZone }: Membership,
  { authors }: DraftRecord,
  reason: string | null,
  now: Instant,
) {
  const reviewers = await listReviewers(tx, practiceId, localDateAt(now, timeZone))
  return mayApprove(
    staffMemberId,
    authors.map(({ id }) => id),
    reviewers,
    reason,
  )
}
