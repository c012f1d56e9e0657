import type { Context } from '#lib/context'
import { findDraftFile } from '#lib/data/draft'
import { findLessonFrame, listOthersWriting } from '#lib/data/draft-lesson'
import { membershipWithAny } from '#lib/domain/access/actor'
import { type LessonPlace, lessonPath } from '#lib/domain/authoring/draft-path'
import { withPlainLineEnds } from '#lib/domain/authoring/line-ends'
import { othersSince } from '#lib/domain/authoring/writing-now'
import { ok, type Result, refuse } from '#lib/domain/result'

type Input = {
  readonly lesson: LessonPlace
  readonly practiceId: string
  readonly draftId: string
  /** What the asking page has. */
  readonly revision: number
}

export type LessonChanges = {
  readonly revision: number
  /** Null where the page has it already. */
  readonly source: string | null
  /** Who else has written in it in the last minute. */
  readonly others: readonly string[]
}

/** What others have made of a lesson since a page read it. */
export async function viewLessonChanges(
  { tx, actor, now }: Context,
  { practiceId: wanted, draftId, lesson, revision }: Input,
): Promise<Result<LessonChanges, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  const frame = post && (await findLessonFrame(tx, post.practiceId, draftId))
  if (!post || !frame) return refuse('not-found')
  const { practiceId, staffMemberId } = post
  const path = lessonPath(frame.number, lesson)
  const file = await findDraftFile(tx, practiceId, draftId, path)
  // What somebody removed is not an empty text: the page keeps what it shows.
  if (!file && (lesson.translation === null || revision > 0)) return refuse('not-found')
  const source = withPlainLineEnds(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes))
  const since = othersSince(now)
  return ok({
    revision: file?.revision ?? 0,
    source: (file?.revision ?? 0) === revision ? null : source,
    others: await listOthersWriting(tx, practiceId, { draftId, path }, since, staffMemberId),
  })
}
