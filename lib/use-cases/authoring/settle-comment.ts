import type { Context } from '#lib/context'
import { findDraft } from '#lib/data/authored'
import { lockDraft } from '#lib/data/draft'
import { insertDraftComment, listDraftComments } from '#lib/data/draft-comment'
import { membershipWithAny } from '#lib/domain/access/actor'
import { draftState, isFrozen } from '#lib/domain/authoring/draft-state'
import { commentThreads } from '#lib/domain/authoring/review/comment-threads'
import { ok, type Result, refuse } from '#lib/domain/result'

export type SettleCommentRefusal = 'not-found' | 'draft-published' | 'comments-full'

type Wanted = {
  readonly practiceId: string
  readonly draftId: string
  readonly block: string
  readonly thread: number
  readonly isSettled: boolean
}

/** Settles a comment, or opens it again. What stands so already stays as it is. */
export async function settleComment(
  { tx, now, actor }: Context,
  { practiceId: asked, draftId, block, thread, isSettled }: Wanted,
): Promise<Result<null, SettleCommentRefusal>> {
  const post = membershipWithAny(actor, asked, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId, name } = post
  await lockDraft(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  const threads = draft ? commentThreads(await listDraftComments(tx, practiceId, draftId)) : []
  const found = threads.find(({ number, blockKey }) => number === thread && blockKey === block)
  if (!draft || !found) return refuse('not-found')
  if (isFrozen(draftState(draft.events, draft.filesHash))) return refuse('draft-published')
  if (found.isSettled === isSettled) return ok(null)
  const { place, aboutText } = found
  const kind = isSettled ? 'settled' : 'reopened'
  const by = { kind: 'staff', id: staffMemberId, name } as const
  const row = { kind, thread, place, blockKey: block, aboutText, text: null, by } as const
  return (await insertDraftComment(tx, practiceId, draftId, row, now)) ? ok(null) : refuse('comments-full')
}
