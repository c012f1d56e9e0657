import { chainEntries } from '#lib/audit/chain-entries'
import { type FoundBlock, findBlock } from '#lib/content/authoring/find-block'
import { reviewDocument } from '#lib/content/authoring/review-document'
import type { Context, OutsideContext, VisitorContext } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findDraft } from '#lib/data/authored'
import { listDraftFiles, lockDraft } from '#lib/data/draft'
import { type CommentWriter, insertDraftComment, listDraftComments } from '#lib/data/draft-comment'
import { listRegisterIds } from '#lib/data/draft-lesson'
import { enterPractice } from '#lib/data/scope'
import { membershipWithAny } from '#lib/domain/access/actor'
import { belongsToVersion } from '#lib/domain/authoring/draft-path'
import { draftState, isFrozen } from '#lib/domain/authoring/draft-state'
import { commentThreads } from '#lib/domain/authoring/review/comment-threads'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type CommentRefusal = 'not-found' | 'draft-published' | 'block-changed' | 'comments-full'

type Wanted = {
  /** The key of the block. */
  readonly block: string
  readonly text: string
  /** The number of the comment that is answered; null for one that begins. */
  readonly thread: number | null
}
type OfDraft = { readonly practiceId: string; readonly draftId: string }

type Sought = Pick<Wanted, 'block' | 'thread'>
/** What is looked for outside of any transaction, since lessons may have to be drawn for it. */
type Search = () => Promise<FoundBlock | undefined>

/** Finds what a comment that begins is about. */
export async function seekBlock(
  { tx, actor }: Context,
  { practiceId: asked, draftId, ...sought }: Sought & OfDraft,
): Promise<Result<Search, 'not-found'>> {
  const post = membershipWithAny(actor, asked, ['author', 'review'])
  if (!post) return refuse('not-found')
  return await seek(tx, { practiceId: post.practiceId, draftId, owner: post.staffMemberId }, sought)
}

/** The same for a reader from outside. */
export async function seekBlockFromOutside(
  { tx, reader: { practiceId, draftId, reviewerId: owner } }: OutsideContext,
  sought: Sought,
): Promise<Result<Search, 'not-found'>> {
  return await seek(tx, { practiceId, draftId, owner }, sought)
}

/**
 * Says something about a block of a draft, or answers what was said about it. Nothing that was written is ever changed. `found`:
 * the block as it was read for this comment, where it begins one.
 */
export async function commentOnDraft(
  { tx, now, actor }: Context,
  { practiceId: asked, draftId, ...wanted }: Wanted & OfDraft,
  found: FoundBlock | undefined,
): Promise<Result<null, CommentRefusal>> {
  const post = membershipWithAny(actor, asked, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId: id, name } = post
  return await add(tx, { practiceId, draftId, by: { kind: 'staff', id, name }, now }, wanted, found)
}

/** The same from outside, under the name of the invitation, and on record. */
export async function commentFromOutside(
  { tx, now, reader: { practiceId, draftId, reviewerId, name } }: OutsideContext,
  wanted: Wanted,
  found: FoundBlock | undefined,
): Promise<Result<null, CommentRefusal>> {
  const by = { kind: 'outside', id: reviewerId, name } as const
  const added = await add(tx, { practiceId, draftId, by, now }, wanted, found)
  if (!added.ok) return added
  // The chain is the practice's: only its last link is read, and nothing comes after it.
  await enterPractice(tx, practiceId)
  const deed = { kind: 'outside-comment-written', draftId, reviewerId } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: null, recordedAt: now }, [deed]))
  return added
}

type Tx = VisitorContext['tx']
type Place = {
  readonly practiceId: PracticeId
  readonly draftId: string
  readonly by: CommentWriter
  readonly now: Instant
}

async function add(
  tx: Tx,
  { practiceId, draftId, by, now }: Place,
  { block, text, thread }: Wanted,
  found: FoundBlock | undefined,
): Promise<Result<null, CommentRefusal>> {
  await lockDraft(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  if (isFrozen(draftState(draft.events, draft.filesHash))) return refuse('draft-published')
  const about = thread === null ? found : await blockOf(tx, practiceId, draftId, { block, thread })
  if (!about) return refuse(thread === null ? 'block-changed' : 'not-found')
  const kind = thread === null ? 'comment' : 'answer'
  const comment = {
    kind,
    thread,
    place: about.place,
    blockKey: block,
    aboutText: about.text,
    text,
    by,
  } as const
  return (await insertDraftComment(tx, practiceId, draftId, comment, now))
    ? ok(null)
    : refuse('comments-full')
}

type Owned = { readonly practiceId: PracticeId; readonly draftId: string; readonly owner: string }

async function seek(
  tx: Tx,
  { practiceId, draftId, owner }: Owned,
  { block, thread }: Sought,
): Promise<Result<Search, 'not-found'>> {
  if (thread !== null) return ok(async () => undefined)
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  const files = await listDraftFiles(tx, practiceId, draftId)
  const own = files.filter(({ path }) => belongsToVersion(path, draft.number))
  const document = reviewDocument(own, draft.number)
  const { objectives, media } = document
  const registers = { ...(await listRegisterIds(tx)), objectives: [...objectives], media: [...media] }
  return ok(() => findBlock(document, block, registers, owner))
}

/** What the comment that is answered was about; undefined where there is none of this number on the block. */
async function blockOf(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
  { block, thread }: { readonly block: string; readonly thread: number },
) {
  const threads = commentThreads(await listDraftComments(tx, practiceId, draftId))
  const found = threads.find(({ number, blockKey }) => number === thread && blockKey === block)
  return found && { place: found.place, text: found.aboutText }
}
