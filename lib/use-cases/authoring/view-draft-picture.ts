import type { Context, OutsideContext } from '#lib/context'
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
  return pictureOf(name, post && (await findDraftPicture(tx, post.practiceId, draftId, name)))
}

/** The same for somebody from outside. */
export async function viewPictureFromOutside(
  { tx, reader: { practiceId, draftId } }: OutsideContext,
  name: string,
): Promise<Result<Picture, 'not-found'>> {
  return pictureOf(name, await findDraftPicture(tx, practiceId, draftId, name))
}

function pictureOf(name: string, bytes: Picture['bytes'] | undefined): Result<Picture, 'not-found'> {
  const contentType = bytes && pictureTypeOf(bytes)
  return contentType ? ok({ name, contentType, bytes }) : refuse('not-found')
}
