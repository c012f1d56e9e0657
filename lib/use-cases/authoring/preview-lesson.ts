import { languageOf, objectivesOf } from '#lib/content/draft-lesson'
import type { LessonProblem } from '#lib/content/lesson/problem'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import { sharedPool } from '#lib/content/lesson/shared-pool'
import type { Context } from '#lib/context'
import { findLessonFrame, listRegisterIds } from '#lib/data/draft-lesson'
import { membershipWithAny } from '#lib/domain/access/actor'
import type { LessonPlace } from '#lib/domain/authoring/draft-path'
import type { LessonFigures } from '#lib/domain/curriculum/lesson-figures'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

type Input = {
  readonly practiceId: string
  readonly draftId: string
  readonly lesson: LessonPlace
  readonly source: string
}

/** What a preview needs of the database: it is made after the transaction, since a worker may take two seconds for it. */
export type LessonToPreview = {
  readonly owner: string
  readonly source: string
  readonly registers: LessonRegisters
  readonly language: Language
}

/** What the text in an editor would become, and what is wrong with it. Nothing is written. */
export type LessonPreviewed = {
  /** Null while there are problems. */
  readonly lesson: { readonly tree: LessonTree; readonly figures: LessonFigures } | null
  readonly problems: readonly LessonProblem[]
  readonly advice: readonly LessonProblem[]
  /** The last text is still being read: ask again. */
  readonly isBusy: boolean
}

/** Who may see it, and the ids that its text may name. */
export async function prepareLessonPreview(
  { tx, actor }: Context,
  { practiceId: wanted, draftId, lesson, source }: Input,
): Promise<Result<LessonToPreview, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  const frame = post && (await findLessonFrame(tx, post.practiceId, draftId))
  if (!post || !frame) return refuse('not-found')
  const registers = {
    ...(await listRegisterIds(tx)),
    objectives: objectivesOf(frame.moduleFile).map(({ id }) => id),
    media: frame.media,
  }
  return ok({
    owner: post.staffMemberId,
    source,
    registers,
    language: lesson.translation ?? languageOf(frame.versionFile),
  })
}

/** By the same steps as publication: check, compile in a worker that may be killed, tree. Outside of any transaction. */
export async function previewLesson({
  owner,
  source,
  registers,
  language,
}: LessonToPreview): Promise<LessonPreviewed> {
  const nothing = { lesson: null, problems: [], advice: [], isBusy: false }
  if (source.trim() === '') return nothing
  const done = await sharedPool().run(owner, (compiler) => compiler.preview(source, registers, language))
  if (!done.ok) return { ...nothing, isBusy: true }
  if (!done.value.ok) return { ...nothing, problems: done.value.refusal }
  const { lesson, figures, advice } = done.value.value
  return { ...nothing, lesson: { tree: lesson.tree, figures }, advice }
}
