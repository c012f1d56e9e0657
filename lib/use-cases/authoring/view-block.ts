import { findBlock } from '#lib/content/authoring/find-block'
import { reviewDocument } from '#lib/content/authoring/review-document'
import type { Context, OutsideContext, VisitorContext } from '#lib/context'
import { findDraft } from '#lib/data/authored'
import { listDraftFiles } from '#lib/data/draft'
import { listDraftComments } from '#lib/data/draft-comment'
import { listRegisterIds } from '#lib/data/draft-lesson'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import { belongsToVersion } from '#lib/domain/authoring/draft-path'
import { draftState, isFrozen } from '#lib/domain/authoring/draft-state'
import { type CommentThread, commentThreads } from '#lib/domain/authoring/review/comment-threads'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

type BlockView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly draftId: string
  readonly capabilities: readonly Capability[]
  readonly timeZone: string
  readonly language: Language
  /** What it says; of a block whose text has changed what it said. */
  readonly text: string
  /** Whether the draft still says so. */
  readonly isNow: boolean
  readonly threads: readonly CommentThread[]
  readonly mayComment: boolean
}

type Wanted = {
  readonly block: string
  /** A refused form waits to be shown: what was typed is shown even where the block is gone. */
  readonly isReturned: boolean
}

/** A block of a draft with what was said about it, for somebody of the practice. */
export async function viewBlock(
  { tx, actor }: Context,
  {
    practiceId: asked,
    draftId,
    ...wanted
  }: Wanted & { readonly practiceId: string; readonly draftId: string },
): Promise<Result<BlockView, 'not-found'>> {
  const post = membershipWithAny(actor, asked, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone, staffMemberId } = post
  const found = await read(tx, { practiceId, draftId, owner: staffMemberId }, wanted)
  return found ? ok({ ...found, practiceName, capabilities, timeZone }) : refuse('not-found')
}

/** The same for somebody from outside. */
export async function viewBlockFromOutside(
  { tx, reader: { practiceId, practiceName, timeZone, draftId, reviewerId } }: OutsideContext,
  wanted: Wanted,
): Promise<Result<BlockView, 'not-found'>> {
  const found = await read(tx, { practiceId, draftId, owner: reviewerId }, wanted)
  return found ? ok({ ...found, practiceName, capabilities: [], timeZone }) : refuse('not-found')
}

type Place = { readonly practiceId: PracticeId; readonly draftId: string; readonly owner: string }

async function read(
  tx: VisitorContext['tx'],
  { practiceId, draftId, owner }: Place,
  { block, isReturned }: Wanted,
) {
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return undefined
  const files = await listDraftFiles(tx, practiceId, draftId)
  const own = files.filter(({ path }) => belongsToVersion(path, draft.number))
  const document = reviewDocument(own, draft.number)
  const { objectives, media, language } = document
  const registers = { ...(await listRegisterIds(tx)), objectives: [...objectives], media: [...media] }
  const all = commentThreads(await listDraftComments(tx, practiceId, draftId))
  const threads = all.filter(({ blockKey }) => blockKey === block)
  const now = await findBlock(document, block, registers, owner)
  const text = now?.text ?? threads[0]?.aboutText ?? (isReturned ? '' : undefined)
  if (text === undefined) return undefined
  const mayComment = !isFrozen(draftState(draft.events, draft.filesHash))
  return { practiceId, draftId, language, text, isNow: now !== undefined, threads, mayComment }
}
