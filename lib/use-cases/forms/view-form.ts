import type { Context } from '#lib/context'
import { type FormQuestion, findFormQuestion } from '#lib/data/form-words'
import { findForm } from '#lib/data/track-form'
import { postsOf } from '#lib/domain/access/actor'
import type { ItemKind } from '#lib/domain/curriculum/item-kind'
import type { AssignmentId, FormId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { ok, type Result, refuse } from '#lib/domain/result'
import type { FormMoment } from '#lib/domain/training/track-forms'

export type FormView =
  | {
      readonly kind: 'open'
      readonly assignmentId: AssignmentId
      readonly trackTitle: string
      readonly moment: FormMoment
      /** From 1. */
      readonly number: number
      readonly outOf: number
      readonly question: FormQuestion & { readonly itemId: string; readonly kind: ItemKind }
    }
  /** Every question is answered; what it shows stands at its own address. */
  | { readonly kind: 'done' }
  /** Its time is over, and it was not answered to the end. */
  | { readonly kind: 'over'; readonly assignmentId: AssignmentId; readonly moment: FormMoment }

/** The next question of a form of the actor's own, on whatever device. Nothing is written by looking. */
export async function viewForm(
  context: Context,
  { formId }: { formId: FormId },
): Promise<Result<FormView, 'not-found'>> {
  const { tx, actor, language } = context
  const form = await findForm(tx, postsOf(actor), formId, language)
  if (!form) return refuse('not-found')
  const { assignmentId, trackTitle, moment, items, answers } = form
  const item = items[answers.length]
  if (!item) return ok({ kind: 'done' })
  if (form.isOver) return ok({ kind: 'over', assignmentId, moment })
  const question = await findFormQuestion(tx, item, language)
  invariant(question, 'an item of a form is published')
  const { itemId, kind } = item
  const position = { number: answers.length + 1, outOf: items.length }
  return ok({
    kind: 'open',
    assignmentId,
    trackTitle,
    moment,
    ...position,
    question: { ...question, itemId, kind },
  })
}
