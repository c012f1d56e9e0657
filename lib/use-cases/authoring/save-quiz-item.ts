import { readDraftQuiz, readModuleHead } from '#lib/content/authoring/quiz-draft'
import {
  type QuizEditRefusal,
  withItemAdded,
  withItemMoved,
  withItemRemoved,
  withItemSaved,
} from '#lib/content/authoring/quiz-edits'
import { phoneNumberAt } from '#lib/content/lesson/phone-text'
import type { Context } from '#lib/context'
import { findRegisterEntry } from '#lib/data/library'
import { type ChangeQuizRefusal, changeQuizFile, type QuizFrame, type QuizTexts } from '#lib/data/quiz-draft'
import { membershipWith } from '#lib/domain/access/actor'
import { type ItemForm, keyOf, usedOptions, usedPrompts } from '#lib/domain/authoring/item-form'
import type { Source } from '#lib/domain/curriculum/reference'
import { hiddenCharacter } from '#lib/domain/curriculum/source/hidden-characters'
import { ok, type Result, refuse } from '#lib/domain/result'

type NamedRefusal =
  | 'quiz-objective-unknown'
  | 'quiz-source-unknown'
  | 'quiz-vignette-unknown'
  | 'quiz-item-phone'
  | 'quiz-item-hidden-sign'

export type SaveQuizItemRefusal =
  | ChangeQuizRefusal
  | QuizEditRefusal
  | NamedRefusal
  | 'quiz-kind-changed'
  | 'quiz-key-change-unconfirmed'

type Place = { readonly practiceId: string; readonly draftId: string }
type Edited = Result<{ readonly text: string }, SaveQuizItemRefusal>
type Saved = Promise<Result<{ readonly text: string }, SaveQuizItemRefusal>>

/** Changes the newest text of the quiz, for whoever may write at the practice. */
async function changed(
  { tx, actor, now }: Context,
  { practiceId: wanted, draftId }: Place,
  change: (frame: QuizFrame) => Promise<Edited>,
): Saved {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const place = { practiceId: post.practiceId, draftId, file: 'quiz' } as const
  return changeQuizFile(tx, place, change, post.staffMemberId, now)
}

const asText = (edited: Result<string, QuizEditRefusal>): Edited =>
  edited.ok ? ok({ text: edited.value }) : edited

/** What a form cannot know: whether what it names exists, and what no text of an item may hold. */
async function namedRefusal(
  { tx }: Context,
  form: ItemForm,
  texts: QuizTexts,
): Promise<NamedRefusal | undefined> {
  const parts = [...usedOptions(form), ...usedPrompts(form)]
  const words = [form.stem, ...parts.flatMap(({ text, rationale }) => [text, rationale])]
  if (words.some((text) => phoneNumberAt(text) !== undefined)) return 'quiz-item-phone'
  if (words.some(hiddenCharacter)) return 'quiz-item-hidden-sign'
  const { objectives } = readModuleHead(texts.module)
  if (!objectives.some(({ id }) => id === form.objective)) return 'quiz-objective-unknown'
  const vignettes = readDraftQuiz(texts.quiz)?.vignettes ?? []
  if (form.vignette !== '' && !vignettes.some(({ id }) => id === form.vignette))
    return 'quiz-vignette-unknown'
  const source = await findRegisterEntry<Source>(tx, 'sources', form.source)
  return source ? undefined : 'quiz-source-unknown'
}

/** Adds an item to a draft's bank, under the next free id. */
export function addQuizItem(context: Context, input: Place & { readonly form: ItemForm }): Saved {
  const { form } = input
  return changed(context, input, async ({ texts, slug }) => {
    const refused = await namedRefusal(context, form, texts)
    return refused ? refuse(refused) : withItemAdded(texts.quiz, slug, form)
  })
}

type Read = Place & {
  readonly itemId: string
  /** Of the item as the page read it. */
  readonly mark: string
}
type SaveInput = Read & {
  /** Another right answer than the one in the file is meant. */
  readonly isKeyChangeMeant: boolean
  readonly form: ItemForm
}

/** Changes an item of a draft's bank, unless somebody else changed the same one since it was read. */
export function saveQuizItem(context: Context, input: SaveInput): Saved {
  const { itemId: id, mark, form } = input
  return changed(context, input, async ({ texts }) => {
    const before = readDraftQuiz(texts.quiz)?.items.find((item) => item.id === id)?.form
    if (before && before.kind !== form.kind) return refuse('quiz-kind-changed')
    const refused = await namedRefusal(context, form, texts)
    if (refused) return refuse(refused)
    const saved = withItemSaved(texts.quiz, { id, mark }, form)
    const isKeyChanged = before !== undefined && keyOf(before) !== keyOf(form)
    if (saved.ok && isKeyChanged && !input.isKeyChangeMeant) return refuse('quiz-key-change-unconfirmed')
    return asText(saved)
  })
}

/** Takes an item out of a draft's bank, if it still stands as the page showed it. */
export function removeQuizItem(context: Context, input: Read): Saved {
  const { itemId: id, mark } = input
  return changed(context, input, async ({ texts }) => asText(withItemRemoved(texts.quiz, { id, mark })))
}

/** Moves an item past the one above or below it that belongs to the same objective. */
export function moveQuizItem(
  context: Context,
  input: Place & { readonly itemId: string; readonly move: 'up' | 'down' },
): Saved {
  const { itemId, move } = input
  return changed(context, input, async ({ texts }) => asText(withItemMoved(texts.quiz, itemId, move)))
}
