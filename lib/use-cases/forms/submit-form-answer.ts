import type { Context } from '#lib/context'
import { findQuizForScoring } from '#lib/data/find-quiz-for-scoring'
import { findForm, insertAnswer, type StoredForm } from '#lib/data/track-form'
import { postsOf } from '#lib/domain/access/actor'
import { type GivenAnswers, readAnswers, unanswered } from '#lib/domain/curriculum/attempt-answers'
import { scoreAttempt } from '#lib/domain/curriculum/score-attempt'
import type { FormId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type SubmitFormAnswerRefusal =
  | 'not-found'
  | 'answers-foreign'
  | 'question-unanswered'
  | 'form-answered-otherwise'
  | 'form-over'

type Input = {
  readonly formId: FormId
  /** The question that the page showed, from 1. */
  readonly number: number
  readonly answers: GivenAnswers
  /** Instead of an answer. */
  readonly isUnknown: boolean
}

/**
 * Answers the next question of a form, scored as in a quiz. Said again it is answered as the first time, and another answer
 * to the same question is refused: what was answered stands. Nothing that counts follows from it.
 */
export async function submitFormAnswer(
  context: Context,
  input: Input,
): Promise<Result<{ formId: FormId; isLast: boolean }, SubmitFormAnswerRefusal>> {
  const { tx, actor, now, language } = context
  const { formId, number, isUnknown } = input
  const find = () => findForm(tx, postsOf(actor), formId, language)
  const form = await find()
  const item = form?.items[number - 1]
  if (!form || !item) return refuse('not-found')
  const answers = readAnswers([item], isUnknown ? {} : input.answers)
  if (!answers.ok) return answers
  const optionIds = answers.value.get(item.itemId) ?? []
  if (number <= form.answers.length) return repeated(form, number, optionIds)
  const refusal = refusalOf(form, number, !isUnknown && unanswered([item], answers.value).length > 0)
  if (refusal) return refuse(refusal)
  const quiz = await findQuizForScoring(tx, item.moduleVersionId, [item.itemId])
  const isRight = scoreAttempt(quiz, answers.value).correct === 1
  const answer = { ...item, optionIds, isRight, number, language }
  const isWritten = await insertAnswer(tx, actor.personId, form, answer, now)
  return isWritten
    ? ok({ formId, isLast: number === form.items.length })
    : repeated((await find()) ?? form, number, optionIds)
}

function refusalOf({ answers, isOver }: StoredForm, number: number, isHole: boolean) {
  // Nobody was shown a question that is still to come.
  if (number > answers.length + 1) return 'not-found'
  if (isOver) return 'form-over'
  return isHole ? 'question-unanswered' : undefined
}

function repeated({ id: formId, items, answers }: StoredForm, number: number, optionIds: readonly string[]) {
  const isSame = JSON.stringify(answers[number - 1]?.optionIds) === JSON.stringify(optionIds)
  return isSame ? ok({ formId, isLast: answers.length === items.length }) : refuse('form-answered-otherwise')
}
