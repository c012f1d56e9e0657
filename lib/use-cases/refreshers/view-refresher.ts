import type { Context } from '#lib/context'
import type { Tx } from '#lib/data/database'
import { findQuizForScoring, findRationales, type Rationales } from '#lib/data/find-quiz-for-scoring'
import { findRefresher, type StoredPrompt } from '#lib/data/refresher'
import { postsOf } from '#lib/domain/access/actor'
import { type ReviewedAnswer, reviewedAnswer } from '#lib/domain/curriculum/reviewed-answer'
import { type Quiz, type QuizItem, scoreAttempt } from '#lib/domain/curriculum/score-attempt'
import type { RefresherId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

type AnsweredPrompt = StoredPrompt & { readonly chosen: readonly string[] }

/** A prompt that was answered, with what is right about it and why. */
export type ReviewedPrompt = Pick<StoredPrompt, 'place' | 'stem' | 'vignette' | 'language'> & {
  readonly isRight: boolean
  readonly answer: ReviewedAnswer
}

export type RefresherView = {
  readonly refresherId: RefresherId
  readonly count: number
  /** While a quiz on one of the modules is open, the review rests: neither answers nor a question are shown. */
  readonly isResting: boolean
  /** In the order in which they are asked. */
  readonly reviewed: readonly ReviewedPrompt[]
  /** The one to be answered now; null where all are. */
  readonly next: StoredPrompt | null
}

/**
 * A refresher of the actor's own: what was answered with its key, and the next question without. Keys are read of answered
 * prompts only. Nothing is written by looking.
 */
export async function viewRefresher(
  { tx, actor, language }: Context,
  { refresherId }: { refresherId: RefresherId },
): Promise<Result<RefresherView, 'not-found'>> {
  const refresher = await findRefresher(tx, postsOf(actor), refresherId, language)
  if (!refresher) return refuse('not-found')
  const { prompts, isSitting: isResting } = refresher
  const count = prompts.length
  if (isResting) return ok({ refresherId, count, isResting, reviewed: [], next: null })
  const answered = prompts.filter((prompt): prompt is AnsweredPrompt => prompt.chosen !== null)
  const reviewed: ReviewedPrompt[] = []
  for (const group of byVersion(answered)) reviewed.push(...(await reviewOf(tx, group, language)))
  return ok({
    refresherId,
    count,
    isResting,
    reviewed: reviewed.toSorted((a, b) => a.place - b.place),
    next: prompts.find(({ chosen }) => chosen === null) ?? null,
  })
}

const byVersion = (prompts: readonly AnsweredPrompt[]) =>
  Map.groupBy(prompts, ({ keyVersionId }) => keyVersionId).values()

async function reviewOf(
  tx: Tx,
  prompts: readonly AnsweredPrompt[],
  language: Language,
): Promise<readonly ReviewedPrompt[]> {
  const [first] = prompts
  invariant(first, 'a group has a member')
  const itemIds = prompts.map(({ itemId }) => itemId)
  const quiz = await findQuizForScoring(tx, first.keyVersionId, itemIds)
  const rationales = await findRationales(tx, first.keyVersionId, itemIds, language)
  return prompts.map((prompt) => {
    const item = quiz.items.find(({ id }) => id === prompt.itemId)
    invariant(item, 'every prompt has a key')
    return reviewedPrompt(prompt, quiz, item, rationales.get(item.id) ?? {})
  })
}

function reviewedPrompt(
  prompt: AnsweredPrompt,
  quiz: Quiz,
  item: QuizItem,
  rationales: Rationales,
): ReviewedPrompt {
  const { place, stem, vignette, language, chosen, itemId } = prompt
  // By the one rule that scores.
  const { correct } = scoreAttempt({ ...quiz, items: [item] }, new Map([[itemId, chosen]]))
  const answer = reviewedAnswer({ ...prompt, correctOptionIds: item.correctOptionIds, rationales })
  return { place, stem, vignette, language, isRight: correct === 1, answer }
}
