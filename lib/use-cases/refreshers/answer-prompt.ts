import type { Context } from '#lib/context'
import { findRefresher, insertRefresherAnswer, type StoredPrompt } from '#lib/data/refresher'
import { postsOf } from '#lib/domain/access/actor'
import { type GivenAnswers, readAnswers, unanswered } from '#lib/domain/curriculum/attempt-answers'
import type { RefresherId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type AnswerPromptRefusal =
  | 'not-found'
  | 'answers-foreign'
  | 'answer-missing'
  | 'answered-otherwise'
  | 'review-rests'

type Input = {
  readonly refresherId: RefresherId
  /** The question that the page showed, from 1. */
  readonly place: number
  readonly answers: GivenAnswers
}
type Answered = { readonly refresherId: RefresherId; readonly place: number }

/**
 * Answers one question of a refresher. It stands as it was given first, since the page then tells what is right: the same
 * again is answered as the first time. It changes no status and leaves no mark that anybody else can read.
 */
export async function answerPrompt(
  { tx, actor, now, language }: Context,
  { refresherId, place, answers }: Input,
): Promise<Result<Answered, AnswerPromptRefusal>> {
  const find = () => findRefresher(tx, postsOf(actor), refresherId, language)
  const refresher = await find()
  const prompt = refresher?.prompts[place - 1]
  if (!refresher || !prompt) return refuse('not-found')
  if (refresher.isSitting) return refuse('review-rests')
  const drawn = [asDrawn(prompt)]
  const read = readAnswers(drawn, answers)
  if (!read.ok) return read
  if (unanswered(drawn, read.value).length > 0) return refuse('answer-missing')
  const optionIds = read.value.get(prompt.itemId) ?? []
  const answered = { place, optionIds, language: prompt.language }
  if (await insertRefresherAnswer(tx, actor.personId, refresher, answered, now))
    return ok({ refresherId, place })
  const stands = (await find())?.prompts[place - 1]?.chosen
  const isSame = JSON.stringify(stands) === JSON.stringify(optionIds)
  return isSame ? ok({ refresherId, place }) : refuse('answered-otherwise')
}

const asDrawn = ({ itemId, kind, prompts, options }: StoredPrompt) => ({
  itemId,
  kind,
  promptIds: prompts.map(({ id }) => id),
  optionIds: options.map(({ id }) => id),
})
