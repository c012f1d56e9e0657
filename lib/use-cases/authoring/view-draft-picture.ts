import type { Context } from '#lib/context'
import { findDraftPicture } from '#lib/data/draft-media'
import { membershipWithAny } from '#lib/domain/access/actor'
import { type Picture, pictureTypeOf } from '#lib/domain/curriculum/picture'
import { ok, type Result, refuse } from '#lib/domain/result'

type Input = { readonly practiceId: string; readonly draftId: string; readonly name: string }

/** A picture of a draft, for whoever writes or reviews at its practice. */
export async function viewDraftPicture(
  { tx, actor }: Context,
  { practiceId, draftId, name }: Input,
): Promise<Result<Picture, 'not-found'>> {
  const post = membershipWithAny(actor, practiceId, ['author', 'review'])
  const bytes = post && (await findDraftPicture(tx, post.practiceId, draftId, name))
  const contentType = bytes && pictureTypeOf(bytes)
  return contentType ? ok({ name, contentType, bytes }) : refuse('not-found')
}
