import type { Context } from '#lib/context'
import {
  findDraftPicture,
  findMediaFrame,
  lockPictures,
  type MediaFrame,
  saveDraftPicture,
  sizeOfPictures,
} from '#lib/data/draft-media'
import { membershipWith } from '#lib/domain/access/actor'
import { type DrawnPicture, pictureNameFor } from '#lib/domain/authoring/picture-place'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type AddPictureRefusal = 'not-found' | 'draft-published' | 'draft-full' | 'picture-quota-full'

type Input = { readonly practiceId: string; readonly draftId: string; readonly picture: DrawnPicture }

/**
 * Puts a picture beside the lessons of a draft, under the name of its file. The same picture sent twice stands there once;
 * another one of that name gets a number.
 */
export async function addPicture(
  { tx, actor, now, settings }: Context,
  { practiceId: wanted, draftId, picture }: Input,
): Promise<Result<{ readonly name: string }, AddPictureRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId } = post
  await lockPictures(tx, practiceId)
  const frame = await findMediaFrame(tx, practiceId, draftId)
  if (!frame) return refuse('not-found')
  if (!frame.isOpen) return refuse('draft-published')
  const { fileName, contentType, bytes } = picture
  const same = await samePicture(tx, practiceId, draftId, frame, bytes)
  if (same !== undefined) return ok({ name: same })
  if ((await sizeOfPictures(tx, practiceId)) + bytes.length > settings.pictureQuotaBytes)
    return refuse('picture-quota-full')
  const beside = frame.pictures.map(({ name }) => name)
  const name = pictureNameFor(fileName, contentType, beside)
  const change = { number: frame.number, name, bytes }
  const saved = await saveDraftPicture(tx, practiceId, draftId, change, staffMemberId, now)
  // The practice's pictures are held, so that nobody else can have taken the name.
  if (saved.kind === 'saved') return ok({ name })
  return refuse(saved.kind === 'frozen' ? 'draft-published' : 'draft-full')
}

/** The name under which these very bytes stand in the draft already. */
async function samePicture(
  tx: Context['tx'],
  practiceId: PracticeId,
  draftId: string,
  { pictures }: MediaFrame,
  bytes: Uint8Array,
): Promise<string | undefined> {
  for (const { name, size } of pictures) {
    const there = size === bytes.length && (await findDraftPicture(tx, practiceId, draftId, name))
    if (there && Buffer.from(there).equals(bytes)) return name
  }
  return undefined
}
