import type { Context } from '#lib/context'
import { type FormLesson, findCountBefore, listFormLessons } from '#lib/data/form-words'
import { findSkippable, type Skippable } from '#lib/data/test-out'
import { findForm, type StoredForm } from '#lib/data/track-form'
import { postsOf } from '#lib/domain/access/actor'
import type { AssignmentId, FormId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { type Gain, type GainTold, gainTold } from '#lib/domain/training/track-forms'

type OfTrack = { readonly assignmentId: AssignmentId; readonly trackTitle: string }

export type FormResult =
  /** It is not answered to the end. */
  | { readonly kind: 'open' }
  /** `skippable`: null where no lesson may be skipped for what was shown. */
  | (OfTrack & { readonly kind: 'before'; readonly skippable: Skippable | null })
  | (OfTrack & {
      readonly kind: 'after'
      readonly gain: Gain
      readonly told: GainTold
      /** Lessons on what was not right, to look at again. */
      readonly revisit: readonly FormLesson[]
    })

/** What a form showed, for its person alone: which lessons need not be read, or what was gained; never which answer was right. */
export async function viewFormResult(
  context: Context,
  { formId }: { formId: FormId },
): Promise<Result<FormResult, 'not-found'>> {
  const { tx, actor, language } = context
  const form = await findForm(tx, postsOf(actor), formId, language)
  if (!form) return refuse('not-found')
  const { assignmentId, trackTitle, items, answers } = form
  if (answers.length < items.length) return ok({ kind: 'open' })
  const track = { assignmentId, trackTitle }
  if (form.moment === 'before') {
    return ok({ kind: 'before', ...track, skippable: await findSkippable(context, form) })
  }
  const after = { right: answers.filter(({ isRight }) => isRight).length, outOf: items.length }
  const gain = { before: await findCountBefore(tx, form), after }
  return ok({ kind: 'after', ...track, gain, told: gainTold(gain), revisit: await toRevisit(context, form) })
}

async function toRevisit({ tx, language }: Context, { answers }: StoredForm): Promise<readonly FormLesson[]> {
  const wrong = answers.filter(({ isRight }) => !isRight)
  const versions = [...new Set(wrong.map(({ moduleVersionId }) => moduleVersionId))]
  const lessons = await listFormLessons(tx, versions, language)
  return lessons.filter(({ moduleVersionId, objectives }) =>
    wrong.some((each) => each.moduleVersionId === moduleVersionId && objectives.includes(each.objectiveId)),
  )
}
