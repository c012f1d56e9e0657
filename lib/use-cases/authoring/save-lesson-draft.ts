import type { Context } from '#lib/context'
import { type DraftFile, findDraftFile, findDraftRevision, lockDraft, saveDraftFile } from '#lib/data/draft'
import { findLessonFrame } from '#lib/data/draft-lesson'
import { membershipWith } from '#lib/domain/access/actor'
import { type LessonPlace, lessonPath, mostBytesOf } from '#lib/domain/authoring/draft-path'
import { withLineEndsOf, withPlainLineEnds } from '#lib/domain/authoring/line-ends'
import { hasConflict, mergedText, mergeTexts } from '#lib/domain/authoring/merge-texts'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { ok, type Result, refuse } from '#lib/domain/result'

type Input = {
  readonly lesson: LessonPlace
  readonly practiceId: string
  readonly draftId: string
  readonly source: string
  /** The revision from which the text was written. */
  readonly revision: number
}

export type SaveLessonDraftRefusal =
  | 'not-found'
  | 'lesson-changed-elsewhere'
  | 'lesson-too-large'
  | 'draft-published'
  | 'draft-full'

/** The lesson as it stands now, with what somebody else wrote meanwhile. */
export type SavedLesson = { readonly revision: number; readonly source: string }

/**
 * Saves the text of a lesson. What somebody else has saved since the page read it stays: both are put together, and only
 * where both changed the same words it is refused, so that the page can show both. Nothing of either is lost.
 */
export async function saveLessonDraft(
  { tx, actor, now }: Context,
  { practiceId: wanted, draftId, lesson, source, revision }: Input,
): Promise<Result<SavedLesson, SaveLessonDraftRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  const frame = post && (await findLessonFrame(tx, post.practiceId, draftId))
  if (!post || !frame) return refuse('not-found')
  if (!frame.isOpen) return refuse('draft-published')
  const { practiceId, staffMemberId } = post
  const place = { practiceId, draftId, path: lessonPath(frame.number, lesson) }
  await lockDraft(tx, practiceId, draftId)
  const current = await findDraftFile(tx, practiceId, draftId, place.path)
  if (!current && (lesson.translation === null || revision > 0)) return refuse('not-found')
  const text = await putTogether(tx, place, current, { revision, source: withPlainLineEnds(source) })
  if (text === undefined) return refuse('lesson-changed-elsewhere')
  if (text === textOf(current?.bytes)) return ok({ revision: current?.revision ?? 0, source: text })
  return write(tx, place, current, text, staffMemberId, now)
}

async function write(
  tx: Context['tx'],
  { practiceId, draftId, path }: Place,
  current: DraftFile | undefined,
  text: string,
  by: StaffMemberId,
  now: Instant,
): Promise<Result<SavedLesson, SaveLessonDraftRefusal>> {
  const bytes = new TextEncoder().encode(withLineEndsOf(rawOf(current?.bytes), text))
  if (bytes.length > mostBytesOf(path)) return refuse('lesson-too-large')
  const change = { path, bytes, base: current?.revision ?? 0 }
  const saved = await saveDraftFile(tx, practiceId, draftId, change, by, now)
  if (saved.kind === 'full') return refuse('draft-full')
  invariant(saved.kind === 'saved', 'a draft that is held stays as it was read')
  return ok({ revision: saved.revision, source: text })
}

const rawOf = (bytes: Uint8Array | null | undefined) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? undefined)
const textOf = (bytes: Uint8Array | null | undefined) => withPlainLineEnds(rawOf(bytes))

type Place = { readonly practiceId: PracticeId; readonly draftId: string; readonly path: string }

/** The text that a page began with; undefined where it is kept no longer. */
async function textAt(tx: Context['tx'], { practiceId, draftId, path }: Place, revision: number) {
  if (revision === 0) return ''
  const bytes = await findDraftRevision(tx, practiceId, draftId, path, revision)
  return bytes === undefined ? undefined : textOf(bytes)
}

/** The page's text with what came between. Undefined where both changed the same words. */
async function putTogether(
  tx: Context['tx'],
  place: Place,
  current: DraftFile | undefined,
  mine: SavedLesson,
): Promise<string | undefined> {
  if (mine.revision === (current?.revision ?? 0)) return mine.source
  const read = await textAt(tx, place, mine.revision)
  if (read === undefined) return undefined
  const pieces = mergeTexts(read, mine.source, textOf(current?.bytes))
  return hasConflict(pieces) ? undefined : mergedText(pieces, 'mine')
}
