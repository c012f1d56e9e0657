import type { Context } from '#lib/context'
import { lockDraft } from '#lib/data/draft'
import { findMediaFrame, saveDraftPicture } from '#lib/data/draft-media'
import { membershipWith } from '#lib/domain/access/actor'
import { picturesShownIn } from '#lib/domain/authoring/picture-place'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RemovePictureRefusal = 'not-found' | 'draft-published' | 'picture-in-use'

type Input = { readonly practiceId: string; readonly draftId: string; readonly pictureName: string }

/** Takes a picture out of a draft, unless a lesson shows it. One that is gone already is gone. */
export async function removePicture(
  { tx, actor, now }: Context,
  { practiceId: wanted, draftId, pictureName: name }: Input,
): Promise<Result<null, RemovePictureRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId } = post
  await lockDraft(tx, practiceId, draftId)
  const frame = await findMediaFrame(tx, practiceId, draftId)
  if (!frame) return refuse('not-found')
  if (!frame.isOpen) return refuse('draft-published')
  if (!frame.pictures.some((picture) => picture.name === name)) return ok(null)
  if (frame.texts.some(({ text }) => picturesShownIn(text).includes(name))) return refuse('picture-in-use')
  const change = { number: frame.number, name, bytes: null }
  await saveDraftPicture(tx, practiceId, draftId, change, staffMemberId, now)
  return ok(null)
}
