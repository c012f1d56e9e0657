import type { PictureRefusal } from '#lib/content/picture/picture-limits'
import { reencodePicture } from '#lib/content/picture/reencode-picture'
import type { Context } from '#lib/context'
import { membershipWith } from '#lib/domain/access/actor'
import type { DrawnPicture } from '#lib/domain/authoring/picture-place'
import { ok, type Result, refuse } from '#lib/domain/result'

export type DrawPictureRefusal = Exclude<PictureRefusal, 'picture-too-large'> | 'picture-file-too-large'

/** Who may have a picture drawn again: it costs a process. */
export async function mayDrawPictures(
  { actor }: Context,
  practiceId: string,
): Promise<Result<null, 'not-found'>> {
  return membershipWith(actor, practiceId, 'author') ? ok(null) : refuse('not-found')
}

/** Draws an uploaded picture again. Outside of every transaction, since it may take seconds. */
export async function drawPicture(file: {
  readonly name: string
  readonly bytes: Uint8Array
}): Promise<Result<DrawnPicture, DrawPictureRefusal>> {
  const drawn = await reencodePicture(file.bytes)
  if (drawn.ok) return ok({ ...drawn.value, fileName: file.name })
  return refuse(drawn.refusal === 'picture-too-large' ? 'picture-file-too-large' : drawn.refusal)
}
