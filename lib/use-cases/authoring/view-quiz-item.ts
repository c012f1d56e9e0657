import { type DraftItem, emptyForm } from '#lib/content/authoring/quiz-draft'
import { type QuizOfDraft, quizOfDraft } from '#lib/content/authoring/quiz-of-draft'
import type { Context } from '#lib/context'
import { listRegisterEntries } from '#lib/data/library'
import { findQuizFrame } from '#lib/data/quiz-draft'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import type { ItemForm } from '#lib/domain/authoring/item-form'
import type { ItemKind } from '#lib/domain/curriculum/item-kind'
import type { Vignette } from '#lib/domain/curriculum/module'
import type { Source } from '#lib/domain/curriculum/reference'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type SourceChoice = { readonly id: string; readonly citation: string; readonly isOfLessons: boolean }

export type QuizItemView = Omit<QuizOfDraft, 'quiz'> & {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  /** Whether the actor may change it now. */
  readonly isEditable: boolean
  /** Null for one that is begun, or that somebody removed meanwhile. */
  readonly item: DraftItem | null
  readonly form: ItemForm
  readonly vignettes: readonly Vignette[]
  /** Those that the lessons name come first. */
  readonly sources: readonly SourceChoice[]
}

/**
 * One item of a draft's bank, or an empty one of a kind. Where the item is gone, a form that waits to be shown again is shown
 * as a new one, so that nothing typed is lost.
 */
export async function viewQuizItem(
  { tx, actor }: Context,
  { practiceId: asked, draftId }: { readonly practiceId: string; readonly draftId: string },
  wanted: Wanted,
): Promise<Result<QuizItemView, 'not-found'>> {
  const post = membershipWithAny(actor, asked, ['author', 'review'])
  const frame = post && (await findQuizFrame(tx, post.practiceId, draftId))
  if (!post || !frame) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const isEditable = frame.isOpen && capabilities.includes('author')
  const { quiz, ...of } = quizOfDraft(frame.texts, frame.slug)
  const found = quiz && formOf(quiz.items, wanted)
  if (!found || (found.item === null && !isEditable)) return refuse('not-found')
  return ok({
    ...of,
    ...found,
    practiceId,
    practiceName,
    capabilities,
    draftId,
    isEditable,
    vignettes: quiz.vignettes,
    sources: await sourceChoices(tx, of.facts.lessonSources),
  })
}

type Wanted = { readonly itemId: string | null; readonly kind: ItemKind | undefined }

function formOf(items: readonly DraftItem[], { itemId, kind }: Wanted) {
  const item = items.find(({ id }) => id === itemId)
  if (item) return { item, form: item.form }
  return kind && { item: null, form: emptyForm(kind) }
}

async function sourceChoices(
  tx: Context['tx'],
  ofLessons: readonly string[],
): Promise<readonly SourceChoice[]> {
  const sources = await listRegisterEntries<Source>(tx, 'sources')
  return sources
    .map(({ id, citation }) => ({ id, citation, isOfLessons: ofLessons.includes(id) }))
    .toSorted((a, b) => Number(b.isOfLessons) - Number(a.isOfLessons))
}
