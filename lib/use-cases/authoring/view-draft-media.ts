import { readModuleFacts } from '#lib/content/authoring/module-facts'
import { readOutline } from '#lib/content/authoring/outline'
import type { Context } from '#lib/context'
import { findMediaFrame, type MediaFrame, sizeOfPictures } from '#lib/data/draft-media'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import { picturesShownIn } from '#lib/domain/authoring/picture-place'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

/** A lesson that shows a picture; `address` is its name in addresses. */
export type ShowingLesson = { readonly title: string; readonly address: string }

export type DraftPicture = {
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly lessons: readonly ShowingLesson[]
}

export type DraftMediaView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  readonly title: string
  /** Of the version. */
  readonly number: number
  /** Whether the actor may change it now. */
  readonly isEditable: boolean
  readonly pictures: readonly DraftPicture[]
  /** Of all pictures of the practice. */
  readonly usedBytes: number
  readonly quotaBytes: number
}

/** The pictures of a draft, and which lesson shows them. */
export async function viewDraftMedia(
  { tx, actor, settings }: Context,
  { practiceId: wanted, draftId }: { readonly practiceId: string; readonly draftId: string },
): Promise<Result<DraftMediaView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  const frame = post && (await findMediaFrame(tx, post.practiceId, draftId))
  if (!post || !frame) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const about = frame.texts.find(({ path }) => path === 'module.yaml')
  return ok({
    practiceId,
    practiceName,
    capabilities,
    draftId,
    title: (about && readModuleFacts(about.text)?.title) || frame.slug,
    number: frame.number,
    isEditable: frame.isOpen && capabilities.includes('author'),
    pictures: picturesOf(frame),
    usedBytes: await sizeOfPictures(tx, practiceId),
    quotaBytes: settings.pictureQuotaBytes,
  })
}

const lessonFile = /^v\d+\/(?:(en|es)\/)?lessons\/([^/]+)\.mdx$/

function picturesOf({ pictures, texts, number }: MediaFrame): readonly DraftPicture[] {
  const outline = readOutline(texts.find(({ path }) => path === `v${number}/version.yaml`)?.text ?? '')
  const titleOf = (stem: string) =>
    outline?.lessons.find(({ file }) => file === `lessons/${stem}.mdx`)?.title || stem
  const lessons = texts.flatMap(({ path, text }) => {
    const [, language, stem] = lessonFile.exec(path) ?? []
    if (stem === undefined) return []
    const [mark, end] = language === undefined ? ['', ''] : [` (${language})`, `.${language}`]
    return [{ title: `${titleOf(stem)}${mark}`, address: `${stem}${end}`, shown: picturesShownIn(text) }]
  })
  return pictures.map((picture) => ({
    ...picture,
    lessons: lessons.flatMap(({ shown, ...lesson }) => (shown.includes(picture.name) ? [lesson] : [])),
  }))
}
