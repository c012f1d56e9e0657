import * as z from 'zod'
import type { Actor } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'
import type { DrawnPicture } from '#lib/domain/authoring/picture-place'
import { longestPictureName, pictureName } from '#lib/domain/curriculum/picture'
import { drawPicture, mayDrawPictures } from '#lib/use-cases/authoring/draw-picture'
import { madeFile } from '#lib/web/made-file'

export const draftPictureName = z.string().max(longestPictureName).regex(pictureName)

/** A picture as it was drawn again, in the place of the file that was sent. */
export const drawnPicture = z.custom<DrawnPicture>(
  (file) => typeof file === 'object' && file !== null && 'fileName' in file && 'width' in file,
  'picture-missing',
)

export const pictureUpload = {
  field: 'picture',
  maxBytes: 12_000_000,
  tooLarge: 'picture-file-too-large',
  made: madeFile((context, params) => mayDrawPictures(context, params['practiceId'] ?? ''), drawPicture),
} as const

/** Sixty pictures in an hour, the refused ones too: each is drawn again by a process of its own. */
export function pictureThrottles({ actor }: { readonly actor: Actor }): Throttle[] {
  return [{ key: `picture:${actor.personId}`, points: 60, withinSeconds: 3600 }]
}
